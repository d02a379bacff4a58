import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { readdir, rm, rmdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { ErasurePlan, ErasureResult, PortfolioEraser } from '../../app/ports/erasure.ts';
import { RECEPTIONS } from '../archive/reception-shelf.ts';
import { cannotRead, cannotWrite, codeOf } from '../disk-errors.ts';
import { renameDurably, syncFolder, temporaryIn, writeDurably } from '../durable-file.ts';
import { PORTFOLIO_FILE, PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { underLock } from '../folder-lock.ts';
import { STREWN } from '../evidence/orphans.ts';
import { isPlainFolder, readPlainFile } from '../safe-read.ts';
import { forgetInJournals, journalLinesAbout, recordsAbout } from './export-records.ts';
import { earlierReceptions, removeReceptions } from './earlier-receptions.ts';
import { takeInventory } from './inventory.ts';
import { identify } from './known-portfolio.ts';
import { removeIfEmpty, removeTree, type Removal } from './remove-tree.ts';

/**
 * Stands in the private folder while a folder is being erased: after a kill it says that the rest may go too, and which
 * name was typed for it, since the texts that knew it may be gone.
 */
const MARK = 'effacement';
const LOCK = 'lock';
const MAX_NAME_BYTES = 4_000;

export interface Surroundings {
  /** The folders of the memory of exports and of the journals of runs. */
  readonly cache: string;
  readonly runs: string;
  /** Where the private notes on a portfolio are. */
  readonly notesOf: (portfolio: string) => string;
}

/** The name in the mark; undefined where no erasure was begun. */
const nameInMark = (root: string): string | undefined => {
  if (!isPlainFolder(join(root, PRIVATE_FOLDER))) return undefined;
  try {
    const bytes = readPlainFile(join(root, PRIVATE_FOLDER, MARK), MAX_NAME_BYTES);
    return new TextDecoder().decode(bytes.subarray(0, MAX_NAME_BYTES)).trim();
  } catch {
    return undefined;
  }
};

/** Only the mark is left: a kill came between the last calls. An empty folder says nothing, and is nobody's portfolio. */
const isEmptied = (root: string): boolean =>
  nameInMark(root) !== undefined &&
  readdirSync(root).every((name) => name === PRIVATE_FOLDER || STREWN.has(name)) &&
  readdirSync(join(root, PRIVATE_FOLDER)).every((name) => name === MARK || name === LOCK);

const realFolderOf = (folder: string): string => {
  if (folder === '') throw new AcquisError('usage', 'empty-argument');
  try {
    return realpathSync.native(folder);
  } catch (error) {
    throw cannotRead(folder, error);
  }
};

const deviceOf = (root: string): number => {
  try {
    return lstatSync(root).dev;
  } catch (error) {
    throw cannotRead(root, error);
  }
};

const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

const pruneAbove = async (removal: Removal, root: string, path: string): Promise<void> => {
  for (let above = dirname(path); above !== '.'; above = dirname(above))
    if (!(await removeIfEmpty(removal, join(root, above), STREWN))) return;
};

/** Under the lock, which itself lies in the private folder: that one is only emptied. */
const emptyFolder = async (root: string, removal: Removal): Promise<void> => {
  for (const path of takeInventory(root, await identify(root, true)).paths) {
    await removeTree(removal, join(root, path));
    await pruneAbove(removal, root, path);
  }
  const own = join(root, PRIVATE_FOLDER);
  for (const name of (await readdir(own)).toSorted())
    if (name !== LOCK && name !== MARK && name !== RECEPTIONS) await removeTree(removal, join(own, name));
  if (removal.failed.length === 0)
    await unlink(join(root, PORTFOLIO_FILE)).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') removal.failed.push({ path: PORTFOLIO_FILE, reason: codeOf(error) });
    });
};

