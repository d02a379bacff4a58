/**
 * Small texts of our own in a folder that may be deleted at any time: no lock, since each is written whole under its final
 * name, carries its own hash, and is only ever believed when that hash fits.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** In each of 256 drawers: 32,768 records, of some 2 kB each. */
const MOST_PER_DRAWER = 128;
/** Larger ones are not kept, so that hostile folders cannot make more than 1 GB of them all. */
const MOST_BYTES = 32 * 1024;

export interface PrivateRecords {
  /** What was last kept under `name` (64 hexadecimal digits); marks it as used. Undefined when nothing sound is there. */
  read(name: string): string | undefined;
  /** Never throws. */
  keep(name: string, text: string): void;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Names, titles and file names of candidates stand in there; and who could write there could have work left undone. */
const isOurs = (folder: string): boolean => {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  const user = process.getuid?.();
  return user === undefined || (found.uid === user && (found.mode & 0o077) === 0);
};

const ready = (folder: string): boolean => {
  try {
    // What lies above may hold a browser that another user runs.
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // There already, or nowhere to be made: looked at below.
  }
  try {
    return isOurs(folder);
  } catch {
    return false;
  }
};

const lastUse = (path: string): number => {
  try {
    return lstatSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

/** The longest unused go first, a few more than needed so that not every write has to look. */
const trim = (drawer: string): void => {
  const names = readdirSync(drawer);
  if (names.length <= MOST_PER_DRAWER) return;
  const oldestFirst = names
    .map((name) => join(drawer, name))
    .map((path) => ({ path, used: lastUse(path) }))
    .toSorted((a, b) => a.used - b.used);
  for (const { path } of oldestFirst.slice(0, names.length - MOST_PER_DRAWER + 8))
    rmSync(path, { force: true });
};

/** Records in `folder`, made when missing, for its user alone; where it is not, nothing is kept and nothing believed. */
export const openPrivateRecords = (folder: string): PrivateRecords => {
  let usable: boolean | undefined;
  const isUsable = (): boolean => (usable ??= ready(folder));
  const drawerOf = (name: string): string => join(folder, name.slice(0, 2));

  return {
    read: (name) => {
      try {
        if (!isUsable()) return undefined;
        const path = join(drawerOf(name), name);
        const kept = readFileSync(path, 'utf8');
        const end = kept.indexOf('\n');
        const text = kept.slice(end + 1);
        if (kept.slice(0, end) !== hashOf(text)) return undefined;
        const now = new Date();
        utimesSync(path, now, now);
        return text;
      } catch {
        return undefined;
      }
    },

    keep: (name, text) => {
      const drawer = drawerOf(name);
      const temporary = join(drawer, `${name}.${process.pid}-${randomBytes(4).toString('hex')}`);
      try {
        if (Buffer.byteLength(text) > MOST_BYTES || !isUsable()) return;
        mkdirSync(drawer, { recursive: true, mode: 0o700 });
        writeFileSync(temporary, `${hashOf(text)}\n${text}`, { flag: 'wx', mode: 0o600 });
        renameSync(temporary, join(drawer, name));
        trim(drawer);
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
};
