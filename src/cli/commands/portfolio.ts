import type { Command } from 'commander';
import { PORTFOLIO_FIELDS } from '../../app/portfolio-fields.ts';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import type { PortfolioFlags } from '../run-portfolio.ts';

const gather = (value: string, sofar: readonly string[] = []): readonly string[] => [...sofar, value];

export const declarePortfolio = (parent: Command, cli: Cli): void => {
  const { portfolio, editing } = words;
  const edit = parent
    .command('portfolio')
    .description(portfolio.description)
    .command('edit')
    .alias('modifier')
    .description(portfolio.edit)
    .argument('[dossier]', editing.folder, '.')
    .option('--format <format>', editing.options.format, 'text');
  for (const { flag } of PORTFOLIO_FIELDS)
    edit.option(`--${flag} <valeur>`, portfolio.help[flag] ?? flag, gather);
  edit
    .addHelpText('after', `\n${editing.longText('--summary')}`)
    .action(async (folder: string, flags: PortfolioFlags) =>
      (await import('../run-portfolio.ts')).runEditPortfolio(folder, flags, cli),
    );
};
