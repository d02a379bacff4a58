import { z } from 'zod';
import {
  addEntity,
  findEntity,
  nextId,
  referencesTo,
  removeEntity,
  replaceEntity,
  type Collection,
  type EntityOf,
} from '../domain/edits.ts';
import { parseWithChoices } from '../domain/choices.ts';
import { isBefore } from '../domain/dates.ts';
import { nearest } from '../domain/text/nearest.ts';
import { settleEvidence } from '../domain/evidence/settle-evidence.ts';
import { Activity, Evidence, Experience, Organisation, type Portfolio } from '../domain/portfolio.ts';
import { assignField } from './assign-fields.ts';
import { ENTITY_FIELDS, type Assignment } from './entity-fields.ts';
import { AcquisError } from './errors.ts';
import type { PortfolioStore, Workspace } from './ports/world.ts';

const SCHEMAS: { readonly [C in Collection]: z.ZodType<EntityOf[C]> } = {
  organisations: Organisation,
  experiences: Experience,
  activities: Activity,
  evidence: Evidence,
};

export interface EditRequest {
  readonly folder: string;
  readonly collection: Collection;
  readonly assignments: readonly Assignment[];
  /** `YYYY-MM-DD`: when what is said today was asked for or arrived. */
  readonly today: string;
}

interface Edited {
  readonly portfolio: Portfolio;
  readonly entity: EntityOf[Collection];
}

/** The option behind a refused field; what would be accepted there when it is one of a list. */
const refuse = ({ collection, assignments }: EditRequest, issue: z.core.$ZodIssue): AcquisError => {
  const path = issue.path.filter((key) => typeof key === 'string').join('.');
  const specs = ENTITY_FIELDS[collection];
  const spec =
    specs.find(({ field }) => path === field) ?? specs.find(({ field }) => path.startsWith(`${field}.`));
  const flag = `--${spec?.flag ?? 'id'}`;
  if (issue.input === undefined) return new AcquisError('usage', 'missing-flag', { flags: flag });
  // What was typed says more than the part of it that was refused: a period is typed whole.
  const typed = assignments.find((one) => one.spec === spec)?.values.at(-1);
  const known = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const suggestion = known && typed !== undefined ? nearest(typed, known) : undefined;
  return new AcquisError('usage', 'bad-flag', {
    flag,
    value: typed ?? (typeof issue.input === 'string' ? issue.input : ''),
    expected: known?.join(', ') ?? issue.message,
    ...(suggestion !== undefined && { suggestion }),
  });
};

/** An experience has two options for what is one period elsewhere. */
const requireOrder = ({ assignments }: EditRequest, entity: EntityOf[Collection]): void => {
  if (!('start' in entity) || !('end' in entity) || entity.end === undefined) return;
  if (!isBefore(entity.end, entity.start)) return;
  const isEnd = assignments.some(({ spec }) => spec.field === 'end');
  throw new AcquisError('usage', 'bad-flag', {
    flag: isEnd ? '--end' : '--start',
    value: (isEnd ? entity.end : entity.start) ?? '',
    expected: 'period-order',
  });
};

/** Fills an entry from what was typed; refuses, naming the option, what the document could not hold. */
const fill = async (
  store: PortfolioStore,
  workspace: Workspace,
  request: EditRequest,
  start: { readonly id: string },
): Promise<Edited> => {
  const { assignments } = request;
  const context = {
    referential: workspace.referential,
    importFile: (source: string) => store.importEvidence(workspace, source, start.id),
  };
  // Files last: nothing is copied for an entry that is refused.
  const files = assignments.filter(({ spec }) => spec.kind === 'file');
  let state: { portfolio: Portfolio; fields: Readonly<Record<string, unknown>> } = {
    portfolio: workspace.portfolio,
    // What was said of the former file is not true of the next.
    fields: without(start, new Set(files.map(({ spec }) => spec.field))),
  };
  for (const assignment of assignments.filter(({ spec }) => spec.kind !== 'file'))
    state = await assignField(state, assignment, context);
  if (files.length > 0) check(request, withPlaceholders(state.fields, files));
  for (const assignment of files) state = await assignField(state, assignment, context);
  return { portfolio: state.portfolio, entity: settled(check(request, state.fields), request, start) };
};

/** A file's own field gone; of an organigramme, which is one field of several, the text beside it stays. */
const without = (start: object, fields: ReadonlySet<string>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(start).filter(([field]) => !fields.has(field)));

