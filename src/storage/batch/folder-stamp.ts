/**
 * Whether files may have changed since, told without reading one: what the system notes of each when it is written. It
 * sets the second date itself (`ctime`), so that bytes of another content and the same length, put there by a program
 * that gives the first date back, are noticed too.
 */
import { createHash, type Hash } from 'node:crypto';
import { type BigIntStats, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORTS_FOLDER } from '../../domain/folder-names.ts';

/** As where contents are compared: beyond these a folder is done anew. */
const MOST_ENTRIES = 5_000;
const MOST_DEPTH = 16;

const noted = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${ino} ${size} ${mtimeNs} ${ctimeNs}`;

interface Walk {
  readonly root: string;
  readonly hash: Hash;
  left: number;
}

/** False where a link, a FIFO or a device lies, or more than is looked through. */
const takeFolder = (walk: Walk, below: string, depth: number): boolean => {
  const entries = readdirSync(join(walk.root, below), { withFileTypes: true });
  walk.left -= entries.length;
  if (depth > MOST_DEPTH || walk.left < 0) return false;
  return entries.every((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    // No more than surely changes nothing: what is looked at beyond that can only make a folder be done again.
    if (entry.name.startsWith('.') || path === EXPORTS_FOLDER) return true;
    if (!entry.isFile() && !entry.isDirectory()) return false;
    const own = entry.isFile() ? noted(lstatSync(join(walk.root, path), { bigint: true })) : 'folder';
    walk.hash.update(`${Buffer.byteLength(path)} ${path} ${own}\n`);
    return entry.isFile() || takeFolder(walk, path, depth + 1);
  });
};

/** Of every file that documents may be made from: all but documents and what programs hide; undefined where it cannot be told. */
export const stampFolder = (root: string): string | undefined => {
  const hash = createHash('sha256');
  try {
    return takeFolder({ root, hash, left: MOST_ENTRIES }, '', 0) ? hash.digest('hex') : undefined;
  } catch {
    return undefined;
  }
};

/** Of files that were written; undefined where one of them is no plain file, or gone. */
export const stampFiles = (paths: readonly string[]): string | undefined => {
  const hash = createHash('sha256');
  try {
    for (const path of paths) {
      const found = lstatSync(path, { bigint: true });
      if (!found.isFile()) return undefined;
      hash.update(`${noted(found)}\n`);
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  }
};
