/** Turns what was typed behind options into the fields of an entry: names become ids, files are copied, links are made. */
import { addEntity, findEntity, nextId, type Collection } from '../domain/edits.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { competencesOf, resolveCompetenceId, type Referential } from '../domain/referential.ts';
import type { Assignment, FieldSpec } from './entity-fields.ts';
import { AcquisError } from './errors.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface AssignmentContext {
  readonly referential: Referential;
  /** Copies a file for this entry; returns what the document says of it. */
  readonly importFile: (source: string) => Promise<{ path: string; sha256: string; bytes: number }>;
}

/** The document grows when an unknown organisation is named. */
interface Assigned {
  readonly portfolio: Portfolio;
  readonly fields: Fields;
}

const split = (values: readonly string[]): string[] =>
  values
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isRemoval = (values: readonly string[]): boolean => values.every((value) => value === '');

/** Sets or removes `a` or `a.b`; an object that holds nothing any more goes too. */
const put = (fields: Fields, path: string, value: unknown): Fields => {
  const [key = '', rest] = path.split(/\.(.*)/s);
  const next = rest === undefined ? value : put((fields[key] ?? {}) as Fields, rest, value);
  const { [key]: _old, ...others } = fields;
  const gone = next === undefined || (rest !== undefined && Object.keys(next as Fields).length === 0);
  if (gone) return others;
  // A field that was there keeps its place.
  return key in fields ? { ...fields, [key]: next } : { ...others, [key]: next };
};

const reference = (portfolio: Portfolio, to: Collection, typed: string): string => {
  const found = findEntity(portfolio, to, typed);
  if (found) return found.id;
  const known = portfolio[to].map(({ id }) => id).join(', ');
  throw new AcquisError('usage', 'unknown-id', { kind: to, id: typed, known });
};

const competence = (referential: Referential, typed: string): string => {
  const id = resolveCompetenceId(referential, typed);
  if (id !== undefined) return id;
  const known = competencesOf(referential)
    .map(({ competence }) => competence.id.slice(referential.code.length))
    .join(', ');
  throw new AcquisError('usage', 'unknown-id', { kind: 'competence', id: typed, known });
};

/** `2021/2022`, `2021-03/` for what goes on, `2024` for what lies within one year. */
const period = (typed: string): { start: string; end?: string } => {
  const [start = '', end = start] = typed.split('/').map((part) => part.trim());
  return end === '' ? { start } : { start, end };
};

const link = (spec: FieldSpec, referential: Referential, typed: string): Record<string, string> => {
  const equals = typed.indexOf('=');
  const [id, text] = equals < 0 ? [typed, ''] : [typed.slice(0, equals), typed.slice(equals + 1).trim()];
  const [key, says] = spec.field === 'shows' ? ['competence', 'what'] : ['id', 'claim'];
  return { [key]: competence(referential, id), ...(text !== '' && { [says]: text }) };
};

const keyOf = (entry: Record<string, string>): string | undefined => entry['competence'] ?? entry['id'];

const relink = (old: unknown, links: readonly Record<string, string>[]): Record<string, string>[] => {
  const kept = (old ?? []) as Record<string, string>[];
  const merged = new Map([...kept, ...links].map((entry) => [keyOf(entry), entry]));
  return [...merged.values()];
};

/** By id, then by name; a name nobody knows is a new organisation. */
const withOrganisations = (
  start: Portfolio,
  typed: readonly string[],
): { portfolio: Portfolio; ids: string[] } => {
  let portfolio = start;
  const ids = typed.map((name) => {
    const known =
      findEntity(portfolio, 'organisations', name) ??
      portfolio.organisations.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (known) return known.id;
    const id = nextId(portfolio, 'organisations');
    portfolio = addEntity(portfolio, 'organisations', { id, name });
    return id;
  });
  return { portfolio, ids };
};

export const assignField = async (
  { portfolio, fields }: Assigned,
  { spec, values }: Assignment,
  { referential, importFile }: AssignmentContext,
): Promise<Assigned> => {
  const set = (value: unknown, grown = portfolio): Assigned => ({
    portfolio: grown,
    fields: put(fields, spec.field, value),
  });
  if (isRemoval(values))
    return { portfolio, fields: put(fields, spec.field.replace(/\.file$/, ''), undefined) };
  const last = values.at(-1) ?? '';
  switch (spec.kind) {
    case 'text':
      return set(last);
    case 'period':
      return set(period(last));
    case 'references':
      return set(split(values).map((typed) => reference(portfolio, spec.to ?? 'activities', typed)));
    case 'organisations': {
      // A name may hold a comma: only the option repeated makes several.
      const { portfolio: grown, ids } = withOrganisations(portfolio, values);
      return set(ids, grown);
    }
    case 'links':
      return set(
        relink(
          fields[spec.field],
          values.map((typed) => link(spec, referential, typed)),
        ),
      );
    case 'unlink': {
      const gone = new Set(split(values).map((typed) => competence(referential, typed)));
      const kept = ((fields[spec.field] ?? []) as Record<string, string>[]).filter(
        (entry) => !gone.has(keyOf(entry) ?? ''),
      );
      return set(kept);
    }
    case 'file': {
      const { path, sha256, bytes } = await importFile(last);
      return set(spec.field.endsWith('.file') ? path : { path, sha256, bytes });
    }
  }
};
