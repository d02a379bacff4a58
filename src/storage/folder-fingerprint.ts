import { createHash, type Hash } from 'node:crypto';
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isLeftOut } from '../domain/named-files.ts';
import { hashAtOnce, OtherThanBytes } from './read-at-once.ts';

/** Beyond these a folder is not looked through: making its documents anew costs less, and is bounded elsewhere. */
const MOST_ENTRIES = 5_000;
const MOST_DEPTH = 16;
const MOST_BYTES = 512n * 1024n * 1024n;

export interface FolderFingerprint {
  /** SHA-256 of every name and every byte. */
  readonly content: string;
  /** SHA-256 of what the system notes when a file changes: tells A, B, A from A. Says nothing on another machine. */
  readonly stamp: string;
}

/** An error of the system: a file that went away, or that we may not read. */
const isOfTheSystem = (error: unknown): boolean => error instanceof Error && 'code' in error;

/** Two names of the same folder never have the same bytes, so their order is the same everywhere. */
const byBytes = (a: Dirent, b: Dirent): number => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name));

interface Walk {
  readonly root: string;
  readonly target: string | undefined;
  readonly content: Hash;
  readonly stamp: Hash;
  entries: number;
  bytes: bigint;
}

const takeFile = (walk: Walk, path: string): void =>
  hashAtOnce(join(walk.root, path), walk.content, {
    frame: ({ size, ino, mtimeNs, ctimeNs }) => {
      walk.bytes += size;
      if (walk.bytes > MOST_BYTES) throw new OtherThanBytes();
      walk.stamp.update(`${ino} ${size} ${mtimeNs} ${ctimeNs}\n`);
      return `file ${Buffer.byteLength(path)} ${path} ${size}\n`;
    },
  });

const takeFolder = (walk: Walk, below: string, depth: number): void => {
  if (depth > MOST_DEPTH) throw new OtherThanBytes();
  const entries = readdirSync(join(walk.root, below), { withFileTypes: true });
  walk.entries += entries.length;
  if (walk.entries > MOST_ENTRIES) throw new OtherThanBytes();
  for (const entry of entries.toSorted(byBytes)) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (isLeftOut(path, walk.target)) continue;
    // A name that is no UTF-8 cannot be opened again by what we were told of it.
    if (path.includes('\uFFFD')) throw new OtherThanBytes();
    if (entry.isFile()) takeFile(walk, path);
    else if (entry.isDirectory()) {
      walk.content.update(`folder ${Buffer.byteLength(path)} ${path}\n`);
      takeFolder(walk, path, depth + 1);
    } else throw new OtherThanBytes();
  }
};

/**
 * Of all that documents may be made from, found without reading a word of it: every plain file below `root` (a real path)
 * but what `isLeftOut`. `target`: the folder right below it that documents go to. Undefined where that cannot
 * be told: a link, a FIFO or a device, too many or too large files, a file that cannot be read or changes meanwhile.
 */
export const fingerprintFolder = (
  root: string,
  target: string | undefined,
): FolderFingerprint | undefined => {
  const walk: Walk = {
    root,
    target,
    content: createHash('sha256'),
    stamp: createHash('sha256'),
    entries: 0,
    bytes: 0n,
  };
  try {
    takeFolder(walk, '', 0);
  } catch (error) {
    if (error instanceof OtherThanBytes || isOfTheSystem(error)) return undefined;
    throw error;
  }
  return { content: walk.content.digest('hex'), stamp: walk.stamp.digest('hex') };
};
