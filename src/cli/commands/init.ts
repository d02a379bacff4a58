import type { Command } from 'commander';
import { AcquisError } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';

interface InitFlags {
  readonly certification?: string;
  readonly name?: string;
  readonly blocks?: string;
  readonly eligible?: string;
  readonly stage?: string;
}

export const declareInit = (parent: Command, cli: Cli): void => {
  const { description, folder, options } = words.editing.init;
  parent
    .command('init')
    .alias('nouveau')
    .description(description)
    .argument('[dossier]', folder)
    .option('--certification <code>', options.certification)
    .option('--name <nom>', options.name)
    .option('--blocks <codes>', options.blocks)
    .option('--eligible <date>', options.eligible)
    .option('--stage <etape>', options.stage)
    .action((folder: string | undefined, flags: InitFlags) => runInit(folder, flags, cli));
};

const runInit = async (folder: string | undefined, flags: InitFlags, cli: Cli): Promise<void> => {
  const [{ createPortfolio }, { dayFlag, oneOf }] = await Promise.all([
    import('../../app/create-portfolio.ts'),
    import('../flags.ts'),
  ]);
  const { init, expected } = words.editing;
  const { certification, name, blocks = '', eligible, stage } = flags;
  const missing = [
    folder ? [] : [init.folderName],
    certification ? [] : ['--certification'],
    name?.trim() ? [] : ['--name'],
  ].flat();
  if (!folder || !certification || !name?.trim())
    throw new AcquisError('usage', 'missing-flag', { flags: missing.join(', ') });
  const { workspace, permission } = await createPortfolio(
    {
      store: await cli.store(),
      referentials: await cli.referentials(),
      ids: cli.ids,
      today: cli.clock.today(),
    },
    {
      folder,
      certification,
      name: name.trim(),
      blocks: blocks
        .split(',')
        .map((code) => code.trim())
        .filter((code) => code !== ''),
      eligible: eligible === undefined ? undefined : dayFlag('--eligible', eligible, expected.date),
      stage:
        stage === undefined
          ? undefined
          : oneOf('--stage', stage, ['faisabilite', 'validation'], expected.stage),
    },
  );
  const { saySentence, sayLine } = await import('../../output/error-report.ts');
  const standing = words.referential.standing(permission);
  if (standing) saySentence(standing, cli.terminal);
  sayLine(init.created(folder, workspace.referential.code), cli.terminal);
  sayLine(init.next(folder), cli.terminal);
};
