/** Opening files of a folder that somebody else may have made: no link is followed, nothing that could block is opened. */
import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { codeOf } from './disk-errors.ts';

/** Windows has neither flag: there `lstat` alone decides. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export class NotAPlainFile extends Error {
  readonly code: string;
  constructor(code: 'link' | 'not-a-file') {
    super(code);
    this.code = code;
  }
}

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
