import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';

/** Enough to choose from; a person who has more types the path. */
const MOST = 20;

/** `folder` itself when it holds a portfolio, then the folders right below it that do, by name. */
export const findPortfolios = async (folder: string): Promise<readonly string[]> => {
  const below = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const candidates = [
    folder,
    ...below
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name))
      .toSorted((a, b) => a.localeCompare(b, 'fr')),
  ];
  const found = await Promise.all(
    candidates.map((path) =>
      stat(join(path, PORTFOLIO_FILE)).then(
        (file) => file.isFile(),
        () => false,
      ),
    ),
  );
  return candidates.filter((_, index) => found[index]).slice(0, MOST);
};
