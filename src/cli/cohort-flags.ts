import { extname } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import { addDays } from '../domain/dates.ts';
import type { Cli } from './context.ts';
import { dayAsked, dayFlag, oneOf } from './flags.ts';

export const BOARD_FORMATS = ['text', 'html', 'csv', 'json'] as const;
export type BoardFormat = (typeof BOARD_FORMATS)[number];

/** What changed in the last week: an advisor looks on Mondays. */
const WEEK = 7;
/** Three weeks without a save are worth a call. */
const STILL_DAYS = 21;

export interface CohortFlags {
  readonly format?: string;
  readonly out?: string;
  readonly since?: string;
  readonly compare?: string;
  readonly still?: string;
  readonly at?: string;
}

export interface BoardFlags {
  readonly format: BoardFormat;
  /** `YYYY-MM-DD`, as is `since`. */
  readonly today: string;
  readonly since: string;
  readonly still: number;
}

/** What the ending of a file promises. */
const BY_EXTENSION: Readonly<Record<string, BoardFormat>> = {
  '': 'text',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.csv': 'csv',
  '.json': 'json',
};

/** The file's own ending says what goes into it, unless `--format` does: a spreadsheet's would hold a text. */
const formatOf = ({ format, out }: CohortFlags): BoardFormat => {
  const { expected } = words.cohort;
  if (format !== undefined) return oneOf('--format', format, BOARD_FORMATS, expected.format);
  if (out === undefined) return 'text';
  if (out === '') throw new AcquisError('usage', 'empty-argument');
  const byName = BY_EXTENSION[extname(out).toLowerCase()];
  if (byName === undefined)
    throw new AcquisError('usage', 'bad-flag', { flag: '--out', value: out, expected: expected.out });
  return byName;
};

const daysFlag = (flag: string, value: string): number => {
  if (!/^\d{1,4}$/.test(value))
    throw new AcquisError('usage', 'bad-flag', { flag, value, expected: words.cohort.expected.days });
  return Number(value);
};

export const readBoardFlags = (flags: CohortFlags, cli: Pick<Cli, 'env' | 'clock'>): BoardFlags => {
  const { expected } = words.cohort;
  const today = dayAsked(cli, flags.at);
  const since =
    flags.since === undefined ? addDays(today, -WEEK) : dayFlag('--since', flags.since, expected.date);
  if (since > today)
    throw new AcquisError('usage', 'bad-flag', {
      flag: '--since',
      value: since,
      expected: expected.sinceFuture,
    });
  return {
    format: formatOf(flags),
    today,
    since,
    still: flags.still === undefined ? STILL_DAYS : daysFlag('--still', flags.still),
  };
};
