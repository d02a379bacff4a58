/** Several child processes that take tasks in turn, under limits: what is made to harm ends or stops no more than one. */
import { Cancelled } from '../app/errors.ts';
import type { Answer, Task } from './messages.ts';
import {
  startProcess,
  type End,
  type Excess,
  type Job,
  type Limits,
  type ReaderProcess,
} from './reader-process.ts';
import { errorOf } from './refusals.ts';

export interface PoolOptions {
  /** The program of a child, as `fork` takes it; it calls `serveReaders`. */
  readonly entry: string;
  readonly args?: readonly string[];
  /** Processes at a time. */
  readonly jobs: number;
  readonly limits?: Partial<Limits>;
}

export interface ProcessPool {
  /**
   * What a child answers; `exceeded` answers or throws for a task that went beyond the limits. Rejects with `Cancelled`
   * once the pool is closed, and with the signal's reason once nobody wants the answer.
   */
  submit(task: Task, exceeded: (excess: Excess) => unknown, signal?: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

const LIMITS: Limits = { milliseconds: 30_000, bytes: 805_306_368 };
/** One task in work and one at hand: the process never waits for us, and little has to be given to another if it dies. */
const AT_HAND = 2;
const LOOK_MS = 250;
/** A laptop that slept or a run that was stopped (Ctrl-Z) did not spend that time on a task. */
const MOST_SEEN_MS = 1000;
const MOST_FAILED_STARTS = 3;

export const createProcessPool = ({ entry, args = [], jobs, limits }: PoolOptions): ProcessPool => {
  const allowed = { ...LIMITS, ...limits };
  const processes = new Set<ReaderProcess>();
  const waiting: Job[] = [];
  let failedStarts = 0;
  let isClosed = false;

  let looked = performance.now();
  const look = setInterval(() => {
    const elapsed = Math.min(performance.now() - looked, MOST_SEEN_MS);
    looked = performance.now();
    for (const process of processes) process.watch(elapsed);
  }, LOOK_MS);
  look.unref();

  const start = (): ReaderProcess => {
    const process = startProcess({ entry, args }, allowed, {
      answered: () => {
        failedStarts = 0;
        dispatch();
      },
      ended: (end) => {
        processes.delete(process);
        replace(end);
      },
    });
    processes.add(process);
    return process;
  };

  const dispatch = (): void => {
    while (waiting.length > 0) {
      if (waiting[0]!.dropped) {
        waiting.shift();
        continue;
      }
      const idlest = [...processes].toSorted((a, b) => a.load - b.load)[0];
      const chosen = processes.size < jobs && (idlest === undefined || idlest.load > 0) ? start() : idlest;
      if (chosen === undefined || chosen.load >= AT_HAND) return;
      chosen.give(waiting.shift()!);
    }
  };

  const replace = ({ begun, excess, untouched, started, words }: End): void => {
    waiting.unshift(...untouched);
    if (!started && ++failedStarts >= MOST_FAILED_STARTS) {
      const error = new Error(`a reader does not start: ${words}`);
      for (const job of waiting.splice(0)) job.fail(error);
    }
    if (begun !== undefined && !begun.dropped) {
      // A process may have died of what came before: the task has one chance in a process that saw nothing else.
      if (excess === 'time' || begun.retried) begun.exceed(excess);
      else {
        begun.retried = true;
        start().give(begun);
      }
    }
    dispatch();
  };

  const submit: ProcessPool['submit'] = (task, exceeded, signal) =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Cancelled());
      signal?.throwIfAborted();
      const over = new AbortController();
      const settle = (act: () => void): void => {
        over.abort();
        act();
      };
      const job: Job = {
        task,
        retried: false,
        dropped: false,
        settle: (answer: Answer) =>
          settle(() => ('result' in answer ? resolve(answer.result) : reject(errorOf(answer.refusal)))),
        exceed: (excess) =>
          settle(() => {
            try {
              resolve(exceeded(excess));
            } catch (error) {
              reject(error);
            }
          }),
        fail: (error) => settle(() => reject(error)),
      };
      signal?.addEventListener(
        'abort',
        () => {
          job.dropped = true;
          reject(signal.reason);
        },
        { once: true, signal: over.signal },
      );
      waiting.push(job);
      dispatch();
    });

  return {
    submit,
    close: async () => {
      isClosed = true;
      clearInterval(look);
      const held = await Promise.all([...processes].map((process) => process.kill()));
      for (const job of [...held.flat(), ...waiting.splice(0)]) job.fail(new Cancelled());
      processes.clear();
    },
  };
};
