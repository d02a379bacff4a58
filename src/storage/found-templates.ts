import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPLATE_SET_FILE } from './template-folders.ts';

/** What people call such a folder. */
const FOLDERS = /^(?:acquis-)?(?:templates?|mod[eè]les?)$/iu;
const TEMPLATE = /\.hbs$/iu;

const namesIn = async (folder: string): Promise<string[]> =>
  // Gone, a file or not ours to look into: nothing is said of it here.
  readdir(folder).catch(() => []);

const holdsTemplates = async (folder: string): Promise<boolean> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).slice(0, 20);
  const below = await Promise.all(folders.map(({ name }) => namesIn(join(folder, name))));
  return [...entries.map(({ name }) => name), ...below.flat()].some(
    (name) => TEMPLATE.test(name) || name === TEMPLATE_SET_FILE,
  );
};

/**
 * Name of what looks like templates inside a portfolio: `templates/` or `modeles/` with templates in it or as a link, or
 * templates beside `portfolio.yaml`. Names alone are looked at, and no link is followed.
 */
export const findTemplates = async (folder: string): Promise<string | undefined> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const { name } = entry;
    if (name === TEMPLATE_SET_FILE || TEMPLATE.test(name)) return name;
    if (!FOLDERS.test(name.normalize('NFC'))) continue;
    if (entry.isSymbolicLink() || (entry.isDirectory() && (await holdsTemplates(join(folder, name)))))
      return `${name}/`;
  }
  return undefined;
};
