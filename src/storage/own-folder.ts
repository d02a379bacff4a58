import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './disk-errors.ts';
import { syncFolder } from './durable-file.ts';
import { NotAPlainFile } from './safe-read.ts';

/** Makes a folder of ours where it lacks; a link in its place is refused: a received folder must not lead our writing elsewhere. */
export const ensureOwnFolder = async (parent: string, name: string): Promise<string> => {
  const path = join(parent, name);
  try {
    await mkdir(path);
    await syncFolder(parent);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!(await lstat(path)).isDirectory()) throw new NotAPlainFile('link');
  }
  return path;
};
