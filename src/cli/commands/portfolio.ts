import { Option, type Command } from 'commander';
import { PORTFOLIO_FIELDS } from '../../app/portfolio-fields.ts';
import { words } from '../../catalogue/index.ts';
import { STAGES } from '../../domain/portfolio.ts';
import type { Cli } from '../context.ts';
import { listedOption, textOrJson } from '../listed-option.ts';
import type { FieldFlags } from '../typed-fields.ts';

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
    .addOption(textOrJson(editing.options.format));
  for (const { flag } of PORTFOLIO_FIELDS)
    edit.addOption(
      flag === 'stage'
        ? listedOption('--stage <valeur>', portfolio.help[flag] ?? flag, STAGES).argParser(gather)
        : new Option(`--${flag} <valeur>`, portfolio.help[flag] ?? flag).argParser(gather),
    );
  edit
    .addHelpText('after', `\n${editing.longText('--summary')}`)
    .action(async (folder: string, flags: FieldFlags) =>
      (await import('../run-portfolio.ts')).runEditPortfolio(folder, flags, cli),
    );
};
