import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { textOrJson } from '../listed-option.ts';
import type { UndoFlags } from '../run-undo.ts';

export const declareUndo = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.undo;
  parent
    .command('undo')
    .alias('annuler')
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .option('--list', options.list)
    .option('--to <numero>', options.to)
    .option('--redo', options.redo)
    .option('--yes', options.yes)
    .addOption(textOrJson(options.format))
    .addHelpText('after', `\n${after}`)
    .action(async (folder: string, flags: UndoFlags) =>
      (await import('../run-undo.ts')).runUndo(folder, flags, cli),
    );
};
