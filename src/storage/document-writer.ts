import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { DocumentWriter } from '../app/ports/export.ts';
import { cannotWrite } from './disk-errors.ts';
import { writeDurably } from './durable-file.ts';
import { makeFolders, makePlainFolder } from './own-folder.ts';

/** Writes documents beside or outside a portfolio, whole or not at all. */
export const createDocumentWriter = (): DocumentWriter => ({
  write: async ({ folder, below, name }, content) => {
    let path = resolve(folder);
    try {
      await makeFolders(path);
      for (const part of below) {
        path = join(path, part);
        await makePlainFolder(path);
      }
      path = join(path, name);
      // Documents are made to be sent: the person's own habit (umask) decides who may read them.
      await writeDurably(path, content, 0o666);
      return { path, sha256: createHash('sha256').update(content).digest('hex') };
    } catch (error) {
      throw cannotWrite(path, error);
    }
  },
});
