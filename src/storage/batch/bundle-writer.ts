import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { BundleWriter } from '../../app/ports/deposit.ts';
import { cannotWrite, codeOf } from '../disk-errors.ts';
import { isAlive, syncFolder, writeDurably } from '../durable-file.ts';
import { makeFolders } from '../own-folder.ts';

const requireRoom = async (folder: string): Promise<void> => {
  if (folder === '') throw new AcquisError('usage', 'empty-argument');
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw cannotWrite(folder, error);
  });
  if (names.length > 0) throw new AcquisError('usage', 'folder-taken', { folder });
};

/** What a killed run left beside the folder it was to fill. */
const sweepAbandoned = async (parent: string): Promise<void> => {
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    const pid = /^\.acquis-tmp-(\d{1,10})-/.exec(entry.name)?.[1];
    if (pid !== undefined && entry.isDirectory() && !isAlive(Number(pid)))
      await rm(join(parent, entry.name), { recursive: true, force: true });
  }
};

/** All files go into a folder beside the wanted one, which then takes its name: a kill leaves all of them or none. */
export const createBundleWriter = (): BundleWriter => ({
  requireRoom,

  write: async (wanted, files) => {
    const folder = resolve(wanted);
    await requireRoom(folder);
    let temporary: string | undefined;
    try {
      await makeFolders(dirname(folder));
      await sweepAbandoned(dirname(folder));
      temporary = await mkdtemp(join(dirname(folder), `.acquis-tmp-${process.pid}-`));
      for (const { name, content } of files)
        await writeDurably(join(temporary, basename(name)), content, 0o666);
      await syncFolder(temporary);
      // An empty folder in its place gives way; one that is filled meanwhile does not.
      await rename(temporary, folder);
      await syncFolder(dirname(folder));
      return files.map(({ name }) => join(folder, basename(name)));
    } catch (error) {
      if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
      throw cannotWrite(folder, error);
    }
  },
});
