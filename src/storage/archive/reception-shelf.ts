/** Where earlier receptions stand: `.acquis/receptions/NAME/DAY` in the folder of all. */
import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameDurably, writeDurably } from '../durable-file.ts';
import { PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { makeFolders } from '../own-folder.ts';
import { readPlainFile } from '../safe-read.ts';
import { readRecord, type ReceptionRecord } from './reception-record.ts';
import { placeFolder } from './unpack-bag.ts';

export const RECEPTIONS = 'receptions';
/** There while a reception is exchanged; holds the name under which the one before was put on the shelf. */
const EXCHANGE = 'echange';
const MOST_NAME_BYTES = 200;

export const shelfOf = (home: string, name: string): string => join(home, PRIVATE_FOLDER, RECEPTIONS, name);

/** Content of the receptions that were replaced before, so that one that comes again is known. */
export const replacedBefore = async (shelf: string): Promise<ReadonlyMap<string, ReceptionRecord>> => {
  const names = await readdir(shelf).catch(() => []);
  const records = await Promise.all(names.map((name) => readRecord(join(shelf, name))));
  return new Map(records.flatMap((record) => (record ? [[record.content, record] as const] : [])));
};

/** A name on the shelf: the day of the reception that goes there, and a number behind a second one of that day. */
const placeOnShelf = async (shelf: string, day: string): Promise<string> => {
  await makeFolders(shelf, { isPrivate: true });
  const taken = new Set(await readdir(shelf));
  let name = day;
  for (let count = 2; taken.has(name); count++) name = `${day}-${count}`;
  return join(shelf, name);
};

/** The reception before goes to the shelf, the new one to its place; what fails in between is put back. */
export const exchange = async (
  temporary: string,
  folder: string,
  shelf: string,
  day: string,
): Promise<string> => {
  const previous = await placeOnShelf(shelf, day);
  const mark = join(shelf, EXCHANGE);
  try {
    await writeDurably(mark, previous.slice(shelf.length + 1));
    await renameDurably(folder, previous);
    await placeFolder(temporary, folder);
  } catch (error) {
    await rename(previous, folder).catch(() => undefined);
    await rm(mark, { force: true }).catch(() => undefined);
    throw error;
  }
  // Should this fail, the next command finds the new folder in its place and takes the mark for settled.
  await rm(mark, { force: true }).catch(() => undefined);
  return previous;
};

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Puts back what a killed command had put on the shelf and not replaced yet. */
export const settleExchanges = async (home: string): Promise<void> => {
  const names = await readdir(join(home, PRIVATE_FOLDER, RECEPTIONS)).catch(() => []);
  for (const name of names) {
    const shelf = shelfOf(home, name);
    const mark = join(shelf, EXCHANGE);
    if (!(await isThere(mark))) continue;
    const previous = Buffer.from(readPlainFile(mark, MOST_NAME_BYTES)).toString('utf8');
    const isOurs = /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/u.test(previous);
    if (isOurs && !(await isThere(join(home, name))) && (await isThere(join(shelf, previous))))
      await renameDurably(join(shelf, previous), join(home, name));
    await rm(mark, { force: true });
  }
};
