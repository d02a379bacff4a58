import { Command } from 'commander';
import type { Cli } from './context.ts';

/** The tree of commands: options and help here, work in `commands/` and behind it. */
export const buildProgram = (_cli: Cli): Command => {
  const program = new Command('acquis');
  program
    .description('Construire, vérifier et exporter le portfolio d’une VAE.')
    .option('-V, --version', 'affiche la version')
    .option('--color', 'force la couleur')
    .option('--no-color', 'sans couleur')
    .exitOverride();
  return program;
};
