/** What the entity commands do once they are parsed: flags in, use case, one line or one document out. */
import { createEntity, deleteEntity, updateEntity, type Changed } from '../app/edit-entities.ts';
import { ENTITY_FIELDS, REQUIRED_FLAG } from '../app/entity-fields.ts';
import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import type { Collection } from '../domain/edits.ts';
import { entityDocument, entityLines, titleOf } from '../output/entity-list.ts';
import { sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';
import { dayAsked, oneOf } from './flags.ts';
import { placedWord, placeOf } from './placed-word.ts';
import { sayProof } from './say-proof.ts';
import { typedFields, type FieldFlags } from './typed-fields.ts';

const formatOf = (flags: FieldFlags): 'text' | 'json' =>
  oneOf('--format', String(flags['format']), ['text', 'json'], words.editing.expected.format);

/** Ids for scripts on stdout, a sentence for people on stderr. */
const report = (
  collection: Collection,
  done: 'added' | 'updated' | 'removed',
  { entity, left }: Changed,
  flags: FieldFlags,
  cli: Cli,
): void => {
  cli.terminal.data(
    formatOf(flags) === 'json' ? entityDocument({ id: entity.id, entity }) : `${entity.id}\n`,
  );
  sayLine(`${words.editing.collections[collection][done]} : ${entity.id} ${titleOf(entity)}`, cli.terminal);
  if (left.length > 0) sayLine(words.editing.leftBehind(left), cli.terminal);
};

export const runAdd = async (
  collection: Collection,
  folder: string,
  flags: FieldFlags,
  cli: Cli,
): Promise<void> => {
  formatOf(flags);
  const required = REQUIRED_FLAG[collection];
  if (flags[required] === undefined)
    throw new AcquisError('usage', 'missing-flag', { flags: `--${required}` });
  const assignments = await typedFields(ENTITY_FIELDS[collection], flags);
  const id = typeof flags['id'] === 'string' ? flags['id'] : undefined;
  const request = { folder, collection, assignments, today: dayAsked(cli, undefined) };
  const entity = await createEntity(await cli.store(), { ...request, id });
  report(collection, 'added', { entity, left: [] }, flags, cli);
  if ('shows' in entity) await sayProof(request, entity, cli);
};

/** Of one argument alone, anything but a folder is the proof. */
export const runAddEvidence = async (
  first: string | undefined,
  second: string | undefined,
  flags: FieldFlags,
  cli: Cli,
): Promise<void> => {
  const { folder, word: file } = await placedWord(first, second);
  const named = Array.isArray(flags['file']) ? (flags['file'] as readonly string[]) : [];
  await runAdd('evidence', folder, file === undefined ? flags : { ...flags, file: [...named, file] }, cli);
};

export const runEdit = async (
  collection: Collection,
  first: string,
  second: string | undefined,
  flags: FieldFlags,
  cli: Cli,
): Promise<void> => {
  formatOf(flags);
  const assignments = await typedFields(ENTITY_FIELDS[collection], flags);
  if (assignments.length === 0) throw new AcquisError('usage', 'nothing-to-change');
  const request = {
    ...(await placeOf(first, second)),
    collection,
    assignments,
    today: dayAsked(cli, undefined),
  };
  const edited = await updateEntity(await cli.store(), request);
  report(collection, 'updated', edited, flags, cli);
  if ('shows' in edited.entity) await sayProof(request, edited.entity, cli);
};

export const runList = async (
  collection: Collection,
  folder: string,
  flags: FieldFlags,
  cli: Cli,
): Promise<void> => {
  const format = formatOf(flags);
  const { portfolio, referential } = await (await cli.store()).open(folder);
  if (flags['awaited'] === true) {
    const input = { portfolio, referential, today: dayAsked(cli, undefined) };
    const { awaitedDocument, awaitedText } = await import('../output/awaited-list.ts');
    const text = format === 'json' ? awaitedDocument(input) : awaitedText(input, cli.terminal);
    if (text === '') sayLine(words.proofs.awaited.none, cli.terminal);
    else cli.terminal.data(text);
    return;
  }
  if (format === 'json') cli.terminal.data(entityDocument({ [collection]: portfolio[collection] }));
  else cli.terminal.data(entityLines(portfolio, collection, cli.terminal.dataWidth));
  if (portfolio[collection].length === 0) sayLine(words.editing.collections[collection].none, cli.terminal);
};

export const runRemove = async (
  collection: Collection,
  first: string,
  second: string | undefined,
  flags: FieldFlags,
  cli: Cli,
): Promise<void> => {
  formatOf(flags);
  const removed = await deleteEntity(await cli.store(), {
    ...(await placeOf(first, second)),
    collection,
    force: flags['force'] === true,
  });
  report(collection, 'removed', removed, flags, cli);
};
