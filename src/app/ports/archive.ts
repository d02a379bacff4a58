/** Portfolios as archives: made, looked at, taken back, received by the dozen. */
import type { ReceptionChanges, ReceptionStatus } from '../../domain/bag/compare-receptions.ts';
import type { PackContents, PackExtra } from '../../domain/bag/pack-contents.ts';
import type { Workspace } from './world.ts';

export interface PackOrder {
  readonly contents: PackContents;
  readonly extras: ReadonlySet<PackExtra>;
  /** `YYYY-MM-DD`: the only date in the archive, so that the same content gives the same bytes. */
  readonly date: string;
  /** A file (`.zip`), or a folder in which the archive is named after the candidate. */
  readonly out: string;
  /** Program and version, for the archive's own description. */
  readonly agent: string;
}

export interface PackedArchive {
  readonly path: string;
  readonly bytes: number;
  /** Files of the portfolio in it. */
  readonly files: number;
  /** False where the very same archive was there already. */
  readonly isNew: boolean;
  /** Organigrammes that the portfolio names and that are not there. */
  readonly absent: readonly string[];
}

/** An archive that was found complete and valid, and whose portfolio opens. */
export interface SoundArchive {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly certification: string;
  /** Day on which it was made, where it says so. */
  readonly packed: string | undefined;
  /** Files of the portfolio in it, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Proofs that the archive says it lacks, by path. */
  readonly leftOut: readonly string[];
  /** What it holds and a restored folder does not get: what programs hide. */
  readonly ignored: readonly string[];
}

export interface RestoredArchive extends SoundArchive {
  readonly workspace: Workspace;
}

export interface ReceivedArchive {
  readonly file: string;
  readonly certification: string;
  readonly status: ReceptionStatus;
  readonly folder: string;
  /** Day of the archive that is held, where it is known. */
  readonly held: string | undefined;
  /** Where the reception before now is. */
  readonly previous: string | undefined;
  /** Undefined for a first reception, and where the one before cannot be read any more. */
  readonly changes: ReceptionChanges | undefined;
  /** Remarks that were written in the held folder and that the new one lacks. */
  readonly lostReviews: number;
}

/** A folder in which an advisor keeps what candidates send, one folder for each portfolio. */
export interface ReceptionDesk {
  /** Rejects with what this archive is refused for; nothing has changed then. `today`: `YYYY-MM-DD`. */
  receive(file: string, today: string): Promise<ReceivedArchive>;
}

export interface Archives {
  pack(workspace: Workspace, order: PackOrder): Promise<PackedArchive>;
  /** Reads every byte and writes none. */
  examine(file: string): Promise<SoundArchive>;
  /** Into a folder that is not there or empty; it appears whole or not at all. */
  restore(file: string, folder: string): Promise<RestoredArchive>;
  /** Archives among files, folders (`*.zip` right in them) and patterns. */
  find(args: readonly string[]): Promise<readonly string[]>;
  /** While `work` lasts, no other command receives into that folder. */
  atDesk<T>(folder: string, work: (desk: ReceptionDesk) => Promise<T>): Promise<T>;
}
