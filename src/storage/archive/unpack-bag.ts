import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { cannotWrite, codeOf } from '../disk-errors.ts';
import { renameDurably, syncFolder, temporaryIn } from '../durable-file.ts';
import type { BagFile, OpenBag } from './open-bag.ts';
import { refuseArchive } from './open-zip.ts';

const PRIVATE = 0o700;

/** `wx`: nothing that is there is written through; 0600: nothing that comes out can be run, whatever the archive says. */
const writeFile = async (bag: OpenBag, file: BagFile, target: string): Promise<void> => {
  const hash = createHash('sha256');
  const handle = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of bag.read(file)) {
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    // The archive may have been replaced since it was verified.
    if (hash.digest('hex') !== file.sha256)
      throw refuseArchive(bag.shown, [{ code: 'bag-altered', path: file.item.path }]);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const fill = async (bag: OpenBag, files: readonly BagFile[], root: string): Promise<void> => {
  const folders = new Set<string>([root]);
  for (const file of files) {
    const parts = file.path.split('/').slice(0, -1);
    for (const [index] of parts.entries()) {
      const folder = join(root, ...parts.slice(0, index + 1));
      if (folders.has(folder)) continue;
      await mkdir(folder, PRIVATE);
      folders.add(folder);
    }
    await writeFile(bag, file, join(root, file.path));
  }
  for (const folder of folders) await syncFolder(folder);
};

/**
 * Takes files out into a new folder in `home` and hands its name to `use`, which moves it to its place; if anything goes
 * wrong before that, the folder is gone.
 */
export const unpackInto = async <T>(
  bag: OpenBag,
  files: readonly BagFile[],
  home: string,
  use: (temporary: string) => Promise<T>,
): Promise<T> => {
  const temporary = temporaryIn(home);
  try {
    await mkdir(temporary, PRIVATE);
    await chmod(temporary, PRIVATE);
    await fill(bag, files, temporary);
    return await use(temporary);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw cannotWrite(home, error);
  }
};

const taken = (folder: string): AcquisError => new AcquisError('usage', 'restore-taken', { folder });

/** Refuses a folder that holds anything, a file, and a link; an empty folder gives way. */
export const requireFreeFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw codeOf(error) === 'ENOTDIR' ? taken(folder) : cannotWrite(folder, error);
  });
  if (names.length > 0) throw taken(folder);
};

/** The folder appears under its name, whole, unless that name was taken meanwhile. */
export const placeFolder = async (temporary: string, folder: string): Promise<void> => {
  // Windows renames onto nothing, not even onto an empty folder.
  await rmdir(folder).catch(() => undefined);
  const move: typeof rename = async (from, to) => {
    await rename(from, to).catch((error: unknown) => {
      throw ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error)) ? taken(folder) : error;
    });
  };
  await renameDurably(temporary, folder, move);
  await syncFolder(dirname(folder));
};
