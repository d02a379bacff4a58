import { lstat, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { DocumentWriter } from '../app/ports-export.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { writeDurably } from './durable-file.ts';

/** Makes a folder that is neither a link nor a file; a link in a received portfolio could lead anywhere. */
const makePlainFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const found = await lstat(path);
    if (!found.isDirectory()) throw new AcquisError('io', 'cannot-write', { file: path, reason: 'ENOTDIR' });
  }
};

/** Writes documents beside or outside a portfolio, whole or not at all. */
export const createDocumentWriter = (): DocumentWriter => ({
  write: async ({ folder, below, name }, content) => {
    let path = resolve(folder);
    try {
      await mkdir(path, { recursive: true });
      for (const part of below) {
        path = join(path, part);
        await makePlainFolder(path);
      }
      path = join(path, name);
      await writeDurably(path, content);
      return path;
    } catch (error) {
      throw cannotWrite(path, error);
    }
  },
});
