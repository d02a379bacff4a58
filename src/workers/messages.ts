/** What crosses the border between the command and a process that reads folders for it. */
import type { AcquisError } from '../app/errors.ts';
import type { FolderWorkers } from '../app/ports-batch.ts';

/** What such a process can do. */
export type FolderReaders = Omit<FolderWorkers, 'close'>;

export type Task = {
  readonly [Name in keyof FolderReaders]: {
    readonly reader: Name;
    readonly args: Parameters<FolderReaders[Name]>;
  };
}[keyof FolderReaders];

/** An error as plain data: a class does not survive the way. */
export type Refusal =
  | { readonly of: 'folder'; readonly error: Pick<AcquisError, 'kind' | 'code' | 'args' | 'details'> }
  | { readonly of: 'program'; readonly message: string; readonly stack: string | undefined };

export type Answer = { readonly result: unknown } | { readonly refusal: Refusal };

/** Sent once, before the first folder is touched. */
export const READY = 'ready';
