import { stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { ReportFile } from '../app/ports/batch-run.ts';
import { cannotWrite } from './disk-errors.ts';
import { writeThrough } from './durable-file.ts';
import { makeFolders } from './own-folder.ts';

/** A report is made to be sent or published: the person's own habit (umask) decides who may read it. */
const SHARED = 0o666;

export const createReportFile = (): ReportFile => ({
  prepare: async (path) => {
    const target = resolve(path);
    try {
      await makeFolders(dirname(target));
      const there = await stat(target).catch(() => undefined);
      // A report replaces what it finds: only another file may be lost that way.
      if (there && !there.isFile())
        throw new AcquisError('io', 'cannot-write', {
          file: path,
          reason: there.isDirectory() ? 'EISDIR' : 'not-a-file',
        });
    } catch (error) {
      throw cannotWrite(path, error);
    }
  },
  write: async (path, chunks) => {
    try {
      await writeThrough(resolve(path), (handle) => writeFile(handle, chunks), undefined, SHARED);
    } catch (error) {
      throw cannotWrite(path, error);
    }
  },
});
