import type { CheckOptions } from '../app/check-portfolio.ts';
import { words } from '../catalogue/index.ts';
import type { Cli } from './context.ts';
import { STAGES, type Portfolio } from '../domain/portfolio.ts';
import { dayAsked, oneOf, percentFlag } from './flags.ts';

/** `--stage`, where it was given. */
export const stageFlag = (value: string | undefined): Portfolio['stage'] | undefined =>
  value === undefined ? undefined : oneOf('--stage', value, STAGES, words.check.expected.stage);

/** What a check may be asked, of one folder or of many. */
export interface CheckQuestion {
  readonly at?: string;
  readonly min?: string;
  readonly stage?: string;
}

export const checkOptions = ({ at, min, stage }: CheckQuestion, cli: Cli): Omit<CheckOptions, 'privacy'> => ({
  today: dayAsked(cli, at),
  min: min === undefined ? undefined : percentFlag('--min', min, words.check.expected.percent),
  stage: stageFlag(stage),
});
