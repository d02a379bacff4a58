/** Reads folders in child processes, so that one made to harm can end or stop no more than the process it is read in. */
import { AcquisError, Cancelled } from '../app/errors.ts';
import type { FolderWorkers } from '../app/ports-batch.ts';
import { startProcess, type End, type FolderProcess, type Job, type Limits } from './folder-process.ts';
import type { Answer, Task } from './messages.ts';
import { errorOf } from './refusals.ts';

export interface FolderWorkersOptions {
  /** The program of a child, as `fork` takes it; it calls `serveFolders`. */
  readonly entry: string;
  readonly args?: readonly string[];
  /** Processes at a time. */
  readonly jobs: number;
  readonly limits?: Partial<Limits>;
}

const LIMITS: Limits = { milliseconds: 30_000, bytes: 805_306_368 };
/** One folder in work and one at hand: the process never waits for us, and little has to be given to another if it dies. */
const AT_HAND = 2;
const LOOK_MS = 250;
/** A laptop that slept or a run that was stopped (Ctrl-Z) did not spend that time on a folder. */
const MOST_SEEN_MS = 1000;
const MOST_FAILED_STARTS = 3;

export const createFolderWorkers = ({
  entry,
  args = [],
  jobs,
  limits,
}: FolderWorkersOptions): FolderWorkers => {
  const allowed = { ...LIMITS, ...limits };
  const processes = new Set<FolderProcess>();
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

  const start = (): FolderProcess => {
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
      const idlest = [...processes].toSorted((a, b) => a.load - b.load)[0];
      const chosen = processes.size < jobs && (idlest === undefined || idlest.load > 0) ? start() : idlest;
      if (chosen === undefined || chosen.load >= AT_HAND) return;
      chosen.give(waiting.shift()!);
    }
  };

  const replace = ({ begun, excess, untouched, started, words }: End): void => {
    waiting.unshift(...untouched);
    if (!started && ++failedStarts >= MOST_FAILED_STARTS) {
      const error = new Error(`a reader of folders does not start: ${words}`);
      for (const job of waiting.splice(0)) job.fail(error);
    }
    if (begun !== undefined) {
      // A process may have died of what came before: the folder has one chance in a process that saw nothing else.
      if (excess === 'time' || begun.retried)
        begun.fail(new AcquisError('data', 'folder-limit', { folder: begun.folder, limit: excess }));
      else {
        begun.retried = true;
        start().give(begun);
      }
    }
    dispatch();
  };

  const submit = (task: Task, folder: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Cancelled());
      const settle = (answer: Answer): void =>
        'result' in answer ? resolve(answer.result) : reject(errorOf(answer.refusal));
      waiting.push({ task, folder, retried: false, settle, fail: reject });
      dispatch();
    });

  return {
    check: (...args) => submit({ reader: 'check', args }, args[0]) as ReturnType<FolderWorkers['check']>,
    prepare: (...args) =>
      submit({ reader: 'prepare', args }, args[0].folder) as ReturnType<FolderWorkers['prepare']>,
    readRow: (...args) =>
      submit({ reader: 'readRow', args }, args[0]) as ReturnType<FolderWorkers['readRow']>,
    recall: (...args) =>
      submit({ reader: 'recall', args }, args[0].request.folder) as ReturnType<FolderWorkers['recall']>,
    remember: (...args) =>
      submit({ reader: 'remember', args }, args[0].request.folder) as ReturnType<FolderWorkers['remember']>,
    close: async () => {
      isClosed = true;
      clearInterval(look);
      const held = await Promise.all([...processes].map((process) => process.kill()));
      for (const job of [...held.flat(), ...waiting.splice(0)]) job.fail(new Cancelled());
      processes.clear();
    },
  };
};
