import { dirname, resolve } from 'node:path';
import { rmdir } from 'node:fs/promises';
import type { Archives, RestoredArchive } from '../../app/ports/archive.ts';
import type { PortfolioStore } from '../../app/ports/world.ts';
import { cannotWrite } from '../disk-errors.ts';
import { sweepTemporaries } from '../durable-file.ts';
import { makeFolders } from '../own-folder.ts';
import { insideArchive, readBagPortfolio, soundArchive } from './bag-portfolio.ts';
import { findArchives } from './find-archives.ts';
import { openBag, type OpenBag } from './open-bag.ts';
import { atDesk } from './reception-desk.ts';
import { placeFolder, requireFreeFolder, unpackInto } from './unpack-bag.ts';
import { writeBag } from './write-bag.ts';

const withBag = async <T>(file: string, work: (bag: OpenBag) => Promise<T>): Promise<T> => {
  const bag = await openBag(file);
  try {
    return await work(bag);
  } finally {
    await bag.close();
  }
};

/** Folders that were made above the target for nothing go away again; `first` is the topmost. */
const removeEmpty = async (first: string | undefined, last: string): Promise<void> => {
  if (first === undefined || !last.startsWith(first)) return;
  await rmdir(last).catch(() => undefined);
  await removeEmpty(first, dirname(last));
};

/** Joins archives and folders; `store` reads what came out before it is placed. */
export const createArchives = (store: PortfolioStore): Archives => {
  const restoreBag = async (bag: OpenBag, folder: string): Promise<RestoredArchive> => {
    const found = await readBagPortfolio(bag);
    const target = resolve(folder);
    const home = dirname(target);
    await requireFreeFolder(target);
    const first = await makeFolders(home, { isPrivate: true }).catch((error: unknown) => {
      throw cannotWrite(folder, error);
    });
    try {
      await sweepTemporaries(home);
      return await unpackInto(bag, found.restored, home, async (temporary) => {
        const workspace = await store.open(temporary).catch((error: unknown) => {
          throw insideArchive(error, bag.shown);
        });
        await placeFolder(temporary, target);
        return { ...soundArchive(bag, found), workspace: { ...workspace, folder } };
      });
    } catch (error) {
      await removeEmpty(first, home);
      throw error;
    }
  };

  return {
    pack: writeBag,
    examine: (file) => withBag(file, async (bag) => soundArchive(bag, await readBagPortfolio(bag))),
    restore: (file, folder) => withBag(file, (bag) => restoreBag(bag, folder)),
    find: findArchives,
    atDesk: (folder, work) => atDesk(folder, store, work),
  };
};
