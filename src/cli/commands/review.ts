import type { Command, Option } from 'commander';
import { words } from '../../catalogue/index.ts';
import { REVIEW_ROLES } from '../../domain/review/event.ts';
import type { Cli } from '../context.ts';
import { listedOption, textOrJson } from '../listed-option.ts';
import type { ReviewFlags } from '../run-review.ts';

/** Loaded when one of the commands runs. */
const run = () => import('../run-review.ts');

export const declareReview = (parent: Command, cli: Cli): void => {
  const { review, editing } = words;
  const group = parent.command('review').alias('relecture').description(review.description);
  const verb = (name: string, alias: string, description: string): Command =>
    group.command(name).alias(alias).description(description).addOption(textOrJson(review.options.format));
  const speaking = (command: Command): Command =>
    command
      .option('--text <texte>', review.options.text)
      .option('--author <nom>', review.options.author)
      .addHelpText('after', `\n${editing.longText('--text')}`);
  const role = (byDefault: string): Option =>
    listedOption('--role <role>', review.options.role.replace('PARDEFAUT', byDefault), REVIEW_ROLES).default(
      byDefault,
    );

  speaking(verb('add', 'ajouter', review.add).option('--on <cible>', review.options.on))
    .option('--ask-change', review.options.askChange)
    .addOption(role('conseil'))
    .argument('[dossier]', review.arguments.folder, '.')
    .action(async (folder: string, flags: ReviewFlags) => (await run()).runAdd(folder, flags, cli));

  for (const [name, alias, kind] of [
    ['answer', 'repondre', 'réponse'],
    ['settle', 'regler', 'réglé'],
    ['reopen', 'rouvrir', 'rouvert'],
  ] as const) {
    const command = speaking(verb(name, alias, review[name]))
      .argument('[dossier-ou-fil]', review.arguments.folderOrThread)
      .argument('[fil]', review.arguments.thread);
    if (kind === 'réponse') command.addOption(role('candidature'));
    command.action(async (first: string | undefined, second: string | undefined, flags: ReviewFlags) =>
      (await run()).runTurn(kind, [first, second], flags, cli),
    );
  }

  verb('list', 'liste', review.list)
    .option('--open', review.options.open)
    .argument('[dossier]', review.arguments.folder, '.')
    .action(async (folder: string, flags: ReviewFlags) => (await run()).runList(folder, flags, cli));

  group
    .command('export')
    .alias('exporter')
    .description(review.exportFile)
    .option('--out <fichier>', review.options.out)
    .argument('[dossier]', review.arguments.folder, '.')
    .action(async (folder: string, flags: ReviewFlags) => (await run()).runExport(folder, flags, cli));

  verb('import', 'importer', review.importFile)
    .argument('<dossier-ou-fichier>', review.arguments.folderOrFile)
    .argument('[fichier]', review.arguments.file)
    .action(async (first: string, second: string | undefined, flags: ReviewFlags) =>
      (await run()).runImport(first, second, flags, cli),
    );

  verb('note', 'noter', review.note)
    .option('--on <cible>', review.options.on)
    .option('--text <texte>', review.options.text)
    .argument('[dossier]', review.arguments.folder, '.')
    .action(async (folder: string, flags: ReviewFlags) => (await run()).runNote(folder, flags, cli));
};
