import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';

export const declareSchema = (parent: Command, cli: Cli): void => {
  parent
    .command('schema')
    .description(words.editing.schema.description)
    .action(async () => {
      const { portfolioSchema } = await import('../../app/portfolio-schema.ts');
      cli.terminal.data(portfolioSchema());
    });
};
