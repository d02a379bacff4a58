import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import { DEPOSIT_TARGET_IDS } from '../../domain/deposit/targets.ts';
import type { Cli } from '../context.ts';
import { listedOption } from '../listed-option.ts';
import type { DepositFlags } from '../run-deposit.ts';

export const declareDeposit = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.deposit;
  parent
    .command('deposit')
    .aliases(['depot', 'dépôt'])
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .addOption(listedOption('--target <site>', options.target, DEPOSIT_TARGET_IDS))
    .option('--out <dossier>', options.out)
    .option('--at <date>', options.at)
    .option('--browser-path <chemin>', words.exporting.options.browserPath)
    .option('--no-sandbox', words.exporting.options.noSandbox)
    .addHelpText('after', `\n${after}`)
    .action(async (folder: string, flags: DepositFlags) =>
      (await import('../run-deposit.ts')).runDeposit(folder, flags, cli),
    );
};
