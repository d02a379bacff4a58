/** `pseudonym`: the private list of names and what documents say in their place. */
import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import { NAME_KINDS } from '../../domain/privacy/name-forms.ts';
import type { Cli } from '../context.ts';
import { listedOption, textOrJson } from '../listed-option.ts';
import type { PseudonymFlags } from '../run-pseudonyms.ts';

const collect = (value: string, sofar: readonly string[] = []): readonly string[] => [...sofar, value];

/** Loaded when one of the commands runs. */
const run = () => import('../run-pseudonyms.ts');

export const declarePseudonym = (parent: Command, cli: Cli): void => {
  const { description, options, verbs } = words.pseudonyms;
  const group = parent
    .command('pseudonym')
    .alias('pseudonyme')
    .description(description)
    .addHelpText('after', `\n${words.pseudonyms.after}`);
  const verb = (name: keyof typeof verbs, alias: string): Command =>
    group
      .command(name)
      .alias(alias)
      .description(verbs[name])
      .addOption(textOrJson(words.editing.options.format));
  const withFields = (command: Command, say = (help: string): string => help): Command =>
    command
      .option('--name <nom>', say(options.name))
      .option('--pseudonym <pseudonyme>', say(options.pseudonym))
      .addOption(listedOption('--kind <nature>', options.kind, NAME_KINDS))
      .option('--alias <forme>', options.alias, collect);

  withFields(verb('add', 'ajouter'), words.editing.required)
    .argument('[dossier]', words.editing.folder, '.')
    .action(async (folder: string, flags: PseudonymFlags) =>
      (await run()).runAddPseudonym(folder, flags, cli),
    );

  withFields(verb('edit', 'modifier'))
    .argument('<dossier-ou-id>', words.editing.folderOrId)
    .argument('[id]', words.editing.id)
    .action(async (first: string, id: string | undefined, flags: PseudonymFlags) =>
      (await run()).runEditPseudonym(first, id, flags, cli),
    );

  verb('list', 'liste')
    .argument('[dossier]', words.editing.folder, '.')
    .action(async (folder: string, flags: PseudonymFlags) =>
      (await run()).runListPseudonyms(folder, flags, cli),
    );

  verb('remove', 'retirer')
    .argument('<dossier-ou-id>', words.editing.folderOrId)
    .argument('[id]', words.editing.id)
    .action(async (first: string, id: string | undefined, flags: PseudonymFlags) =>
      (await run()).runRemovePseudonym(first, id, flags, cli),
    );
};
