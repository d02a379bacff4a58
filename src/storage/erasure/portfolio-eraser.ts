import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { readdir, rm, rmdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { ErasurePlan, ErasureResult, PortfolioEraser } from '../../app/ports-erasure.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { cannotRead, cannotWrite, codeOf } from '../disk-errors.ts';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { PORTFOLIO_FILE, PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { underLock } from '../folder-lock.ts';
import { lastSaved } from '../last-saved.ts';
import { STREWN } from '../orphans.ts';
import { readPortfolioBytes } from '../portfolio-bytes.ts';
import { readDocument } from '../read-portfolio.ts';
import { isPlainFolder, readPlainFile } from '../safe-read.ts';
import { forgetInJournals, journalLinesAbout, recordsAbout } from './export-records.ts';
import { takeInventory } from './inventory.ts';
import { removeIfEmpty, removeTree, type Removal } from './remove-tree.ts';

/**
 * Stands in the private folder while a folder is being erased: after a kill it says that the rest may go too, and which
 * name was typed for it, since the texts that knew it may be gone.
 */
const MARK = 'effacement';
const MAX_NAME_BYTES = 4_000;

export interface Surroundings {
  /** The folders of the memory of exports and of the journals of runs. */
  readonly cache: string;
  readonly runs: string;
  /** Where the private notes on a portfolio are. */
  readonly notesOf: (portfolio: string) => string;
}

const readable = (bytes: Uint8Array | undefined): Portfolio | undefined => {
  try {
    return bytes && readDocument(bytes, PORTFOLIO_FILE).portfolio;
  } catch {
    return undefined;
  }
};

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

/** Nothing is left but the folder itself, or our own empty one in it: a kill came between the last calls. */
const isEmptied = (root: string): boolean => {
  const names = readdirSync(root).filter((name) => !STREWN.has(name));
  if (names.length === 0) return true;
  const own = join(root, PRIVATE_FOLDER);
  return (
    names.every((name) => name === PRIVATE_FOLDER) && isPlainFolder(own) && readdirSync(own).length === 0
  );
};

const realFolderOf = (folder: string): string => {
  if (folder === '') throw new AcquisError('usage', 'empty-argument');
  try {
    return realpathSync.native(folder);
  } catch (error) {
    throw cannotRead(folder, error);
  }
};

/** What the folder says of itself; a folder that nothing shows to be a portfolio is refused. */
const identify = async (root: string): Promise<Portfolio | undefined> => {
  const begun = nameInMark(root) !== undefined;
  let bytes: Uint8Array | undefined;
  try {
    bytes = readPortfolioBytes(root);
  } catch (error) {
    if (!begun || !(error instanceof AcquisError) || error.code !== 'not-a-portfolio') throw error;
  }
  const portfolio = readable(bytes) ?? readable(await lastSaved(root));
  if (portfolio === undefined && !begun) throw new AcquisError('data', 'erase-unsure', { folder: root });
  return portfolio;
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
  for (const path of takeInventory(root, await identify(root)).paths) {
    await removeTree(removal, join(root, path));
    await pruneAbove(removal, root, path);
  }
  const own = join(root, PRIVATE_FOLDER);
  for (const name of (await readdir(own)).toSorted())
    if (name !== 'lock' && name !== MARK) await removeTree(removal, join(own, name));
  if (removal.failed.length === 0)
    await unlink(join(root, PORTFOLIO_FILE)).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') removal.failed.push({ path: PORTFOLIO_FILE, reason: codeOf(error) });
    });
};

/** The folder itself, where nothing but ours was in it. */
const finish = async ({ folder, foreign }: ErasurePlan, removal: Removal): Promise<ErasureResult> => {
  const { left, failed } = removal;
  const gone = await removeIfEmpty(removal, folder, STREWN);
  await syncFolder(gone ? dirname(folder) : folder);
  return { left: gone ? left : [...new Set([...left, ...foreign])], failed };
};

export const createPortfolioEraser = ({ cache, runs, notesOf }: Surroundings): PortfolioEraser => {
  const plan = async (folder: string): Promise<ErasurePlan> => {
    const root = realFolderOf(folder);
    const emptied = isEmptied(root);
    const portfolio = emptied ? undefined : await identify(root);
    const { parts, links, foreign } = takeInventory(root, portfolio);
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
      // Only if it is empty still: what came there meanwhile stays.
      await rmdir(join(root, PRIVATE_FOLDER)).catch(() => undefined);
      return finish(planned, removal);
    }
    // A link in its place would keep us from locking; what it leads to is not ours.
    if (lstatSync(join(root, PRIVATE_FOLDER), { throwIfNoEntry: false })?.isSymbolicLink())
      await unlink(join(root, PRIVATE_FOLDER));
    await underLock(root, async () => {
      await writeDurably(join(root, PRIVATE_FOLDER, MARK), planned.name);
      await forgetOutside(planned);
      await emptyFolder(root, removal);
    });
    const { left, failed } = removal;
    if (failed.length > 0) return { left, failed };
    await removeTree(removal, join(root, PRIVATE_FOLDER));
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
