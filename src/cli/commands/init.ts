import type { Command } from 'commander';
import type { Workspace } from '../../app/ports/world.ts';
import type { Given } from '../../app/walk/new-portfolio.ts';
import type { Permission } from '../../domain/referential/registration.ts';
import { AcquisError } from '../../app/errors.ts';
import { words } from '../../catalogue/index.ts';
import { STAGES } from '../../domain/portfolio.ts';
import type { Cli } from '../context.ts';
import { listedOption } from '../listed-option.ts';

interface InitFlags {
  readonly certification?: string;
  readonly name?: string;
  readonly blocks?: string;
  readonly eligible?: string;
  readonly stage?: string;
}

export const declareInit = (parent: Command, cli: Cli): void => {
  const { description, folder, options, after } = words.editing.init;
  parent
    .command('init')
    .alias('nouveau')
    .description(description)
    .argument('[dossier]', folder)
    .option('--certification <code>', options.certification)
    .option('--name <nom>', options.name)
    .option('--blocks <codes>', options.blocks)
    .option('--eligible <date>', options.eligible)
    .addOption(listedOption('--stage <etape>', options.stage, STAGES))
    .addHelpText('after', `\n${after}`)
    .action((folder: string | undefined, flags: InitFlags) => runInit(folder, flags, cli));
};

const runInit = async (folder: string | undefined, flags: InitFlags, cli: Cli): Promise<void> => {
  const [{ createPortfolio }, { dayFlag }, { stageFlag }] = await Promise.all([
    import('../../app/create-portfolio.ts'),
    import('../flags.ts'),
    import('../check-flags.ts'),
  ]);
  const { init, expected } = words.editing;
  const { certification, blocks, eligible, stage } = flags;
  const name = flags.name?.trim();
  const missing = [
    folder ? [] : [init.folderName],
    certification ? [] : ['--certification'],
    name ? [] : ['--name'],
  ].flat();
  if (missing.length > 0 && !cli.terminal.interactive)
    throw new AcquisError('usage', 'no-terminal', { flags: missing.join(', ') });
  const given = {
    folder,
    certification,
    name: name === '' ? undefined : name,
    blocks: blocks
      ?.split(',')
      .map((code) => code.trim())
      .filter((code) => code !== ''),
    eligible: eligible === undefined ? undefined : dayFlag('--eligible', eligible, expected.date),
    stage: stageFlag(stage),
  };
  const { workspace, permission } =
    given.folder === undefined || given.certification === undefined || given.name === undefined
      ? await askForTheRest(given, cli)
      : await createPortfolio(
          {
            store: await cli.store(),
            referentials: await cli.referentials(),
            ids: cli.ids,
            today: cli.clock.today(),
          },
          {
            ...given,
            folder: given.folder,
            certification: given.certification,
            name: given.name,
            blocks: given.blocks ?? [],
          },
        );
  const [{ sayLine }, { sayRegistration }] = await Promise.all([
    import('../../output/error-report.ts'),
    import('../../output/finding-notice.ts'),
  ]);
  sayRegistration(permission, workspace.portfolio.dates.eligible, cli.terminal);
  sayLine(init.created(workspace.folder, workspace.referential.code), cli.terminal);
  sayLine(init.next(workspace.folder), cli.terminal);
};

/** In a terminal, what the flags did not say is asked. */
const askForTheRest = async (
  given: Given,
  cli: Cli,
): Promise<{ workspace: Workspace; permission: Permission }> => {
  const prompter = await cli.prompter({ flags: '--certification, --name' });
  const { createInTerminal } = await import('../guided-creation.ts');
  try {
    return await createInTerminal(cli, prompter, given);
  } finally {
    prompter.close();
  }
};
