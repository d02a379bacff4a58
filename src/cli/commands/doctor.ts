import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli, PrinterFlags } from '../context.ts';
import { textOrJson } from '../listed-option.ts';
import { EXIT, exitCodeOf } from '../exit-codes.ts';

interface DoctorFlags extends PrinterFlags {
  readonly format: string;
}

export const declareDoctor = (parent: Command, cli: Cli): void => {
  const { description, options } = words.doctor;
  parent
    .command('doctor')
    .alias('diagnostic')
    .description(description)
    .argument('[dossier]', options.folder)
    .addOption(textOrJson(options.format))
    .option('--browser-path <chemin>', options.browserPath)
    .option('--no-sandbox', options.noSandbox)
    .action((folder: string | undefined, flags: DoctorFlags) => runDoctor(folder, flags, cli));
};

const runDoctor = async (folder: string | undefined, flags: DoctorFlags, cli: Cli): Promise<void> => {
  const [{ diagnose, examination }, { doctorDocument, doctorText }, { oneOf }, { terminalDiagnoses }] =
    await Promise.all([
      import('../../app/diagnose.ts'),
      import('../../output/doctor-report.ts'),
      import('../flags.ts'),
      import('../terminal-diagnoses.ts'),
    ]);
  const format = oneOf('--format', flags.format, ['text', 'json'], words.doctor.expected.format);
  const { browser, folders } = await cli.examinations(flags);
  const portfolio = async (path: string): Promise<{ folder: string; name: string }> => {
    const { portfolio } = await (await cli.store()).open(path);
    return { folder: path, name: portfolio.candidate.name };
  };
  const report = await diagnose([
    () => Promise.resolve(terminalDiagnoses(cli)),
    browser,
    ...folders,
    ...(folder === undefined ? [] : [examination('portfolio', () => portfolio(folder))]),
  ]);
  cli.terminal.data(format === 'json' ? doctorDocument(report) : doctorText(report, cli.terminal));
  cli.endWith(report.failure === undefined ? EXIT.done : exitCodeOf(report.failure));
};
