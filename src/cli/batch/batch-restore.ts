import { receiveArchive } from '../../app/batch/receive-archive.ts';
import { runBatch } from '../../app/batch/run-batch.ts';
import { AcquisError } from '../../app/errors.ts';
import type { ReceptionDesk } from '../../app/ports/archive.ts';
import type { BatchItem, ItemOutcome, RunJournal } from '../../app/ports/batch-run.ts';
import { words } from '../../catalogue/index.ts';
import { startProgress } from '../../output/batch/progress.ts';
import { reportChunks } from '../../output/batch/report.ts';
import { listFailures } from '../../output/batch/summary.ts';
import { sayLine } from '../../output/error-report.ts';
import { sayReception } from '../../output/reception-text.ts';
import type { BatchRestoreFlags } from '../commands/batch.ts';
import type { Cli } from '../context.ts';
import { EXIT, SIGNAL_EXITS } from '../exit-codes.ts';
import { dayAsked } from '../flags.ts';
import { batchSettings } from './batch-flags.ts';
import { listenForStop, type Stop } from './stop-signals.ts';

const said = words.archive.batch;

const itemOf = (file: string): BatchItem => ({
  folder: { path: file, shown: file, key: file, identity: file },
  certification: undefined,
  documents: undefined,
  name: file,
});

interface Run {
  readonly items: readonly BatchItem[];
  readonly failFast: boolean;
  readonly today: string;
  readonly journal: RunJournal;
  readonly stop: Stop;
}

/** One archive after the other, and none given up half-way: a signal is heard between two. Returns how many were refused. */
const receiveAll = async (
  desk: ReceptionDesk,
  { items, failFast, today, journal, stop }: Run,
  { terminal }: Cli,
): Promise<number> => {
  const between = new AbortController();
  const counts = { new: 0, replaced: 0, same: 0, older: 0, failed: 0, left: items.length };
  const failures = listFailures();
  const progress = startProgress(terminal, { total: items.length, lines: true });
  const notify = (outcome: ItemOutcome): void => {
    counts[outcome.reception?.status ?? 'failed']++;
    counts.left--;
    failures.add(outcome);
    progress.tell(outcome, false);
    sayReception(outcome, terminal);
    if (stop.signal.aborted) between.abort();
  };
  try {
    const work = (item: BatchItem): Promise<ItemOutcome> => receiveArchive(desk, item, today);
    await runBatch({ items, atOnce: 1, failFast, signal: between.signal, journal, work, notify });
  } finally {
    progress.end();
  }
  failures.say(terminal);
  sayLine(said.summary(counts), terminal);
  return counts.failed;
};

const runToItsEnd = async (
  args: readonly string[],
  flags: BatchRestoreFlags,
  stop: Stop,
  cli: Cli,
): Promise<void> => {
  const { out } = flags;
  const missing = [...(args.length === 0 ? [said.filesName] : []), ...(out === undefined ? ['--out'] : [])];
  if (missing.length > 0 || out === undefined)
    throw new AcquisError('usage', 'missing-flag', { flags: missing.join(', ') });
  if (out === '') throw new AcquisError('usage', 'empty-argument');
  const { report, failFast } = batchSettings(flags);
  const today = dayAsked(cli, flags.at);
  const archives = await cli.archives();
  const items = (await archives.find(args)).map(itemOf);
  if (report) await (await cli.reportFile()).prepare(report.path);
  const options = { out, today };
  const journal = await cli.runJournal(
    { command: 'restore', args, manifest: undefined, options },
    { resume: false },
  );
  try {
    sayLine(said.start(items.length), cli.terminal);
    const run = { items, failFast, today, journal, stop };
    const failed = await archives.atDesk(out, (desk) => receiveAll(desk, run, cli));
    const chunks = (format: 'json' | 'junit' | 'csv'): AsyncIterable<string> =>
      reportChunks(format, journal.outcomes(items), 'acquis batch restore');
    if (report) await (await cli.reportFile()).write(report.path, chunks(report.format));
    if (stop.by === undefined) cli.endWith(failed > 0 ? EXIT.findings : EXIT.done);
    else cli.endWith(SIGNAL_EXITS[stop.by]);
  } finally {
    // What is filed is known again by its content: there is nothing to resume.
    await journal.close(true);
  }
};

export const runBatchRestore = async (
  args: readonly string[],
  flags: BatchRestoreFlags,
  cli: Cli,
): Promise<void> => {
  const stop = listenForStop();
  try {
    await runToItsEnd(args, flags, stop, cli);
  } finally {
    stop.release();
  }
};
