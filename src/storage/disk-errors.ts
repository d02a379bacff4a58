import { AcquisError } from '../app/errors.ts';

/** The system's code (`ENOENT`); the catalogue knows the usual ones. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'inconnu';

export const cannotRead = (file: string, error: unknown): AcquisError =>
  error instanceof AcquisError
    ? error
    : new AcquisError('io', 'cannot-read', { file, reason: codeOf(error) }, { cause: error });

export const cannotWrite = (file: string, error: unknown): AcquisError =>
  error instanceof AcquisError
    ? error
    : new AcquisError('io', 'cannot-write', { file, reason: codeOf(error) }, { cause: error });
