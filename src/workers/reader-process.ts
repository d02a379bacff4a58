/** One child process and the tasks in its hands. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { READY, type Answer, type Task } from './messages.ts';

export interface Job {
  readonly task: Task;
  /** True once a process died over it. */
  retried: boolean;
  /** True once nobody waits for it any more. */
  dropped: boolean;
  settle(answer: Answer): void;
  /** It is given up: too much time or memory, or it brings its process down. */
  exceed(excess: Excess): void;
  fail(error: Error): void;
}

export type Excess = 'time' | 'memory' | 'crash';

export interface Limits {
  /** For one task. */
  readonly milliseconds: number;
  /** What the process may hold in memory; tasks come one by one, so it is what one may make it hold. */
  readonly bytes: number;
}

/** How a process ended: `begun` is the task it ended over, `untouched` those that were still to come. */
export interface End {
  readonly begun: Job | undefined;
  readonly excess: Excess;
  readonly untouched: readonly Job[];
  /** False when it never came to its first task. */
  readonly started: boolean;
  /** The last it wrote before it died. */
  readonly words: string;
}

export interface ReaderProcess {
  /** Tasks given and not answered yet. */
  readonly load: number;
  give(job: Job): void;
  /** Ends it where its task has gone beyond the limits; `elapsed` milliseconds have passed since it was last looked at. */
  watch(elapsed: number): void;
  /** Ends it; resolves with what was in its hands once it is gone. */
  kill(): Promise<readonly Job[]>;
}

/** Nothing of what a person keeps in her environment concerns a reader: only where it runs. */
const KEPT = ['TZ', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT'] as const;

const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );

const MEGABYTE = 1_048_576;
/** Of the memory limit; the rest is for what V8 keeps outside its heap. */
const HEAP_SHARE = 0.6;
const GONE_MS = 2000;
/** To come up; no task is to blame for that. */
const START_MS = 30_000;

/** Bytes a process holds, where the system tells it (Linux). */
const heldBy = (pid: number | undefined): number => {
  try {
    return (
      Number(/^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024
    );
  } catch {
    return 0;
  }
};

/** Forks `entry` and tells the end of the process once, unless it was asked for by `kill`. */
export const startProcess = (
  { entry, args }: { readonly entry: string; readonly args: readonly string[] },
  { milliseconds, bytes }: Limits,
  on: { answered(): void; ended(end: End): void },
): ReaderProcess => {
  const child = fork(entry, args, {
    serialization: 'advanced',
    env: environment(),
    execArgv: [`--max-old-space-size=${Math.round((bytes * HEAP_SHARE) / MEGABYTE)}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const jobs: Job[] = [];
  let started = false;
  let over = false;
  let spent = 0;
  let words = '';

  /** A process that waits for its next task keeps the command alive no longer than the command wants; it ends with it. */
  const keepAlive = (isBusy: boolean): void => {
    for (const handle of [child, child.channel, child.stderr as Socket | null])
      if (isBusy) handle?.ref();
      else handle?.unref();
  };

  const end = (excess: Excess): void => {
    if (over) return;
    over = true;
    const held = jobs.splice(0);
    const begun = started ? held.shift() : undefined;
    on.ended({ begun, excess, untouched: held, started, words });
  };

  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-4000);
  });
  child.on('message', (message) => {
    if (over) return;
    if (message === READY) {
      started = true;
      spent = 0;
      return;
    }
    spent = 0;
    jobs.shift()?.settle(message as Answer);
    if (jobs.length === 0) keepAlive(false);
    on.answered();
  });
  const gone = new Promise<void>((resolve) => {
    child.on('error', () => {
      end('crash');
      resolve();
    });
    // Its last answer may still be on the way when it is gone; `close` comes behind what it wrote.
    const finish = (): void => {
      end(/heap out of memory/u.test(words) ? 'memory' : 'crash');
      resolve();
    };
    child.on('close', () => {
      if (child.connected) child.once('disconnect', finish);
      else finish();
    });
  });

  return {
    get load() {
      return jobs.length;
    },
    give: (job) => {
      if (jobs.length === 0) {
        spent = 0;
        keepAlive(true);
      }
      jobs.push(job);
      // A child that is gone is told by its end.
      child.send(job.task, () => undefined);
    },
    watch: (elapsed) => {
      if (over || jobs.length === 0) return;
      spent += elapsed;
      const excess =
        spent > (started ? milliseconds : START_MS)
          ? 'time'
          : heldBy(child.pid) > bytes
            ? 'memory'
            : undefined;
      if (excess === undefined) return;
      child.kill('SIGKILL');
      end(excess);
    },
    kill: async () => {
      over = true;
      keepAlive(true);
      child.kill('SIGKILL');
      let timer: NodeJS.Timeout | undefined;
      // A process that waits for a dead disk dies when the disk answers.
      await Promise.race([gone, new Promise((resolve) => (timer = setTimeout(resolve, GONE_MS)))]);
      clearTimeout(timer);
      return jobs.splice(0);
    },
  };
};
