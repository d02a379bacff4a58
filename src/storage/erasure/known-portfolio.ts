import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { AcquisError } from '../../app/errors.ts';
import { lastSaved } from '../portfolio/last-saved.ts';
import { readPortfolioBytes } from '../portfolio/portfolio-bytes.ts';
import { readDocument } from '../portfolio/read-portfolio.ts';

const readable = (bytes: Uint8Array | undefined): Portfolio | undefined => {
  try {
    return bytes && readDocument(bytes, PORTFOLIO_FILE).portfolio;
  } catch {
    return undefined;
  }
};

/** The portfolio by its file, else by the copy of what was saved last; undefined where neither can be read. */
const readEither = async (folder: string, bytes: Uint8Array | undefined): Promise<Portfolio | undefined> =>
  readable(bytes) ?? readable(await lastSaved(folder));

/** What a folder says of itself, as far as it can be read. */
export const portfolioIn = async (folder: string): Promise<Portfolio | undefined> => {
  try {
    return await readEither(folder, readPortfolioBytes(folder));
  } catch {
    return undefined;
  }
};

/** The same of a folder that is to go: one that nothing shows to be a portfolio is refused, unless its erasure was begun. */
export const identify = async (root: string, begun: boolean): Promise<Portfolio | undefined> => {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readPortfolioBytes(root);
  } catch (error) {
    if (!begun || !(error instanceof AcquisError) || error.code !== 'not-a-portfolio') throw error;
  }
  const portfolio = await readEither(root, bytes);
  if (portfolio === undefined && !begun) throw new AcquisError('data', 'erase-unsure', { folder: root });
  return portfolio;
};
