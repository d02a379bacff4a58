/** Reads folders in child processes, so that one made to harm can end or stop no more than the process it is read in. */
import { AcquisError } from '../app/errors.ts';
import type { FolderWorkers } from '../app/ports/batch.ts';
import type { FolderReaders } from './messages.ts';
import { createProcessPool, type PoolOptions } from './process-pool.ts';

export const createFolderWorkers = (options: PoolOptions): FolderWorkers => {
  const pool = createProcessPool(options);
  const ask = <Name extends keyof FolderReaders>(
    reader: Name,
    folder: string,
    args: Parameters<FolderReaders[Name]>,
  ): ReturnType<FolderReaders[Name]> =>
    pool.submit({ reader, args }, (limit) => {
      throw new AcquisError('data', 'folder-limit', { folder, limit });
    }) as ReturnType<FolderReaders[Name]>;
  return {
    check: (...args) => ask('check', args[0], args),
    prepare: (...args) => ask('prepare', args[0].folder, args),
    readRow: (...args) => ask('readRow', args[0], args),
    recall: (...args) => ask('recall', args[0].request.folder, args),
    remember: (...args) => ask('remember', args[0].request.folder, args),
    close: () => pool.close(),
  };
};