/** What follows from where a proof has got to; other entries stay as they are. */
const settled = (
  entity: EntityOf[Collection],
  { collection, today }: EditRequest,
  start: { readonly id: string },
): EntityOf[Collection] =>
  collection === 'evidence' && 'shows' in entity
    ? settleEvidence('shows' in start ? (start as Evidence) : undefined, entity, today)
    : entity;

/** A file that is still to be copied does not make its description of no use. */
const withPlaceholders = (
  fields: Readonly<Record<string, unknown>>,
  files: readonly Assignment[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).map(([owner, value]) => {
      const field = files.find(({ spec }) => spec.field.split('.')[0] === owner)?.spec.field;
      return [
        owner,
        field === undefined ? value : { ...(value as object), [field.split('.')[1] ?? 'path']: owner },
      ];
    }),
  );

const check = (request: EditRequest, fields: unknown): EntityOf[Collection] => {
  const parsed = parseWithChoices<EntityOf[Collection]>(SCHEMAS[request.collection], fields);
  if (!parsed.success) throw refuse(request, parsed.error.issues[0]!);
  requireOrder(request, parsed.data);
  return parsed.data;
};

/** Adds an entry under the next free id, or under `id`; returns it. */
export const createEntity = async (
  store: PortfolioStore,
  request: EditRequest & { readonly id?: string | undefined },
): Promise<EntityOf[Collection]> => {
  let added: EntityOf[Collection] | undefined;
  await store.change(request.folder, async (workspace) => {
    const id = request.id ?? nextId(workspace.portfolio, request.collection);
    if (findEntity(workspace.portfolio, request.collection, id))
      throw new AcquisError('usage', 'duplicate-id', { id });
    const { portfolio, entity } = await fill(store, workspace, request, { id });
    added = entity;
    return addEntity(portfolio, request.collection, entity);
  });
  return added!;
};

const requireEntity = <C extends Collection>(
  portfolio: Portfolio,
  collection: C,
  id: string,
): EntityOf[C] => {
  const entity = findEntity(portfolio, collection, id);
  if (entity) return entity;
  const known = portfolio[collection].map((one) => one.id).join(', ');
  throw new AcquisError('usage', 'unknown-id', { kind: collection, id, known });
};

/** `left`: files of the folder that the entry named and that nothing names any more. */
export interface Changed {
  readonly entity: EntityOf[Collection];
  readonly left: readonly string[];
}

const filesOf = ({ organisations, evidence }: Portfolio): string[] =>
  [
    ...organisations.map(({ organigramme }) => organigramme?.file),
    ...evidence.flatMap(({ file, publicFile }) => [file?.path, publicFile?.path]),
  ].filter((path) => path !== undefined);

const leftBehind = (before: Portfolio, after: Portfolio): string[] => {
  const still = new Set(filesOf(after));
  return [...new Set(filesOf(before))].filter((path) => !still.has(path));
};

/** Changes the fields that are named and no others; returns the entry as it is now. */
export const updateEntity = async (
  store: PortfolioStore,
  request: EditRequest & { readonly id: string },
): Promise<Changed> => {
  let updated: Changed | undefined;
  await store.change(request.folder, async (workspace) => {
    const start = requireEntity(workspace.portfolio, request.collection, request.id);
    const { portfolio, entity } = await fill(store, workspace, request, start);
    const next = replaceEntity(portfolio, request.collection, entity);
    updated = { entity, left: leftBehind(workspace.portfolio, next) };
    return next;
  });
  return updated!;
};

/** Takes an entry away; what still names it keeps it there, unless `force` unlinks that too. */
export const deleteEntity = async (
  store: PortfolioStore,
  { folder, collection, id, force }: { folder: string; collection: Collection; id: string; force: boolean },
): Promise<Changed> => {
  let removed: Changed | undefined;
  await store.change(folder, ({ portfolio }) => {
    const entity = requireEntity(portfolio, collection, id);
    const references = referencesTo(portfolio, collection, entity.id);
    if (references.length > 0 && !force)
      throw new AcquisError('usage', 'still-referenced', {
        id: entity.id,
        by: [...new Set(references.map(({ owner }) => owner))].join(', '),
      });
    const next = removeEntity(portfolio, collection, entity.id);
    removed = { entity, left: leftBehind(portfolio, next) };
    return next;
  });
  return removed!;
};
