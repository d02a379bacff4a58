/** The words of a run over many folders: what is asked, what came out, and who keeps it. */
import type { ItemStatus } from '../../domain/batch/item-status.ts';
import type { DocumentId } from '../../domain/documents/registry.ts';
import type { Finding } from '../../domain/findings.ts';
import type { Defect } from '../defects.ts';
import type { AcquisError, ErrorArgs, ErrorCode } from '../errors.ts';
import type { ReceivedArchive } from './archive.ts';

/** A folder somebody named, or that a pattern or a folder of folders led to. */
export interface FoundFolder {
  /** For opening it. */
  readonly path: string;
  /** For people and reports: as it would be typed from the current folder. */
  readonly shown: string;
  /** The same on every machine (parts joined by `/`): decides the shard and the output's name. */
  readonly key: string;
  /** Which folder it really is: links to it have the same. */
  readonly identity: string;
  /** Why it cannot be worked on. */
  readonly problem?: AcquisError;
}

/** Entries that were met and passed over on the way, by the argument that led there. */
export interface PassedOver {
  readonly argument: string;
  /** `no-portfolio`: folders without portfolio.yaml; `not-a-folder`: files among the arguments. */
  readonly reason: 'no-portfolio' | 'not-a-folder';
  readonly names: readonly string[];
}

export interface Selection {
  readonly folders: readonly FoundFolder[];
  readonly passedOver: readonly PassedOver[];
}

export interface ManifestRow {
  readonly line: number;
  readonly folder: FoundFolder;
  readonly certification?: string | undefined;
  /** Ids, and `all`. */
  readonly documents?: readonly string[] | undefined;
  readonly output?: string | undefined;
}

export interface Manifest {
  readonly rows: readonly ManifestRow[];
  /** Columns nobody reads. */
  readonly ignored: readonly string[];
}

export interface FolderFinder {
  /** A path as it would be typed from the current folder. */
  show(path: string): string;
  /** Arguments: folders, folders of folders, patterns, portfolio.yaml files. Rejects with nothing: problems are the folders'. */
  find(args: readonly string[]): Promise<Selection>;
  /** `documents`: what the column of that name may hold. Rejects with `cannot-read` and `invalid-manifest`, which names every bad row at once. */
  readManifest(file: string, documents: readonly string[]): Promise<Manifest>;
}

/** One folder of a run, before anything is done. */
export interface BatchItem {
  readonly folder: FoundFolder;
  readonly certification: string | undefined;
  readonly documents: readonly DocumentId[] | 'all' | undefined;
  /** Its folder's name below `--out`. */
  readonly name: string;
}

/** A failure as it is kept: anything that is no error of ours has the code `bug`. */
export interface ItemError {
  readonly code: ErrorCode | 'bug';
  readonly args: ErrorArgs;
  readonly details: readonly Defect[];
}

/** What became of one folder. */
export interface ItemOutcome {
  readonly folder: string;
  readonly certification: string;
  readonly status: ItemStatus;
  /** Paths of what was made, as they would be typed. */
  readonly documents: readonly string[];
  readonly findings: readonly Finding[];
  readonly error: ItemError | null;
  /** Supported over targeted competences; of a check alone. */
  readonly percent?: number;
  /** What a check that was asked to look for people found of them, whatever its severity. */
  readonly personal?: number;
  /** What became of an archive that was received. */
  readonly reception?: Omit<ReceivedArchive, 'file' | 'certification'>;
}

/** A run is the same as an interrupted one when all of this is. */
export interface RunIdentity {
  readonly command: string;
  readonly args: readonly string[];
  readonly manifest: string | undefined;
  /** Whatever changes what is made, the date included. */
  readonly options: unknown;
}

/** What a run has written down so far, one entry per finished folder; it survives a kill. */
export interface RunJournal {
  /** How many folders an interrupted run of the same command had finished. */
  readonly found: number;
  /** False where nothing can be kept for `--resume`. */
  readonly lasts: boolean;
  /** What an interrupted run of the same command finished and that still stands. */
  kept(item: BatchItem): Promise<ItemOutcome | undefined>;
  record(item: BatchItem, outcome: ItemOutcome): Promise<void>;
  /** Outcomes in the order of `items`; undefined for a folder that was not started. */
  outcomes(items: readonly BatchItem[]): AsyncIterable<readonly [BatchItem, ItemOutcome | undefined]>;
  /** `isComplete`: nothing is left to be resumed, and the journal goes away. */
  close(isComplete: boolean): Promise<void>;
}

export interface ReportFile {
  /** Makes the folder it goes to; rejects with `cannot-write` before anything is done. */
  prepare(path: string): Promise<void>;
  /** Replaces the file only when the new one is whole. */
  write(path: string, chunks: AsyncIterable<string>): Promise<void>;
}
