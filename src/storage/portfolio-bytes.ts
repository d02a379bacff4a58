import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import { cannotRead, codeOf } from './disk-errors.ts';
import { MAX_DOCUMENT_BYTES } from './document-text.ts';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';
import { readPlainFile } from './safe-read.ts';

/** The bytes of a folder's portfolio.yaml. Throws `empty-argument`, `not-a-portfolio` and `cannot-read`. */
export const readPortfolioBytes = (folder: string): Uint8Array => {
  if (folder === '') throw new AcquisError('usage', 'empty-argument');
  const file = join(folder, PORTFOLIO_FILE);
  try {
    return readPlainFile(file, MAX_DOCUMENT_BYTES);
  } catch (error) {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    const isFolder = found !== undefined && (found.isDirectory() || found.isSymbolicLink());
    if (isFolder)
      throw codeOf(error) === 'ENOENT'
        ? new AcquisError('io', 'not-a-portfolio', { folder })
        : cannotRead(file, error);
    // A file or an id stands where the folder is given: which of the words was wrong must be said.
    const reason = found === undefined ? codeOf(error) : 'not-a-folder';
    throw new AcquisError(
      'io',
      'cannot-read',
      { file: folder, reason, wanted: 'portfolio' },
      { cause: error },
    );
  }
};
