import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';

/** Enough to choose from; a person who has more types the path. */
const MOST = 20;
/** A folder of photographs is not searched to its end. */
const MOST_LOOKED_AT = 2000;

const holdsPortfolio = (folder: string): boolean =>
  statSync(join(folder, PORTFOLIO_FILE), { throwIfNoEntry: false })?.isFile() ?? false;

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .slice(0, MOST_LOOKED_AT)
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b, 'fr'));

const quietly = <T>(look: () => T, otherwise: T): T => {
  try {
    return look();
  } catch {
    return otherwise;
  }
};

/** The folders right below `folder` that hold a portfolio, by name; none where that cannot be told. */
export const portfoliosBelow = (folder: string): readonly string[] => {
  const found: string[] = [];
  for (const name of quietly(() => foldersIn(folder), [])) {
    const path = join(folder, name);
    if (quietly(() => holdsPortfolio(path), false)) found.push(path);
    if (found.length === MOST) break;
  }
  return found;
};

/** `folder` itself when it holds a portfolio, then those right below it that do. */
export const findPortfolios = (folder: string): readonly string[] =>
  [...(quietly(() => holdsPortfolio(folder), false) ? [folder] : []), ...portfoliosBelow(folder)].slice(
    0,
    MOST,
  );
