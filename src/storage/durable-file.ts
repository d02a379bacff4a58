/**
 * Writing so that what was acknowledged survives a kill and a power cut: the whole text into a temporary file beside the
 * target, fsync, rename, fsync of the folder. The usual npm writers ignore short writes or leave the folder out.
 */
import { randomBytes } from 'node:crypto';
import { link, lstat, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './disk-errors.ts';

const TEMP_PREFIX = '.acquis-tmp-';
/** An antivirus or an indexer on Windows holds a fresh file for a moment. */
const RENAME_DELAYS_MS = [10, 30, 80, 150, 250, 400, 500, 500] as const;

export const temporaryIn = (folder: string): string =>
  join(folder, `${TEMP_PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`);

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** The number of a dead process is given out again (in a container at once): no copy stands still for that long. */
const ABANDONED_MS = 3_600_000;

const isLeftOver = async (path: string): Promise<boolean> => {
  const pid = Number(new RegExp(`^\\${TEMP_PREFIX}(\\d{1,10})-`).exec(basename(path))?.[1] ?? 0);
  if (pid === 0 || !isAlive(pid)) return true;
  return lstat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > ABANDONED_MS,
    () => false,
  );
};

/**
 * Takes away the temporaries of runs that were killed, never those of a living one: a proof is copied outside the lock.
 * A link in the place of the folder is left alone, since what it leads to is not ours.
 */
export const sweepTemporaries = async (folder: string): Promise<void> => {
  const isPlain = await lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const names = isPlain ? await readdir(folder).catch(() => []) : [];
  for (const name of names)
    if (name.startsWith(TEMP_PREFIX) && (await isLeftOver(join(folder, name))))
      // A folder that was being filled, or a file.
      await rm(join(folder, name), { force: true, recursive: true });
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

/** Gives a finished temporary its name unless that name is taken (false); some file systems know no links. */
export const placeFresh = async (temporary: string, target: string): Promise<boolean> => {
  try {
    await link(temporary, target);
    await rm(temporary);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
  }
  if (
    await lstat(target).then(
      () => true,
      () => false,
    )
  )
    return false;
  await renameDurably(temporary, target);
  return true;
};

/** For what only the candidate reads; a file that is replaced keeps the mode it has. */
const PRIVATE = 0o600;

const keepMode = async (handle: FileHandle, path: string): Promise<void> => {
  const old = await lstat(path).catch(() => undefined);
  const wanted = old?.isFile() ? old.mode & 0o777 : undefined;
  if (wanted === undefined || ((await handle.stat()).mode & 0o777) === wanted) return;
  // Some file systems (FAT) have one mode for all.
  await handle.chmod(wanted).catch(() => undefined);
};

/**
 * Fills a temporary file beside `path` by `fill`, makes it durable, and hands its name to `place`; whatever goes wrong,
 * the temporary is gone afterwards.
 */
export const writeThrough = async <T>(
  path: string,
  fill: (handle: FileHandle) => Promise<T>,
  place: (temporary: string, filled: T) => Promise<void> = (temporary) => renameDurably(temporary, path),
  mode = PRIVATE,
): Promise<T> => {
  const temporary = temporaryIn(dirname(path));
  try {
    const handle = await open(temporary, 'wx', mode);
    let filled: T;
    try {
      filled = await fill(handle);
      await keepMode(handle, path);
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
export const writeDurably = async (
  path: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<void> => {
  await writeThrough(path, (handle) => handle.writeFile(content), undefined, mode);
};
