import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';

const PREFIX = 'acquis-pdf-';

/** Chromium makes a socket at most this many characters below its temporary folder, and a socket's path has 107 at most. */
const LONGEST_PARENT =
  107 - '/org.chromium.Chromium.XXXXXX/SingletonSocket'.length - `/${PREFIX}zzzzzzz-zzzzz-XXXXXX/t`.length;

/** Process numbers mean something only inside one pid namespace: two containers may share a temporary folder. */
const pidSpace = (): string => {
  try {
    return Number(/\d+/u.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? 0).toString(36);
  } catch {
    return '0';
  }
};

/** True when any user may walk down to `path` (the browser runs as another user when acquis runs as root). */
export const isReachableByAll = (path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
};

/** The system's choice first, then the usual ones, where that one is too deep, closed or read-only. */
const temporaryFolders = (): string[] =>
  process.platform === 'win32'
    ? [tmpdir()]
    : [...new Set([tmpdir(), '/tmp', '/var/tmp'])].filter(({ length }) => length <= LONGEST_PARENT);

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** The user the browser runs as; undefined means « the one who runs acquis ». */
export interface BrowserUser {
  readonly uid: number;
  readonly gid: number;
}

export interface RunFolder {
  /** Everything the browser writes: its profile, its home, its temporary files. Owned by the user it runs as. */
  readonly path: string;
  /** Synchronous, so that it also works from a signal or exit handler. */
  remove(): void;
}

/** Processes that were just killed may still be writing: tried again for a second, then left to the next run's sweep. */
const removeNow = (path: string): void => {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
};

/** A private folder for one browser; its name says which process it belongs to. */
export const createRunFolder = (user: BrowserUser | undefined): RunFolder => {
  const parent = temporaryFolders().find(
    (folder) => isWritable(folder) && (user === undefined || isReachableByAll(folder)),
  );
  if (parent === undefined) {
    throw new AcquisError('io', 'cannot-write', { file: tmpdir(), reason: 'EACCES' });
  }
  const path = mkdtempSync(join(parent, `${PREFIX}${pidSpace()}-${process.pid.toString(36)}-`));
  for (const folder of ['profile', 'home', 't'].map((name) => join(path, name))) {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  if (user) chmodSync(path, 0o711);
  return { path, remove: () => removeNow(path) };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes what killed runs of ours left behind; a folder of a living process or of somebody else stays. */
export const sweepRunFolders = async (): Promise<void> => {
  const space = pidSpace();
  for (const parent of temporaryFolders()) {
    const names = await readdir(parent).catch(() => []);
    for (const name of names) {
      const [owner, pid] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-') : [];
      if (owner !== space || pid === undefined || isAlive(Number.parseInt(pid, 36))) continue;
      const found = await lstat(join(parent, name)).catch(() => undefined);
      if (found?.isDirectory() !== true || found.uid !== process.getuid?.()) continue;
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
};
