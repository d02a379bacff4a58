import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-codes.ts';

const FORMATS = ['text', 'json', 'csv', 'markdown', 'junit'] as const;

interface CheckFlags {
  readonly format: string;
  readonly at?: string;
  readonly min?: string;
  readonly stage?: string;
}

export const declareCheck = (parent: Command, cli: Cli): void => {
  const { description, options } = words.check;
  parent
    .command('check')
    .alias('bilan')
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .option('--format <format>', options.format, 'text')
    .option('--at <date>', options.at)
    .option('--min <pourcent>', options.min)
    .option('--stage <etape>', options.stage)
    .action((folder: string, flags: CheckFlags) => runCheck(folder, flags, cli));
};

const runCheck = async (folder: string, flags: CheckFlags, cli: Cli): Promise<void> => {
  const [{ checkPortfolio }, { dayAsked, oneOf, percentFlag }] = await Promise.all([
    import('../../app/check-portfolio.ts'),
    import('../flags.ts'),
  ]);
  const { expected } = words.check;
  const format = oneOf('--format', flags.format, FORMATS, expected.format);
  const report = await checkPortfolio(await cli.store(), await cli.referentials(), folder, {
    today: dayAsked(cli, flags.at),
    min: flags.min === undefined ? undefined : percentFlag('--min', flags.min, expected.percent),
    stage:
      flags.stage === undefined
        ? undefined
        : oneOf('--stage', flags.stage, ['faisabilite', 'validation'], expected.stage),
  });
  cli.terminal.data(await render[format](report, cli, folder));
  cli.endWith(report.passed ? EXIT.done : EXIT.findings);
};

type Render = (
  report: import('../../domain/check-report.ts').CheckReport,
  cli: Cli,
  folder: string,
) => Promise<string>;

const render: Record<(typeof FORMATS)[number], Render> = {
  text: async (report, cli) => (await import('../../output/check-text.ts')).checkText(report, cli.terminal),
  json: async (report) => (await import('../../output/check-json.ts')).checkDocument(report),
  csv: async (report) => (await import('../../output/check-csv.ts')).checkTable(report),
  markdown: async (report) => (await import('../../output/check-markdown.ts')).checkMarkdown(report),
  junit: async (report, _, folder) =>
    (await import('../../output/check-junit.ts')).checkTestResults(report, folder),
};
