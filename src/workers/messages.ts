/** What crosses the border between the command and a process that reads for it: plain data alone. */
import type { AcquisError } from '../app/errors.ts';
import type { FolderWorkers } from '../app/ports/batch.ts';
import type { AnnexContent } from '../app/ports/annexes.ts';
import type { ProofText } from '../app/ports/privacy.ts';
import type { ImageFineness } from '../domain/images/fineness.ts';
import type { StoredFile } from '../domain/portfolio.ts';

/** What a process that reads folders can do. */
export type FolderReaders = Omit<FolderWorkers, 'close'>;

/**
 * What a process that reads proofs can do with one: a task for each name. A new one is a line here, its work in
 * `cli/read-proofs.ts`, and what it answers where its limits are passed in `proof-workers.ts`.
 */
export interface ProofReaders {
  /** `fineness`: that of paper where none is asked for. */
  pages(folder: string, file: StoredFile, fineness?: ImageFineness): Promise<AnnexContent>;
  text(folder: string, file: StoredFile): Promise<ProofText>;
}

/** Readers by name. */
export type ReadersOf<Readers> = { readonly [Name in keyof Readers]: (...args: never[]) => Promise<unknown> };

export interface Task {
  readonly reader: string;
  readonly args: readonly unknown[];
}

/** An error as plain data: a class does not survive the way. */
export type Refusal =
  | { readonly of: 'input'; readonly error: Pick<AcquisError, 'kind' | 'code' | 'args' | 'details'> }
  | { readonly of: 'program'; readonly message: string; readonly stack: string | undefined };

export type Answer = { readonly result: unknown } | { readonly refusal: Refusal };

/** Sent once, before the first task is touched. */
export const READY = 'ready';
