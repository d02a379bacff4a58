/** Folders, made so that nothing received can lead our writing elsewhere, and nobody else can look into what is private. */
import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import { codeOf } from './disk-errors.ts';
import { syncFolder } from './durable-file.ts';

/** Only the candidate looks into the folder of a portfolio. */
const PRIVATE = 0o700;

/**
 * A new folder is an entry of the one above: after a power cut it is there only if that one was synced, whatever was
 * synced in it. Who may write above and not read cannot sync it; that costs no command.
 */
const holdEntry = (path: string): Promise<void> =>
  syncFolder(dirname(path)).catch((error: unknown) => {
    if (codeOf(error) !== 'EACCES') throw error;
  });

/** Makes a folder that is neither a link nor a file; a link in a received portfolio could lead anywhere. True if it is new. */
export const makePlainFolder = async (path: string, mode?: number): Promise<boolean> => {
  try {
    await mkdir(path, mode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const found = await lstat(path);
    if (found.isDirectory()) return false;
    const reason = found.isSymbolicLink() ? 'link' : 'ENOTDIR';
    throw new AcquisError('io', 'cannot-write', { file: path, reason }, { cause: error });
  }
  await holdEntry(path);
  return true;
};

/** Makes a folder of ours where it lacks. */
export const ensureOwnFolder = async (parent: string, name: string): Promise<string> => {
  const path = join(parent, name);
  await makePlainFolder(path, PRIVATE);
  return path;
};

const isFolder = async (path: string): Promise<boolean | undefined> =>
  stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    },
  );

/**
 * Makes `folder` and what lacks above it, one level after the other: Node's own `recursive` never comes back from a place
 * such as /proc, where making fails with « no such file ». Returns the topmost one that is new.
 */
export const makeFolders = async (
  folder: string,
  { isPrivate = false }: { readonly isPrivate?: boolean } = {},
): Promise<string | undefined> => {
  const missing: string[] = [];
  let at = resolve(folder);
  let found = await isFolder(at);
  for (; found === undefined && dirname(at) !== at; found = await isFolder(at)) {
    missing.unshift(at);
    at = dirname(at);
  }
  if (found !== true)
    throw new AcquisError('io', 'cannot-write', { file: at, reason: found === false ? 'ENOTDIR' : 'ENOENT' });
  let first: string | undefined;
  for (const path of missing) {
    try {
      await mkdir(path, isPrivate ? PRIVATE : undefined);
      first ??= path;
    } catch (error) {
      // Somebody else made it meanwhile.
      if (codeOf(error) !== 'EEXIST' || (await isFolder(path)) !== true) throw error;
    }
    await holdEntry(path);
  }
  return first;
};
