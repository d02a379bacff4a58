import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { MAX_DOCUMENT_BYTES } from '../document-text.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import { portfoliosBelow } from '../find-portfolios.ts';
import { readPlainFile } from '../safe-read.ts';

/** Whoever names the folder of a whole group is told what is in it. */
export const notAPortfolio = (folder: string): AcquisError => {
  const below = portfoliosBelow(folder);
  return new AcquisError('io', 'not-a-portfolio', {
    folder,
    ...(below[0] !== undefined && { count: below.length, first: below[0] }),
  });
};

/** The bytes of a folder's portfolio.yaml. Throws `empty-argument`, `not-a-portfolio` and `cannot-read`. */
export const readPortfolioBytes = (folder: string): Uint8Array => {
  if (folder === '') throw new AcquisError('usage', 'empty-argument');
  const file = join(folder, PORTFOLIO_FILE);
  try {
    return readPlainFile(file, MAX_DOCUMENT_BYTES);
  } catch (error) {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    const isFolder = found !== undefined && (found.isDirectory() || found.isSymbolicLink());
    if (isFolder) throw codeOf(error) === 'ENOENT' ? notAPortfolio(folder) : cannotRead(file, error);
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
