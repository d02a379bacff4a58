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
import { AcquisError } from '../app/errors.ts';

const PREFIX = 'acquis-print-';

/** Process numbers mean something only inside one pid namespace: two containers may share a temporary folder. */
const pidSpace = (): string => {
  try {
    return /\d+/u.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
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

/** A private folder for one browser; its name says which process it belongs to. */
export const createRunFolder = (user: BrowserUser | undefined): RunFolder => {
  const parents = user
    ? [tmpdir(), '/tmp', '/var/tmp'].filter((folder) => isReachableByAll(folder))
    : [tmpdir()];
  const parent = parents.find((folder) => isWritable(folder));
  if (parent === undefined) {
    throw new AcquisError('io', 'cannot-write', { file: tmpdir(), reason: 'EACCES' });
  }
  const path = mkdtempSync(join(parent, `${PREFIX}${pidSpace()}-${process.pid}-`));
  for (const folder of ['profile', 'home', 'tmp'].map((name) => join(path, name))) {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  if (user) chmodSync(path, 0o711);
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
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
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const names = await readdir(parent).catch(() => []);
    for (const name of names) {
      const [owner, pid] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-') : [];
      if (owner !== space || pid === undefined || isAlive(Number(pid))) continue;
      const found = await lstat(join(parent, name)).catch(() => undefined);
      if (found?.isDirectory() !== true || found.uid !== process.getuid?.()) continue;
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
};
