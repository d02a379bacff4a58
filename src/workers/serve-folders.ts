/** The side of the child: reads one folder after the other and answers. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { assetPath } from '../assets.ts';
import { READY, type Answer, type FolderReaders, type Task } from './messages.ts';

/** Ctrl-C and a closed terminal reach every process of the group; what they mean is the command's to decide. */
const SIGNALS_OF_THE_TERMINAL = ['SIGINT', 'SIGHUP'] as const;

const send = (message: unknown): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });

const read = <Name extends keyof FolderReaders>(
  readers: FolderReaders,
  { reader, args }: { readonly reader: Name; readonly args: Parameters<FolderReaders[Name]> },
): Promise<unknown> => (readers[reader] as (...given: typeof args) => Promise<unknown>)(...args);

/** These read bytes alone, and no more of them than a bounded number. */
const isBounded = ({ reader }: Task): boolean => reader === 'recall' || reader === 'remember';

const answerTo = async (task: Task, readers: FolderReaders): Promise<Answer> => {
  try {
    return { result: await read(readers, task) };
  } catch (error) {
    const { refusalOf } = await import('./refusals.ts');
    return { refusal: refusalOf(error) };
  }
};

/** A folder that keeps this thread busy for ever would keep it from hearing that the command is gone. */
const watchParent = (): Promise<unknown> => {
  const watcher = new Worker(assetPath('bin/watch-parent.js'));
  const ready = once(watcher, 'message');
  watcher.unref();
  return ready;
};

/** Serves until the command that forked this process lets go of it or dies. */
export const serveFolders = (readers: FolderReaders): void => {
  for (const signal of SIGNALS_OF_THE_TERMINAL) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  let watched: Promise<unknown> | undefined;
  let announced: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', (task) => {
    // An answer is on its way before the next folder is touched: what goes wrong then is never blamed on this one.
    last = last.then(async () => {
      if (!isBounded(task as Task)) await (watched ??= watchParent());
      // What it takes to come this far is not the folder's time.
      await (announced ??= send(READY));
      await send(await answerTo(task as Task, readers));
    });
  });
};
