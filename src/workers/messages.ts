/** What crosses the border between the command and a process that reads folders for it. */
import { AcquisError } from '../app/errors.ts';
import type { FolderWorkers } from '../app/ports-batch.ts';

/** What such a process can do. */
export type FolderReaders = Pick<FolderWorkers, 'check' | 'prepare' | 'readRow'>;

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

/** Sent once, when the first task may come. */
export const READY = 'ready';

export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof AcquisError))
    return error instanceof Error
      ? { of: 'program', message: error.message, stack: error.stack }
      : { of: 'program', message: String(error), stack: undefined };
  const { kind, code, args, details } = error;
  return { of: 'folder', error: { kind, code, args, details } };
};

/** The same error on this side; a bug keeps the stack it had on the other. */
export const errorOf = (refusal: Refusal): Error => {
  if (refusal.of === 'program')
    return Object.assign(new Error(refusal.message), refusal.stack !== undefined && { stack: refusal.stack });
  const { kind, code, args, details } = refusal.error;
  return new AcquisError(kind, code, args, { details });
};
