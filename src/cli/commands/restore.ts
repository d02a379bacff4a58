import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';

export interface RestoreFlags {
  readonly out?: string;
}

export const declareRestore = (parent: Command, cli: Cli): void => {
  const { description, options, file, after } = words.archive.restore;
  parent
    .command('restore')
    .alias('restaurer')
    .description(description)
    .argument('[fichier]', file)
    .option('--out <dossier>', options.out)
    .addHelpText('after', after)
    .action(async (source: string | undefined, flags: RestoreFlags) =>
      (await import('../run-restore.ts')).runRestore(source, flags, cli),
    );
};
