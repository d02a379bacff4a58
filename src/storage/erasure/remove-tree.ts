/** Removing without ever following a link or leaving the disk that the portfolio is on. */
import { lstat, readdir, rm, rmdir, unlink } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../disk-errors.ts';

export interface Removal {
  /** Device of the portfolio's folder: what is mounted inside it is somebody else's. */
  readonly device: number;
  readonly left: string[];
  readonly failed: { path: string; reason: string }[];
}

const found = (path: string): Promise<Stats | undefined> => lstat(path).catch(() => undefined);

const attempt = async (removal: Removal, path: string, work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    const reason = codeOf(error);
    if (reason !== 'ENOENT') removal.failed.push({ path, reason });
  });
};

/** Goes on with the rest where one entry cannot be removed; a link is removed as a link. */
export const removeTree = async (removal: Removal, path: string): Promise<void> => {
  const stats = await found(path);
  if (stats === undefined) return;
  if (!stats.isDirectory()) return attempt(removal, path, unlink(path));
  if (stats.dev !== removal.device) return void removal.left.push(path);
  const names: string[] = await readdir(path).catch((error: unknown) => {
    removal.failed.push({ path, reason: codeOf(error) });
    return [];
  });
  const before = removal.left.length + removal.failed.length;
  // In one order: two folders of the same content are taken away by the same steps.
  for (const name of names.toSorted()) await removeTree(removal, join(path, name));
  if (removal.left.length + removal.failed.length === before) await attempt(removal, path, rmdir(path));
};

/** A folder that is empty but for what systems strew goes; another one stays. True when it is gone. */
export const removeIfEmpty = async (
  removal: Removal,
  path: string,
  strewn: ReadonlySet<string>,
): Promise<boolean> => {
  const names = await readdir(path).catch(() => undefined);
  if (names === undefined || names.some((name) => !strewn.has(name))) return false;
  for (const name of names) await rm(join(path, name), { force: true });
  const before = removal.failed.length;
  await attempt(removal, path, rmdir(path));
  return removal.failed.length === before;
};
