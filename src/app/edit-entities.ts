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
import { Activity, Evidence, Experience, Organisation, type Portfolio } from '../domain/portfolio.ts';
import { assignField } from './assign-fields.ts';
import { ENTITY_FIELDS, type Assignment } from './entity-fields.ts';
import { AcquisError } from './errors.ts';
import type { PortfolioStore, Workspace } from './ports.ts';

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
}

interface Edited {
  readonly portfolio: Portfolio;
  readonly entity: EntityOf[Collection];
}

/** The option behind a refused field; what would be accepted there when it is one of a list. */
const refuse = (collection: Collection, issue: z.core.$ZodIssue): AcquisError => {
  const path = issue.path.filter((key) => typeof key === 'string').join('.');
  const specs = ENTITY_FIELDS[collection];
  const spec =
    specs.find(({ field }) => path === field) ?? specs.find(({ field }) => path.startsWith(`${field}.`));
  const flag = `--${spec?.flag ?? 'id'}`;
  if (issue.input === undefined) return new AcquisError('usage', 'missing-flag', { flags: flag });
  return new AcquisError('usage', 'bad-flag', {
    flag,
    value: typeof issue.input === 'string' ? issue.input : '',
    expected: issue.code === 'invalid_value' ? issue.values.join(', ') : issue.message,
  });
};

/** Fills an entry from what was typed; refuses, naming the option, what the document could not hold. */
const fill = async (
  store: PortfolioStore,
  workspace: Workspace,
  { collection, assignments }: EditRequest,
  start: { readonly id: string },
): Promise<Edited> => {
  const context = {
    referential: workspace.referential,
    importFile: (source: string) => store.importEvidence(workspace, source, start.id),
  };
  let state: { portfolio: Portfolio; fields: Readonly<Record<string, unknown>> } = {
    portfolio: workspace.portfolio,
    fields: { ...start },
  };
  // Files last: nothing is copied for an entry that is refused.
  const files = assignments.filter(({ spec }) => spec.kind === 'file');
  for (const assignment of assignments.filter(({ spec }) => spec.kind !== 'file'))
    state = await assignField(state, assignment, context);
  if (files.length > 0) check(collection, withPlaceholders(state.fields, files));
  for (const assignment of files) state = await assignField(state, assignment, context);
  return { portfolio: state.portfolio, entity: check(collection, state.fields) };
};

/** A file that is still to be copied does not make its description of no use. */
const withPlaceholders = (
  fields: Readonly<Record<string, unknown>>,
  files: readonly Assignment[],
): Readonly<Record<string, unknown>> =>
  files.some(({ spec }) => spec.field === 'organigramme.file') && 'organigramme' in fields
    ? { ...fields, organigramme: { ...(fields['organigramme'] as object), file: 'organigramme' } }
    : fields;

const check = <C extends Collection>(collection: C, fields: unknown): EntityOf[C] => {
  const parsed = SCHEMAS[collection].safeParse(fields, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw refuse(collection, parsed.error.issues[0]!);
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

/** Changes the fields that are named and no others; returns the entry as it is now. */
export const updateEntity = async (
  store: PortfolioStore,
  request: EditRequest & { readonly id: string },
): Promise<EntityOf[Collection]> => {
  let updated: EntityOf[Collection] | undefined;
  await store.change(request.folder, async (workspace) => {
    const start = requireEntity(workspace.portfolio, request.collection, request.id);
    const { portfolio, entity } = await fill(store, workspace, request, start);
    updated = entity;
    return replaceEntity(portfolio, request.collection, entity);
  });
  return updated!;
};

/** Takes an entry away; what still names it keeps it there, unless `force` unlinks that too. */
export const deleteEntity = async (
  store: PortfolioStore,
  { folder, collection, id, force }: { folder: string; collection: Collection; id: string; force: boolean },
): Promise<EntityOf[Collection]> => {
  let removed: EntityOf[Collection] | undefined;
  await store.change(folder, ({ portfolio }) => {
    const entity = requireEntity(portfolio, collection, id);
    const references = referencesTo(portfolio, collection, entity.id);
    if (references.length > 0 && !force)
      throw new AcquisError('usage', 'still-referenced', {
        id: entity.id,
        by: [...new Set(references.map(({ owner }) => owner))].join(', '),
      });
    removed = entity;
    return removeEntity(portfolio, collection, entity.id);
  });
  return removed!;
};
