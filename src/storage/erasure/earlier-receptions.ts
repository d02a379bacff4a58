/** What `batch restore` keeps beside a received folder: the receptions of the same portfolio that it replaced. */
import { lstatSync, readdirSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PORTFOLIO_FILE, PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { readRecord, RECORD_FILE } from '../archive/reception-record.ts';
import { RECEPTIONS } from '../archive/reception-shelf.ts';
import { underLock } from '../folder-lock.ts';
import { portfolioIn } from './known-portfolio.ts';
import { isPlainFolder } from '../safe-read.ts';
import { removeTree, type Removal } from './remove-tree.ts';

const plainFoldersIn = (folder: string): string[] =>
  isPlainFolder(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name))
        .toSorted()
    : [];

const idOf = async (folder: string): Promise<string | undefined> =>
  (await readRecord(folder))?.portfolio ?? (await portfolioIn(folder))?.id;

/** Another folder at the desk that was received for the same portfolio: then the receptions before are that one's. */
const standsElsewhere = async (home: string, root: string, id: string): Promise<boolean> => {
  for (const folder of plainFoldersIn(home))
    if (folder !== root && (await readRecord(folder))?.portfolio === id) return true;
  return false;
};

/** Each in its own folder, also under a name that the received folder bore before it was renamed. */
export const earlierReceptions = async (root: string, id: string): Promise<readonly string[]> => {
  const home = dirname(root);
  if (!isPlainFolder(join(home, PRIVATE_FOLDER))) return [];
  const found: string[] = [];
  for (const shelf of plainFoldersIn(join(home, PRIVATE_FOLDER, RECEPTIONS)))
    for (const folder of plainFoldersIn(shelf)) if ((await idOf(folder)) === id) found.push(folder);
  return found.length > 0 && (await standsElsewhere(home, root, id)) ? [] : found;
};

/** What tells whose it is goes last: after a kill the same command finds the rest. */
const removeReception = async (removal: Removal, folder: string): Promise<void> => {
  const last = [PORTFOLIO_FILE, join(PRIVATE_FOLDER, RECORD_FILE)];
  const names = readdirSync(folder).filter((name) => name !== PRIVATE_FOLDER);
  const own = isPlainFolder(join(folder, PRIVATE_FOLDER)) ? readdirSync(join(folder, PRIVATE_FOLDER)) : [];
  const first = [...names, ...own.map((name) => join(PRIVATE_FOLDER, name))];
  for (const path of [...first.filter((each) => !last.includes(each)).toSorted(), ...last, '.'])
    await removeTree(removal, join(folder, path));
};

/** While nothing is received at that desk; shelves that are empty then go too. */
export const removeReceptions = async (root: string, id: string, removal: Removal): Promise<void> => {
  if ((await earlierReceptions(root, id)).length === 0) return;
  const home = dirname(root);
  await underLock(home, async () => {
    const shelved = { ...removal, device: lstatSync(home).dev };
    for (const folder of await earlierReceptions(root, id)) {
      await removeReception(shelved, folder);
      await rmdir(dirname(folder)).catch(() => undefined);
    }
    await rmdir(join(home, PRIVATE_FOLDER, RECEPTIONS)).catch(() => undefined);
  });
};
