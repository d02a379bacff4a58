import { extname } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import { parseShard, type Shard } from '../../domain/batch/shard.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../output/batch/report.ts';
import { oneOf, wholeFlag } from '../flags.ts';
import { defaultJobs } from './machine.ts';

/** What both commands over many folders accept. */
export interface BatchFlags {
  readonly manifest?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly report?: string;
  readonly reportFormat?: string;
  readonly resume?: boolean;
  readonly failFast?: boolean;
}

export interface BatchSettings {
  readonly manifest: string | undefined;
  readonly jobs: number;
  readonly shard: Shard | undefined;
  readonly report: { readonly path: string; readonly format: ReportFormat } | undefined;
  readonly resume: boolean;
  readonly failFast: boolean;
}

const BY_EXTENSION: Readonly<Record<string, ReportFormat>> = {
  '.json': 'json',
  '.xml': 'junit',
  '.csv': 'csv',
};

const shardFlag = (value: string): Shard => {
  const shard = parseShard(value);
  if (shard === undefined)
    throw new AcquisError('usage', 'bad-flag', {
      flag: '--shard',
      value,
      expected: words.batch.expected.shard,
    });
  return shard;
};

const reportFlag = ({ report, reportFormat }: BatchFlags): BatchSettings['report'] => {
  const { expected } = words.batch;
  const asked = reportFormat && oneOf('--report-format', reportFormat, REPORT_FORMATS, expected.reportFormat);
  if (report === undefined) {
    if (asked) throw new AcquisError('usage', 'missing-flag', { flags: '--report' });
    return undefined;
  }
  if (report === '') throw new AcquisError('usage', 'empty-argument');
  const format = asked || BY_EXTENSION[extname(report).toLowerCase()];
  if (format === undefined)
    throw new AcquisError('usage', 'bad-flag', {
      flag: '--report',
      value: report,
      expected: expected.report,
    });
  return { path: report, format };
};

/** Rejected with `bad-flag` before anything is read. */
export const batchSettings = (flags: BatchFlags): BatchSettings => ({
  manifest: flags.manifest,
  jobs:
    flags.jobs === undefined
      ? defaultJobs()
      : wholeFlag('--jobs', flags.jobs, 1, 64, words.batch.expected.jobs),
  shard: flags.shard === undefined ? undefined : shardFlag(flags.shard),
  report: reportFlag(flags),
  resume: flags.resume ?? false,
  failFast: flags.failFast ?? false,
});
