import type { Command } from 'commander';
import { AcquisError } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import { DEFECT_KINDS, DEFECT_THEMES } from '../../domain/sample/defects/index.ts';
import type { Cli } from '../context.ts';
import { repeatedOption } from '../listed-option.ts';

interface SampleFlags {
  readonly certification?: string;
  readonly seed: string;
  readonly count?: string;
  readonly completeness: string;
  readonly defect: readonly string[];
  readonly at: string;
}

/** Fixed, so that a folder does not depend on the day it is made. */
const DEFAULT_DAY = '2026-09-01';
const MOST = 100_000;
/** Folders between two lines of progress. */
const STEP = 500;

const DEFECTS = [...DEFECT_KINDS.map(({ name }) => name), 'all'];

export const declareSample = (parent: Command, cli: Cli): void => {
  const { description, folder, options } = words.sample;
  parent
    .command('sample')
    .alias('exemple')
    .description(description)
    .argument('[dossier]', folder)
    .option('--certification <code>', options.certification)
    .option('--seed <n>', options.seed, '1')
    .option('--count <n>', options.count)
    .option('--completeness <pourcent>', options.completeness, '100')
    .addOption(repeatedOption('--defect <code>', options.defect, DEFECTS))
    .option('--at <date>', options.at, DEFAULT_DAY)
    .addHelpText('after', () => `\n${words.sample.kinds(DEFECT_THEMES)}`)
    .action((target: string | undefined, flags: SampleFlags) => runSample(target, flags, cli));
};

const runSample = async (
  folder: string | undefined,
  { certification, seed, count, completeness, defect, at }: SampleFlags,
  cli: Cli,
): Promise<void> => {
  const { folderName, expected, made, progress } = words.sample;
  if (!folder || !certification)
    throw new AcquisError('usage', 'missing-flag', {
      flags: [folder ? [] : [folderName], certification ? [] : ['--certification']].flat().join(', '),
    });
  const [{ makeSamples }, { dayFlag, percentFlag, wholeFlag }] = await Promise.all([
    import('../../app/make-samples.ts'),
    import('../flags.ts'),
  ]);
  const many = count === undefined ? undefined : wholeFlag('--count', count, 1, MOST, expected.count);
  let done = 0;
  await makeSamples(
    { referentials: await cli.referentials(), ...(await cli.samples()) },
    {
      folder,
      certification,
      seed: wholeFlag('--seed', seed, 0, Number.MAX_SAFE_INTEGER, expected.seed),
      count: many,
      completeness: percentFlag('--completeness', completeness, expected.percent),
      defects: defect.includes('all') ? 'all' : defect,
      at: dayFlag('--at', at, expected.date),
    },
    (path) => {
      done += 1;
      cli.terminal.data(`${path}\n`);
      if (done % STEP === 0 && many !== undefined) cli.terminal.say(progress(done, many));
    },
  );
  cli.terminal.say(made(done, folder));
};
