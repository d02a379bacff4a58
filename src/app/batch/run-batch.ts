import type { ItemStatus } from '../../domain/batch/item-status.ts';
import { AcquisError } from '../errors.ts';
import type { BatchItem, ItemError, ItemOutcome, RunJournal } from '../ports/batch-run.ts';

export interface BatchRun {
  readonly items: readonly BatchItem[];
  /** Folders worked on at the same time. */
  readonly atOnce: number;
  /** After the first failure nothing new is started. */
  readonly failFast: boolean;
  /** Ends the run: what is being done is given up and nothing of it is kept. */
  readonly signal: AbortSignal;
  readonly journal: RunJournal;
  /** Rejects with what this one folder failed for. */
  readonly work: (item: BatchItem, signal: AbortSignal) => Promise<ItemOutcome>;
  /** Told of each folder as it ends; `resumed` where an interrupted run had done it. */
  readonly notify: (outcome: ItemOutcome, resumed: boolean) => void;
}

export interface BatchTotals {
  readonly counts: Readonly<Record<ItemStatus, number>>;
  /** Why no folder could have ended well: there is no browser to print with. */
  readonly stoppedBy: AcquisError | undefined;
}

/** Of the machine, not of a folder: every other one would fail of it too. */
const HOPELESS = new Set<string>([
  'no-browser',
  'browser-not-there',
  'browser-unreachable',
  'no-sandbox',
  'no-setpriv',
  'missing-library',
  'unsafe-cache',
]);

/**
 * Works through many folders, several at a time. Each ends with an outcome of its own, whatever it throws; memory does
 * not grow with their number, since outcomes go to the journal.
 */
export const runBatch = async (run: BatchRun): Promise<BatchTotals> => {
  const { items, signal, journal } = run;
  const counts = { done: 0, skipped: 0, findings: 0, failed: 0, 'not-started': items.length };
  let stoppedBy: AcquisError | undefined;
  let next = 0;

  const isOver = (): boolean =>
    signal.aborted || stoppedBy !== undefined || (run.failFast && counts.failed > 0);

  const settle = (outcome: ItemOutcome, resumed: boolean): void => {
    counts[outcome.status]++;
    counts['not-started']--;
    run.notify(outcome, resumed);
  };

  const workOn = async (item: BatchItem): Promise<void> => {
    const kept = await journal.kept(item);
    if (kept !== undefined) return settle(kept, true);
    const outcome = await attempt(run, item);
    // What was given up halfway is neither done nor failed.
    if (outcome === undefined) return;
    if (outcome instanceof AcquisError) {
      stoppedBy ??= outcome;
      return;
    }
    await journal.record(item, outcome);
    settle(outcome, false);
  };

  const workThrough = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined && !isOver(); item = items[next]) {
      next++;
      await workOn(item);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, run.atOnce) }, workThrough));
  return { counts, stoppedBy };
};

/** An outcome, undefined for work given up, or an error that would be every folder's. */
const attempt = async (
  { work, signal }: BatchRun,
  item: BatchItem,
): Promise<ItemOutcome | AcquisError | undefined> => {
  try {
    if (item.folder.problem) throw item.folder.problem;
    // A hostile folder may take its time to be given up: the end of the run does not wait for it.
    return await orAborted(work(item, signal), signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (error instanceof AcquisError && HOPELESS.has(error.code)) return error;
    return {
      folder: item.folder.shown,
      certification: item.certification ?? '',
      status: 'failed',
      documents: [],
      findings: [],
      error: keptError(error),
    };
  }
};

/** `doing`, given up when the signal comes; it listens no longer than that takes, since runs are long. */
const orAborted = async <T>(doing: Promise<T>, signal: AbortSignal): Promise<T> => {
  const over = new AbortController();
  const given = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { signal: over.signal });
  });
  try {
    return await Promise.race([doing, given]);
  } finally {
    over.abort();
  }
};

const keptError = (error: unknown): ItemError =>
  error instanceof AcquisError
    ? { code: error.code, args: error.args, details: error.details }
    : { code: 'bug', args: { detail: error instanceof Error ? error.message : String(error) }, details: [] };
