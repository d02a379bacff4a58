/** What a board over many folders needs from the world, and what is made of it. */
import type { FormerBoard } from '../../domain/cohort/former-board.ts';
import type { CertificationGroup } from '../../domain/cohort/groups.ts';
import type { KeptVersion } from '../../domain/cohort/history.ts';
import type { CohortRow, SinceWhen } from '../../domain/cohort/row.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Referential } from '../../domain/referential.ts';
import type { AcquisError } from '../errors.ts';

export interface KeptHistory {
  /** In no order. */
  readonly versions: readonly KeptVersion[];
  /** Local day the document's file carries, `YYYY-MM-DD`. */
  readonly fileOn: string;
}

/** The earlier states that a folder keeps of its own document. */
export interface FolderHistory {
  /** As many versions stay before some are let go. */
  readonly thinnedBeyond: number;
  look(folder: string): Promise<KeptHistory>;
  /** The document as it was; rejects when its text cannot be read any more. */
  read(folder: string, version: KeptVersion): Promise<Portfolio>;
}

export interface FormerBoardSource {
  /** Rejects with `not-a-board` when the file is something else. */
  read(file: string): Promise<FormerBoard>;
}

export interface RowOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The first day whose changes count, by the folder's history; without it no change is looked for. */
  readonly since: string | undefined;
}

export interface ReadRow {
  /** `folder` is the path it was read by. */
  readonly row: CohortRow;
  /** The folder's own, where we ship none of that code. */
  readonly referential: Referential | undefined;
}

/** A folder that could not be read: a row of the board like the others. */
export interface BrokenFolder {
  readonly folder: string;
  readonly error: AcquisError;
}

export interface CohortBoard {
  /** Day it speaks of, `YYYY-MM-DD`. */
  readonly date: string;
  readonly since: SinceWhen;
  /** Days without a save from which a folder counts as still. */
  readonly still: number;
  readonly groups: readonly CertificationGroup[];
  readonly broken: readonly BrokenFolder[];
  /** Folders of the board compared with that are no longer here, by name. */
  readonly gone: readonly string[];
}

export interface BoardRenderer {
  /** One self-contained page: style and script inside, nothing to fetch. */
  renderBoard(board: CohortBoard): string;
}
