/**
 * Writing so that what was acknowledged survives a kill and a power cut: the whole text into a temporary file beside the
 * target, fsync, rename, fsync of the folder. The usual npm writers ignore short writes or leave the folder out.
 */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './disk-errors.ts';

const TEMP_PREFIX = '.acquis-tmp-';
/** An antivirus or an indexer on Windows holds a fresh file for a moment. */
const RENAME_DELAYS_MS = [10, 30, 80, 150, 250, 400, 500, 500] as const;

export const temporaryIn = (folder: string): string =>
  join(folder, `${TEMP_PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`);

/** Temporaries of a run that was killed. Only under the lock: a living one may belong to another command. */
export const sweepTemporaries = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (name.startsWith(TEMP_PREFIX)) await rm(join(folder, name), { force: true });
};

/** Makes the entries of a folder durable. Windows cannot open a folder; there the rename itself is journalled. */
export const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (process.platform !== 'win32' || !['EPERM', 'EISDIR', 'EACCES'].includes(codeOf(error))) throw error;
  }
};

/** `move` is the rename of the system; tests give one that fails. */
export const renameDurably = async (from: string, to: string, move = rename): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    try {
      await move(from, to);
      break;
    } catch (error) {
      const delay = RENAME_DELAYS_MS[attempt];
      if (delay === undefined || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error;
      await sleep(delay);
    }
  }
  await syncFolder(dirname(to));
};

/**
 * Fills a temporary file beside `path` by `fill`, makes it durable, and hands its name to `place`; whatever goes wrong,
 * the temporary is gone afterwards.
 */
export const writeThrough = async <T>(
  path: string,
  fill: (handle: FileHandle) => Promise<T>,
  place: (temporary: string, filled: T) => Promise<void> = (temporary) => renameDurably(temporary, path),
): Promise<T> => {
  const temporary = temporaryIn(dirname(path));
  try {
    const handle = await open(temporary, 'wx', 0o644);
    let filled: T;
    try {
      filled = await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await place(temporary, filled);
    return filled;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** Replaces `path` by `content`, whole or not at all. `writeFile` on a handle loops until every byte is written. */
export const writeDurably = async (path: string, content: string | Uint8Array): Promise<void> => {
  await writeThrough(path, (handle) => handle.writeFile(content));
};
