/** The side of the child: reads one folder after the other and answers. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { assetPath } from '../assets.ts';
import { READY, refusalOf, type Answer, type FolderReaders, type Task } from './messages.ts';

/** Ctrl-C and a closed terminal reach every process of the group; what they mean is the command's to decide. */
const SIGNALS_OF_THE_TERMINAL = ['SIGINT', 'SIGHUP'] as const;

const send = (message: unknown): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });

const resultOf = (task: Task, readers: FolderReaders): Promise<unknown> => {
  switch (task.reader) {
    case 'check':
      return readers.check(...task.args);
    case 'prepare':
      return readers.prepare(...task.args);
    case 'readRow':
      return readers.readRow(...task.args);
  }
};

const answerTo = async (task: Task, readers: FolderReaders): Promise<Answer> => {
  try {
    return { result: await resultOf(task, readers) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
};

/** Serves until the command that forked this process lets go of it or dies. */
export const serveFolders = (readers: FolderReaders): void => {
  for (const signal of SIGNALS_OF_THE_TERMINAL) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  // A folder that keeps this thread busy for ever would keep it from hearing that.
  const watch = new Worker(assetPath('bin/watch-parent.js'));
  let last: Promise<unknown> = once(watch, 'message').then(() => send(READY));
  watch.unref();
  process.on('message', (task) => {
    // An answer is on its way before the next folder is touched: what goes wrong then is never blamed on this one.
    last = last.then(async () => send(await answerTo(task as Task, readers)));
  });
};
