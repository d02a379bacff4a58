/** What is looked at when a folder is verified, and what is found; nothing is changed by looking. */
import type { FileRole, FileStanding } from '../../domain/evidence/file-standing.ts';
import type { AcquisError } from '../errors.ts';

export interface CheckedFile {
  readonly role: FileRole;
  /** Id of the proof or the organisation that names it; empty for the référentiel. */
  readonly owner: string;
  /** As the portfolio spells it. */
  readonly path: string;
  readonly standing: FileStanding;
}

/** Lines of portfolio.yaml that another program took out or put in since we last saved it. */
export interface OutsideChange {
  readonly fewer: number;
  readonly more: number;
}

/** `cut`: its end is missing since we last saved it; `unreadable`: `error` says why. */
export interface DocumentStanding {
  readonly state: 'sound' | 'cut' | 'unreadable';
  readonly error?: AcquisError;
  readonly changed?: OutsideChange;
}

export interface InspectedFolder {
  readonly folder: string;
  readonly document: DocumentStanding;
  /** What the files were taken from: where the document cannot be read, its last saved text; `none` when neither can. */
  readonly basis: 'document' | 'last-saved' | 'none';
  readonly files: readonly CheckedFile[];
  /** Below `preuves/`, and nothing names them; from the folder's root. */
  readonly orphans: readonly string[];
  /** Earlier texts: how many, and the names of those that are not what their name says. */
  readonly versions: { readonly kept: number; readonly altered: readonly string[] };
}

export interface FolderVerdict extends InspectedFolder {
  /** Every file that is named is there, and no other lies among the proofs. */
  readonly complete: boolean;
  /** Every recorded hash is that of the bytes found, portfolio.yaml can be read and has its end. */
  readonly valid: boolean;
  /** Nothing is missing, altered or out of reach: a file too many alone keeps it true. */
  readonly sound: boolean;
}

export interface FolderInspector {
  /** Rejects with `not-a-portfolio` and `cannot-read`; whatever is wrong inside is an answer. */
  inspect(folder: string): Promise<InspectedFolder>;
  /** Takes portfolio.yaml as it is from now on, though its end is missing; the former text stays as a version. */
  accept(folder: string): Promise<void>;
}
