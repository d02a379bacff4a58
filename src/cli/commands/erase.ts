import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { textOrJson } from '../listed-option.ts';
import type { EraseFlags } from '../run-erase.ts';

export const declareErase = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.erasure;
  parent
    .command('erase')
    .alias('effacer')
    .description(description)
    // Never the current folder by default: what goes is named.
    .argument('<dossier>', options.folder)
    .option('--confirm <nom>', options.confirm)
    .addOption(textOrJson(options.format))
    .addHelpText('after', `\n${after}`)
    .action(async (folder: string, flags: EraseFlags) =>
      (await import('../run-erase.ts')).runErase(folder, flags, cli),
    );
};
