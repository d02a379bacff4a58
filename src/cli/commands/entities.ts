/** `organisation`, `experience`, `activity`, `evidence`: the lists of a portfolio, by flags. */
import { Option, type Command } from 'commander';
import { ENTITY_FIELDS, REQUIRED_FLAG, type FieldSpec } from '../../app/entity-fields.ts';
import { words } from '../../catalogue/index.ts';
import type { Collection } from '../../domain/edits.ts';
import { EVIDENCE_KINDS } from '../../domain/evidence/kinds.ts';
import {
  AUTHORISATIONS,
  AUTHORS,
  CONFIDENTIALITIES,
  EVIDENCE_FORMS,
  EVIDENCE_STATES,
  GUARANTEES,
} from '../../domain/evidence.ts';
import { EXPERIENCE_STATUSES } from '../../domain/portfolio.ts';
import type { Cli } from '../context.ts';
import { listedOption, textOrJson } from '../listed-option.ts';
import type { FieldFlags } from '../typed-fields.ts';
import { declareWorksheets } from './worksheet.ts';

const NAMES: readonly (readonly [Collection, string, readonly string[]])[] = [
  ['organisations', 'organisation', []],
  ['experiences', 'experience', ['expérience']],
  ['activities', 'activity', ['activite', 'activité']],
  ['evidence', 'evidence', ['preuve']],
];

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  status: EXPERIENCE_STATUSES,
  kind: EVIDENCE_KINDS,
  form: EVIDENCE_FORMS,
  state: EVIDENCE_STATES,
  confidentiality: CONFIDENTIALITIES,
  madeBy: AUTHORS,
  guarantee: GUARANTEES,
  'authorisation.kind': AUTHORISATIONS,
};

/** What may well be long: `--title` would be no example of it. */
const LONG_FLAG: Readonly<Record<Collection, string>> = {
  organisations: 'mission',
  experiences: 'description',
  activities: 'context',
  evidence: 'alt',
};

const collect = (value: string, sofar: readonly string[] = []): readonly string[] => [...sofar, value];

const helpOf = ({ flag, field }: FieldSpec): string => {
  const { help, oneOf } = words.editing;
  const name = help[flag] ?? words.fieldLabel(field) ?? field;
  const choices = CHOICES[field];
  return choices === undefined ? name : oneOf(name, choices);
};

const valueOption = (flags: string, help: string, choices: readonly string[] | undefined): Option =>
  (choices === undefined ? new Option(flags, help) : listedOption(flags, help, choices)).argParser(collect);

const withFields = (command: Command, collection: Collection, isNew: boolean): Command => {
  for (const spec of ENTITY_FIELDS[collection])
    if (!isNew || spec.kind !== 'unlink')
      command.addOption(
        valueOption(
          `--${spec.flag} <valeur>`,
          isNew && spec.flag === REQUIRED_FLAG[collection]
            ? words.editing.required(helpOf(spec))
            : helpOf(spec),
          CHOICES[spec.field],
        ),
      );
  return command.addHelpText('after', `\n${words.editing.longText(`--${LONG_FLAG[collection]}`)}`);
};

export const declareEntities = (parent: Command, cli: Cli): void => {
  for (const [collection, name, aliases] of NAMES) declareCollection(parent, cli, collection, name, aliases);
};

/** Loaded when one of the commands runs. */
const run = () => import('../run-entities.ts');

const declareCollection = (
  parent: Command,
  cli: Cli,
  collection: Collection,
  name: string,
  aliases: readonly string[],
): void => {
  const { editing } = words;
  const said = editing.collections[collection];
  const group = parent
    .command(name)
    .aliases(aliases)
    .description(editing.collections[collection].description);
  const verb = (verbName: string, alias: string, description: string): Command =>
    group
      .command(verbName)
      .alias(alias)
      .description(description)
      .addOption(textOrJson(editing.options.format));

  const add = withFields(verb('add', 'ajouter', said.add), collection, true).option(
    '--id <id>',
    editing.options.id,
  );
  if (collection === 'evidence')
    add
      .argument('[dossier]', editing.folderOrFile)
      .argument('[fichier]', editing.file)
      .action(async (first: string | undefined, file: string | undefined, flags: FieldFlags) =>
        (await run()).runAddEvidence(first, file, flags, cli),
      );
  else
    add
      .argument('[dossier]', editing.folder, '.')
      .action(async (folder: string, flags: FieldFlags) =>
        (await run()).runAdd(collection, folder, flags, cli),
      );

  withFields(verb('edit', 'modifier', said.edit), collection, false)
    .argument('<dossier-ou-id>', editing.folderOrId)
    .argument('[id]', editing.id)
    .action(async (first: string, id: string | undefined, flags: FieldFlags) =>
      (await run()).runEdit(collection, first, id, flags, cli),
    );

  if (collection === 'activities') declareWorksheets(group, cli, 'activity');

  const list = verb('list', 'liste', said.list).argument('[dossier]', editing.folder, '.');
  if (collection === 'evidence') list.option('--awaited', editing.options.awaited);
  list.action(async (folder: string, flags: FieldFlags) =>
    (await run()).runList(collection, folder, flags, cli),
  );

  verb('remove', 'retirer', said.remove)
    .option('--force', editing.options.force)
    .argument('<dossier-ou-id>', editing.folderOrId)
    .argument('[id]', editing.id)
    .action(async (first: string, id: string | undefined, flags: FieldFlags) =>
      (await run()).runRemove(collection, first, id, flags, cli),
    );
};
