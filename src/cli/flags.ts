import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import { isPartialDate } from '../domain/dates.ts';
import type { Cli } from './context.ts';

/** One of `allowed`, or a usage error that names the flag and what it accepts. */
export const oneOf = <const Value extends string>(
  flag: string,
  value: string,
  allowed: readonly Value[],
  expected: string,
): Value => {
  const match = allowed.find((one) => one === value);
  if (match === undefined) throw new AcquisError('usage', 'bad-flag', { flag, value, expected });
  return match;
};

/** A full day `YYYY-MM-DD`. */
export const dayFlag = (flag: string, value: string, expected: string): string => {
  if (value.length !== 10 || !isPartialDate(value))
    throw new AcquisError('usage', 'bad-flag', { flag, value, expected });
  return value;
};

/** Seconds since 1970 up to the end of the year 9999. */
const EPOCH = /^\d{1,12}$/;
const LAST_SECOND = 253_402_300_799;

/**
 * The day a document or a report is made for: `--at`, else the moment that SOURCE_DATE_EPOCH counts in seconds (UTC, as
 * reproducible-builds.org defines it), else today. Without a clock in between, the same command gives the same bytes.
 */
export const dayAsked = ({ env, clock }: Pick<Cli, 'env' | 'clock'>, at: string | undefined): string => {
  const { expected } = words.exporting;
  if (at !== undefined) return dayFlag('--at', at, expected.date);
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return clock.today();
  if (!EPOCH.test(epoch) || Number(epoch) > LAST_SECOND)
    throw new AcquisError('usage', 'bad-flag', {
      flag: 'SOURCE_DATE_EPOCH',
      value: epoch,
      expected: expected.epoch,
    });
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
};

/** A whole number from `least` to `most`. */
export const wholeFlag = (
  flag: string,
  value: string,
  least: number,
  most: number,
  expected: string,
): number => {
  const number = Number(value);
  if (!/^\d{1,15}$/.test(value) || number < least || number > most)
    throw new AcquisError('usage', 'bad-flag', { flag, value, expected });
  return number;
};

/** `--x a,b --x c` → `[a, b, c]`. */
export const collect = (value: string, sofar: readonly string[]): readonly string[] => [
  ...sofar,
  ...value.split(',').map((part) => part.trim()),
];

/** A whole number from 0 to 100. */
export const percentFlag = (flag: string, value: string, expected: string): number => {
  if (!/^\d{1,3}$/.test(value) || Number(value) > 100)
    throw new AcquisError('usage', 'bad-flag', { flag, value, expected });
  return Number(value);
};

/** An address of the web, without a slash at its end. */
export const urlFlag = (flag: string, value: string, expected: string): string => {
  if (!/^https?:\/\/[^\s/]/u.test(value) || !URL.canParse(value))
    throw new AcquisError('usage', 'bad-flag', { flag, value, expected });
  return value.replace(/\/+$/u, '');
};