/** The folder itself, where nothing but ours was in it; where somebody else's is, only what made it a portfolio. */
const finish = async ({ folder, foreign }: ErasurePlan, removal: Removal): Promise<ErasureResult> => {
  const { left, failed } = removal;
  if (isEmptied(folder) && (await takeAway(folder))) return { left, failed };
  await removeRest(folder);
  await syncFolder(folder);
  return { left: [...new Set([...left, ...foreign])], failed };
};

const removeRest = async (folder: string): Promise<void> => {
  const own = join(folder, PRIVATE_FOLDER);
  await rm(join(own, MARK), { force: true });
  for (const empty of [join(own, LOCK), own]) await rmdir(empty).catch(() => undefined);
};

/**
 * By one rename, since nobody could tell an empty folder that we emptied from any other: it is there with its mark, or
 * gone. False where something came into it at the last moment: then it is back in its place.
 */
const takeAway = async (folder: string): Promise<boolean> => {
  const aside = temporaryIn(dirname(folder));
  // What a kill leaves of it says nothing of anybody.
  await writeDurably(join(folder, PRIVATE_FOLDER, MARK), '');
  await renameDurably(folder, aside);
  for (const name of STREWN) await rm(join(aside, name), { force: true }).catch(() => undefined);
  await removeRest(aside);
  const isGone = await rmdir(aside).then(
    () => true,
    () => false,
  );
  if (!isGone) await renameDurably(aside, folder);
  return isGone;
};

export const createPortfolioEraser = ({ cache, runs, notesOf }: Surroundings): PortfolioEraser => {
  const plan = async (folder: string): Promise<ErasurePlan> => {
    const root = realFolderOf(folder);
    const emptied = isEmptied(root);
    const portfolio = emptied ? undefined : await identify(root, nameInMark(root) !== undefined);
    const receptions = portfolio === undefined ? [] : await earlierReceptions(root, portfolio.id);
    const { parts, links, foreign } = takeInventory(root, portfolio, receptions);
    const notes = portfolio && notesOf(portfolio.id);
    const { paths, writtenElsewhere } = recordsAbout(cache, root);
    return {
      folder: root,
      emptied,
      name: portfolio?.candidate.name ?? (nameInMark(root) || basename(root)),
      parts,
      links,
      foreign,
      notes: notes !== undefined && isFile(notes) ? notes : undefined,
      records: paths.length,
      journalLines: journalLinesAbout(runs, root),
      writtenElsewhere,
    };
  };

  /** First: once the portfolio is gone, nothing says any more where these are. */
  const forgetOutside = async ({ folder, notes }: ErasurePlan): Promise<void> => {
    if (notes !== undefined) await rm(notes, { force: true });
    for (const path of recordsAbout(cache, folder).paths) await rm(path, { force: true });
    await forgetInJournals(runs, folder);
  };

  const erase = async (planned: ErasurePlan): Promise<ErasureResult> => {
    const root = planned.folder;
    const removal: Removal = { device: deviceOf(root), left: [], failed: [] };
    if (planned.emptied) {
      await forgetOutside(planned);
      return finish(planned, removal);
    }
    // A link in its place would keep us from locking; what it leads to is not ours.
    if (lstatSync(join(root, PRIVATE_FOLDER), { throwIfNoEntry: false })?.isSymbolicLink())
      await unlink(join(root, PRIVATE_FOLDER));
    await underLock(root, async () => {
      await writeDurably(join(root, PRIVATE_FOLDER, MARK), planned.name);
      await forgetOutside(planned);
      const portfolio = await identify(root, true);
      if (portfolio !== undefined) await removeReceptions(root, portfolio.id, removal);
      await emptyFolder(root, removal);
    });
    const { left, failed } = removal;
    if (failed.length > 0) return { left, failed };
    return finish(planned, removal);
  };

  return {
    plan,
    erase: (planned) =>
      erase(planned).catch((error: unknown) => {
        throw codeOf(error) === 'inconnu' ? error : cannotWrite(planned.folder, error);
      }),
  };
};
