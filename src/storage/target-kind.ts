import { statSync } from 'node:fs';
import { AcquisError } from '../app/errors.ts';
import { fileKindOf, KIND_BYTES, type FileKind } from '../domain/target-kind.ts';
import { cannotRead } from './disk-errors.ts';
import { readTypedFile } from './safe-read.ts';

/** What a path that a person typed leads to, links of theirs followed. Throws `empty-argument` and `cannot-read`. */
export const kindOfTarget = (path: string): 'folder' | FileKind => {
  if (path === '') throw new AcquisError('usage', 'empty-argument');
  try {
    if (statSync(path).isDirectory()) return 'folder';
  } catch (error) {
    throw cannotRead(path, error);
  }
  return fileKindOf(readTypedFile(path, KIND_BYTES).subarray(0, KIND_BYTES));
};
