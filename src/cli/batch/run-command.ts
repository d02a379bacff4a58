import { runBatch, type BatchTotals } from '../../app/batch/run-batch.ts';
import { selectFolders, type SelectedFolders } from '../../app/batch/select-folders.ts';
import type { FolderFinder, BatchItem, ItemOutcome, RunJournal } from '../../app/ports/batch-run.ts';
import type { FolderWorkers } from '../../app/ports/batch.ts';
import { words } from '../../catalogue/index.ts';
import { startProgress } from '../../output/batch/progress.ts';
import { reportChunks } from '../../output/batch/report.ts';
import {
  countPersonal,
  listFailures,
  listMadeWithErrors,
  sayCounts,
  sayPassedOver,
} from '../../output/batch/summary.ts';
import { sayLine } from '../../output/error-report.ts';
import type { Cli } from '../context.ts';
import { EXIT, SIGNAL_EXITS } from '../exit-codes.ts';
import type { BatchSettings } from './batch-flags.ts';
import { listenForStop, type Stop } from './stop-signals.ts';

/** What `batch check` and `batch export` do each their way. */
export interface BatchCommand {
  readonly name: 'check' | 'export';
  readonly args: readonly string[];
  readonly settings: BatchSettings;
  /** Whatever changes what is made: an interrupted run is resumed only if all of it is the same. */
  readonly options: unknown;
  /** What a table has rows of: folders, or what was found of people in them. */
  readonly reports?: 'folders' | 'privacy';
  readonly refusesOutputs: boolean;
  /** stdout: a line per folder, or the report as one JSON document. */
  readonly stdout: 'lines' | 'json';
  /** Folders worked on at the same time. */
  readonly atOnce: number;
  readonly work: (
    item: BatchItem,
    adapters: { readonly workers: FolderWorkers; readonly finder: FolderFinder },
    signal: AbortSignal,
  ) => Promise<ItemOutcome>;
  /** Ends what `work` started. */
  readonly close: () => Promise<void>;
}

/** One run over many folders, from its list to its report and exit status. */
export const runBatchCommand = async (command: BatchCommand, cli: Cli): Promise<void> => {
  // Before anything is started: whoever listens first decides how the process ends.
  const stop = listenForStop();
  try {
    await runToItsEnd(command, stop, cli);
  } finally {
    stop.release();
  }
};

const runToItsEnd = async (command: BatchCommand, stop: Stop, cli: Cli): Promise<void> => {
  const { args, settings } = command;
  const { manifest, shard, report } = settings;
  const finder = await cli.finder();
  const selected = await selectFolders(finder, {
    args,
    manifest,
    shard,
    refusesOutputs: command.refusesOutputs,
  });
  if (report) await (await cli.reportFile()).prepare(report.path);
  const journal = await cli.runJournal(
    { command: command.name, args, manifest, options: [command.options, shard] },
    { resume: settings.resume },
  );
  let isComplete = false;
  try {
    const totals = await work(command, selected, journal, finder, stop, cli);
    await giveReport(command, selected.items, journal, cli);
    isComplete = totals.counts.failed === 0 && totals.counts['not-started'] === 0;
    if (totals.stoppedBy) throw totals.stoppedBy;
    cli.endWith(statusOf(totals, stop));
  } finally {
    await journal.close(isComplete);
  }
};

const statusOf = ({ counts }: BatchTotals, { by }: Stop): number => {
  if (by !== undefined) return SIGNAL_EXITS[by];
  return counts.failed > 0 || counts.findings > 0 ? EXIT.findings : EXIT.done;
};

const work = async (
  command: BatchCommand,
  selected: SelectedFolders,
  journal: RunJournal,
  finder: FolderFinder,
  stop: Stop,
  cli: Cli,
): Promise<BatchTotals> => {
  const { terminal } = cli;
  const { items } = selected;
  const atOnce = Math.max(1, Math.min(command.atOnce, items.length));
  sayBeforehand(command, selected, journal, cli);
  const workers = await cli.folderWorkers({ jobs: Math.min(command.settings.jobs, atOnce) });
  // Whoever is being read is given up at once.
  stop.signal.addEventListener('abort', () => void workers.close());
  const failures = listFailures();
  const madeWithErrors = listMadeWithErrors();
  const personal = countPersonal();
  const progress = startProgress(terminal, { total: items.length, lines: command.stdout === 'lines' });
  try {
    const totals = await runBatch({
      items,
      atOnce,
      failFast: command.settings.failFast,
      signal: stop.signal,
      journal,
      work: (item, signal) => command.work(item, { workers, finder }, signal),
      notify: (outcome, resumed) => {
        failures.add(outcome);
        madeWithErrors.add(outcome);
        personal.add(outcome);
        progress.tell(outcome, resumed);
      },
    });
    const seconds = progress.end();
    // Its terminal is gone.
    if (stop.by !== 'SIGHUP') {
      failures.say(terminal);
      sayCounts(totals.counts, seconds, terminal);
      madeWithErrors.say(terminal);
      personal.say(terminal);
      sayAfterwards(command, totals, journal, stop, cli);
    }
    return totals;
  } finally {
    progress.end();
    await Promise.all([workers.close(), command.close()]);
  }
};

const sayBeforehand = (
  { settings: { jobs, shard, manifest, resume } }: BatchCommand,
  { items, total, passedOver, ignoredColumns }: SelectedFolders,
  { found, lasts }: RunJournal,
  { terminal }: Cli,
): void => {
  const { batch } = words;
  sayPassedOver(passedOver, terminal);
  if (ignoredColumns.length > 0) sayLine(batch.ignoredColumns(manifest ?? '', ignoredColumns), terminal);
  if (shard) sayLine(batch.shard(shard.index, shard.count, items.length, total), terminal);
  if (!lasts) sayLine(batch.noJournal, terminal);
  if (resume) sayLine(found > 0 ? batch.resumed(found) : batch.nothingToResume, terminal);
  sayLine(batch.start(items.length, Math.max(1, Math.min(jobs, items.length))), terminal);
};

const sayAfterwards = (
  { settings }: BatchCommand,
  { counts, stoppedBy }: BatchTotals,
  { lasts }: RunJournal,
  { by }: Stop,
  { terminal }: Cli,
): void => {
  const left = counts['not-started'];
  if (by !== undefined) sayLine(words.batch.interrupted(left), terminal);
  else if (settings.failFast && left > 0) sayLine(words.batch.stopped(left), terminal);
  else if (counts.failed > 0 && stoppedBy === undefined && lasts)
    sayLine(words.batch.retryFailed(counts.failed), terminal);
};

const giveReport = async (
  { name, settings: { report }, stdout, reports }: BatchCommand,
  items: readonly BatchItem[],
  journal: RunJournal,
  cli: Cli,
): Promise<void> => {
  const chunks = (format: 'json' | 'junit' | 'csv'): AsyncIterable<string> =>
    reportChunks(format, journal.outcomes(items), `acquis batch ${name}`, reports);
  if (report) await (await cli.reportFile()).write(report.path, chunks(report.format));
  if (stdout === 'json') for await (const chunk of chunks('json')) cli.terminal.data(chunk);
};
