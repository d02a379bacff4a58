import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAcquis, type Run } from './run-acquis.ts';

const PRELOAD = fileURLToPath(new URL('fault-injection.cjs', import.meta.url));

export type FaultKind = 'kill' | 'torn' | 'ENOSPC' | 'EIO';

/** Runs a command on `folder` with one fault, or only counting into `log`. */
export const runWithFault = (
  args: readonly string[],
  folder: string,
  fault: { at: number; kind: FaultKind } | { log: string },
): Promise<Run> =>
  runAcquis(args, {
    env: {
      NODE_OPTIONS: `--require ${PRELOAD}`,
      FAULT_DIR: folder,
      ...('log' in fault ? { FAULT_LOG: fault.log } : { FAULT_AT: String(fault.at), FAULT_KIND: fault.kind }),
    },
  });

/** Nobody's: `erase` looks through the whole memory of exports, and there may be thousands from other runs. */
const NO_CACHE = join(tmpdir(), 'acquis-no-cache');
const BATCH = fileURLToPath(new URL('fault-batch.js', import.meta.url));

export interface PlannedFault {
  readonly args: readonly string[];
  /** Only calls below it count. */
  readonly dir: string;
  /** Absent: no fault. */
  readonly at?: number;
  readonly kind?: FaultKind;
}

export type FaultedRun = Pick<Run, 'status' | 'stderr'> & { readonly calls: readonly string[] };

/** All in one process, one after the other; a run that dies in it has no status. */
export const runWithFaults = (plan: readonly PlannedFault[]): readonly FaultedRun[] => {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [BATCH], {
    input: JSON.stringify(plan),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, XDG_CACHE_HOME: NO_CACHE },
  });
  if (signal !== 'SIGKILL') throw new Error(stderr);
  return JSON.parse(stdout) as readonly FaultedRun[];
};

export const copyFolder = (from: string, to: string): string => {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  return to;
};

/** Every file below a folder, from its root; none when it is not there. */
export const filesIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

export const temporariesIn = (folder: string): string[] =>
  filesIn(folder).filter((file) => file.includes('.acquis-tmp-'));

/** As if its holder had been dead for a minute. */
export const letLockGoStale = (folder: string): void => {
  const lock = join(folder, '.acquis', 'lock');
  const past = new Date(Date.now() - 60_000);
  if (existsSync(lock)) utimesSync(lock, past, past);
};

export const readLines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');

/** Runs `work` on all items, a few at a time. */
export const eachOf = async <T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const rest = [...items];
  const next = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, next));
};
