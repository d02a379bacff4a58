import { open, rename, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { cannotWrite } from './disk-errors.ts';
import { syncFolder, temporaryIn } from './durable-file.ts';
import { makeFolders } from './own-folder.ts';

/**
 * Writes a small file in `folder` the way a save does (fsync, rename, fsync of the folder) and takes it away again.
 * Rejects with `cannot-write`. `milliseconds` is what one save costs at least.
 */
export const examineFolder = async (
  folder: string,
  { create = false }: { readonly create?: boolean } = {},
): Promise<{ readonly folder: string; readonly milliseconds: number }> => {
  const first = temporaryIn(folder);
  const second = temporaryIn(folder);
  try {
    if (create) await makeFolders(folder);
    const started = performance.now();
    const handle = await open(first, 'wx');
    try {
      await handle.writeFile('acquis');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(first, second);
    await syncFolder(folder);
    return { folder, milliseconds: Math.round(performance.now() - started) };
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    await rm(first, { force: true }).catch(() => undefined);
    await rm(second, { force: true }).catch(() => undefined);
  }
};
