import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import { PACK_EXTRAS } from '../../domain/bag/pack-contents.ts';
import type { Cli } from '../context.ts';
import { collect } from '../flags.ts';
import { repeatedOption } from '../listed-option.ts';

export interface PackFlags {
  readonly out: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly withoutProofs?: boolean;
  readonly at?: string;
}

export const declarePack = (parent: Command, cli: Cli): void => {
  const { description, options, folder, after } = words.archive.pack;
  parent
    .command('pack')
    .alias('paquet')
    .description(description)
    .argument('[dossier]', folder, '.')
    .option('--out <fichier>', options.out, '.')
    .addOption(repeatedOption('--with <quoi>', options.with, PACK_EXTRAS))
    .option('--without <pieces>', options.without, collect, [])
    .option('--without-proofs', options.withoutProofs)
    .option('--at <date>', options.at)
    .addHelpText('after', after)
    .action(async (target: string, flags: PackFlags) =>
      (await import('../run-pack.ts')).runPack(target, flags, cli),
    );
};
