/** The side of the child: reads one thing after the other and answers. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { assetPath } from '../assets.ts';
import { READY, type Answer, type ReadersOf, type Task } from './messages.ts';

/** Ctrl-C and a closed terminal reach every process of the group; what they mean is the command's to decide. */
const SIGNALS_OF_THE_TERMINAL = ['SIGINT', 'SIGHUP'] as const;

const send = (message: unknown): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });

type AnyReader = (...args: readonly unknown[]) => Promise<unknown>;

const answerTo = async <Readers extends ReadersOf<Readers>>(
  { reader, args }: Task,
  readers: Readers,
): Promise<Answer> => {
  try {
    // Both ends are typed by the same list of readers; what lies between is plain data.
    const read = readers[reader as keyof Readers] as unknown as AnyReader;
    return { result: await read(...args) };
  } catch (error) {
    const { refusalOf } = await import('./refusals.ts');
    return { refusal: refusalOf(error) };
  }
};

/** A file that keeps this thread busy for ever would keep it from hearing that the command is gone. */
const watchParent = (): Promise<unknown> => {
  const watcher = new Worker(assetPath('bin/watch-parent.js'));
  const ready = once(watcher, 'message');
  watcher.unref();
  return ready;
};

/**
 * Serves until the command that forked this process lets go of it or dies. `isBounded`: a reader that reads bytes alone,
 * and no more of them than a bounded number; it cannot keep the process busy.
 */
export const serveReaders = <Readers extends ReadersOf<Readers>>(
  readers: Readers,
  isBounded: (reader: string) => boolean = () => false,
): void => {
  for (const signal of SIGNALS_OF_THE_TERMINAL) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  let watched: Promise<unknown> | undefined;
  let announced: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', (message) => {
    const task = message as Task;
    // An answer is on its way before the next task is touched: what goes wrong then is never blamed on this one.
    last = last.then(async () => {
      if (!isBounded(task.reader)) await (watched ??= watchParent());
      // What it takes to come this far is not the task's time.
      await (announced ??= send(READY));
      await send(await answerTo(task, readers));
    });
  });
};
