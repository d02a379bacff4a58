import type { Command } from 'commander';
import type { CheckOptions } from '../../app/check-portfolio.ts';
import { words } from '../../catalogue/index.ts';
import type { CheckReport } from '../../domain/check-report.ts';
import { STAGES } from '../../domain/portfolio.ts';
import type { CheckQuestion } from '../check-flags.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { listedOption } from '../listed-option.ts';

const FORMATS = ['text', 'json', 'csv', 'markdown', 'junit'] as const;

interface CheckFlags extends CheckQuestion {
  readonly format: string;
  readonly privacy?: boolean;
}

export const declareCheck = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.check;
  parent
    .command('check')
    .alias('bilan')
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .addOption(listedOption('--format <format>', options.format, FORMATS).default('text'))
    .option('--at <date>', options.at)
    .option('--min <pourcent>', options.min)
    .addOption(listedOption('--stage <etape>', options.stage, STAGES))
    .option('--privacy', options.privacy)
    .addHelpText('after', `\n${after}`)
    .action((folder: string, flags: CheckFlags) => runCheck(folder, flags, cli));
};

const runCheck = async (folder: string, flags: CheckFlags, cli: Cli): Promise<void> => {
  const [{ oneOf }, { checkOptions }] = await Promise.all([
    import('../flags.ts'),
    import('../check-flags.ts'),
  ]);
  const format = oneOf('--format', flags.format, FORMATS, words.check.expected.format);
  const options = checkOptions(flags, cli);
  const report = await checked(folder, options, flags, cli);
  cli.terminal.data(await render[format](report, cli, folder));
  cli.endWith(report.passed ? EXIT.done : EXIT.findings);
};

/** Proofs are read in processes of their own, which end with the check. */
const checked = async (
  folder: string,
  options: CheckOptions,
  { privacy = false }: CheckFlags,
  cli: Cli,
): Promise<CheckReport> => {
  const [{ checkPortfolio }, store, referentials] = await Promise.all([
    import('../../app/check-portfolio.ts'),
    cli.store({ tellsCut: false }),
    cli.referentials(),
  ]);
  if (!privacy) return checkPortfolio(store, referentials, folder, options);
  const reader = await cli.annexReader();
  try {
    return await checkPortfolio(store, referentials, folder, { ...options, privacy: reader });
  } finally {
    await reader.close();
  }
};

type Render = (report: CheckReport, cli: Cli, folder: string) => Promise<string>;

const render: Record<(typeof FORMATS)[number], Render> = {
  text: async (report, cli) => (await import('../../output/check/text.ts')).checkText(report, cli.terminal),
  json: async (report) => (await import('../../output/check/json.ts')).checkDocument(report),
  // A table has one kind of rows: competences, or what was found of people where that was asked.
  csv: async (report) =>
    report.privacy
      ? (await import('../../output/privacy-csv.ts')).privacyTable(report)
      : (await import('../../output/check/csv.ts')).checkTable(report),
  markdown: async (report) => (await import('../../output/check/markdown.ts')).checkMarkdown(report),
  junit: async (report, _, folder) =>
    (await import('../../output/check/junit.ts')).checkTestResults(report, folder),
};
