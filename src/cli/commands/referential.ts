import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';
import { textOrJson } from '../listed-option.ts';

const FORMATS = ['text', 'json'] as const;

interface ReadFlags {
  readonly format: string;
  readonly at?: string;
}

export const declareReferential = (parent: Command, cli: Cli): void => {
  const { description, list, show, options } = words.referential;
  const referential = parent.command('referential').alias('referentiel').description(description);
  const reading = (name: string, alias: string, text: string): Command =>
    referential
      .command(name)
      .alias(alias)
      .description(text)
      .addOption(textOrJson(options.format))
      .option('--at <date>', options.at);
  reading('list', 'liste', list).action((flags: ReadFlags) => runList(flags, cli));
  reading('show', 'afficher', show)
    .argument('<code>', options.code)
    .action((code: string, flags: ReadFlags) => runShow(code, flags, cli));
};

const settings = async (flags: ReadFlags, cli: Cli) => {
  const { dayAsked, oneOf } = await import('../flags.ts');
  const { expected } = words.referential;
  return {
    format: oneOf('--format', flags.format, FORMATS, expected.format),
    date: dayAsked(cli, flags.at),
    source: await cli.referentials(),
  };
};

const runList = async (flags: ReadFlags, cli: Cli): Promise<void> => {
  const { format, date, source } = await settings(flags, cli);
  const { listReferentials } = await import('../../app/show-referential.ts');
  const listing = await listReferentials(source, date);
  if (format === 'json')
    cli.terminal.data((await import('../../output/referential/json.ts')).listDocument(listing));
  else cli.terminal.data((await import('../../output/referential/list.ts')).listText(listing, cli.terminal));
};

const runShow = async (code: string, flags: ReadFlags, cli: Cli): Promise<void> => {
  const { format, date, source } = await settings(flags, cli);
  const { showReferential } = await import('../../app/show-referential.ts');
  const shown = await showReferential(source, code, date);
  if (format === 'json')
    cli.terminal.data((await import('../../output/referential/json.ts')).showDocument(shown));
  else cli.terminal.data((await import('../../output/shown-text.ts')).shownText(shown, cli.terminal));
};
