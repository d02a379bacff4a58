/** Opening files of a folder that somebody else may have made: no link is followed, nothing that could block is opened. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { cannotRead, codeOf } from './disk-errors.ts';

/** Windows has neither flag: there `lstat` alone decides. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export class NotAPlainFile extends Error {
  readonly code: string;
  constructor(code: 'link' | 'not-a-file') {
    super(code);
    this.code = code;
  }
}

/** Where an open file is, as the system tells it (Linux). */
const placeOf = (descriptor: number): string | undefined => {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return undefined;
  }
};

/** Some file systems take a name in any case and form, and tell it in their own. */
const spelled = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Throws `NotAPlainFile` where what was opened is not the file at `real`, a path that was found to have no link on it: a
 * folder on the way was exchanged for one between the look and the opening.
 */
const requireUnmoved = (descriptor: number, real: string): void => {
  const place = placeOf(descriptor);
  if (place !== undefined && spelled(place) === spelled(real)) return;
  // Another look at the path would ask whoever exchanges folders a second time.
  if (place !== undefined) throw new NotAPlainFile('link');
  // Where the system does not tell: the same file must stand there still.
  const [found, opened] = [lstatSync(real, { bigint: true }), fstatSync(descriptor, { bigint: true })];
  if (realpathSync.native(real) !== real || found.dev !== opened.dev || found.ino !== opened.ino)
    throw new NotAPlainFile('link');
};

/** As `openPlainFile`, for a path of `resolveInside`. */
export const openRealFile = async (real: string): Promise<FileHandle> => {
  const handle = await openPlainFile(real);
  try {
    requireUnmoved(handle.fd, real);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
};

/** Throws `NotAPlainFile` for a link, a folder, a FIFO, a device or a socket; the caller closes the handle. */
export const openPlainFile = async (path: string): Promise<FileHandle> => {
  const found = await lstat(path);
  if (found.isSymbolicLink()) throw new NotAPlainFile('link');
  if (!found.isFile()) throw new NotAPlainFile('not-a-file');
  const handle = await open(path, FLAGS).catch((error: unknown) => {
    throw codeOf(error) === 'ELOOP' ? new NotAPlainFile('link') : error;
  });
  const opened = await handle.stat();
  if (opened.isFile()) return handle;
  await handle.close();
  throw new NotAPlainFile('not-a-file');
};

/**
 * The bytes of a plain file, at most `limit` and one more: enough to see that it is too large. Throws `NotAPlainFile` for
 * a link, a folder, a FIFO, a device or a socket, and what the system refuses.
 */
export const readPlainFile = (path: string, limit: number): Uint8Array => readOpened(path, limit, false);

/** As `readPlainFile`, for a path of `resolveInside`. */
export const readRealFile = (real: string, limit: number): Uint8Array => readOpened(real, limit, true);

const readOpened = (path: string, limit: number, isReal: boolean): Uint8Array => {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) throw new NotAPlainFile('link');
  if (!found.isFile()) throw new NotAPlainFile('not-a-file');
  const descriptor = openWithoutLinks(path);
  try {
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) throw new NotAPlainFile('not-a-file');
    if (isReal) requireUnmoved(descriptor, path);
    const bytes = Buffer.allocUnsafe(Math.min(opened.size, limit) + 1);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
};

/** The same for a file that was named by a person or is needed: rejects with `cannot-read`, which names it. */
export const readNamedFile = (path: string, limit: number): Uint8Array => {
  try {
    return readPlainFile(path, limit);
  } catch (error) {
    throw cannotRead(path, error);
  }
};

/**
 * The same behind a link that a person typed: theirs leads where they mean. For what vouches for itself and is only looked
 * at or unpacked elsewhere; what enters a portfolio of theirs (a proof, a review) is the file itself, never a link.
 */
export const readTypedFile = (path: string, limit: number): Uint8Array => {
  try {
    return readPlainFile(realpathSync.native(path), limit);
  } catch (error) {
    throw cannotRead(path, error);
  }
};

/** As `openPlainFile`, behind a link that a person typed. */
export const openTypedFile = async (path: string): Promise<FileHandle> => openPlainFile(await realpath(path));

const openWithoutLinks = (path: string): number => {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    throw codeOf(error) === 'ELOOP' ? new NotAPlainFile('link') : error;
  }
};

/** True for a folder that is no link: what lies behind a link in a received folder may be anybody's. */
export const isPlainFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
