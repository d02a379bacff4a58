/** Turns what was typed behind options into the fields of an entry: names become ids, files are copied, links are made. */
import { addEntity, findEntity, mergeLink, nextId, type Collection } from '../domain/edits.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import {
  competenceKey,
  competencesOf,
  resolveCompetenceId,
  type Referential,
} from '../domain/referential.ts';
import type { Assignment, FieldKind, FieldSpec } from './entity-fields.ts';
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

/** Kinds that take several values; of the others the last one would win in silence. */
const REPEATABLE: ReadonlySet<FieldKind> = new Set(['references', 'organisations', 'links', 'unlink']);

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

type Link = Readonly<Record<string, string>>;

const linksOf = (fields: Fields, { field }: FieldSpec): readonly Link[] => (fields[field] ?? []) as Link[];

/** Under which key a link names its competence, and under which it says more. */
const keysOf = ({ field }: FieldSpec): readonly [string, string] =>
  field === 'shows' ? ['competence', 'what'] : ['id', 'claim'];

const link = (spec: FieldSpec, referential: Referential, typed: string): Link => {
  const equals = typed.indexOf('=');
  const [id, text] = equals < 0 ? [typed, ''] : [typed.slice(0, equals), typed.slice(equals + 1).trim()];
  const [name, says] = keysOf(spec);
  return { [name]: competence(referential, id), ...(text !== '' && { [says]: text }) };
};

const unlink = (links: readonly Link[], spec: FieldSpec, referential: Referential, typed: string): Link[] => {
  const id = competence(referential, typed);
  const [name] = keysOf(spec);
  const kept = links.filter((old) => competenceKey(referential)(old[name] ?? '') !== id);
  if (kept.length === links.length)
    throw new AcquisError('usage', 'no-such-link', {
      flag: `--${spec.flag}`,
      id,
      known: links.map((old) => old[name]).join(', '),
    });
  return kept;
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
  if (spec.kind !== 'unlink' && isRemoval(values))
    return { portfolio, fields: put(fields, spec.field.replace(/\.file$/, ''), undefined) };
  const last = values.at(-1) ?? '';
  if (values.length > 1 && !REPEATABLE.has(spec.kind))
    throw new AcquisError('usage', 'repeated-flag', {
      flag: `--${spec.flag}`,
      values: values.join(', '),
    });
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
        values
          // A sentence may hold commas; ids alone are a list of them.
          .flatMap((typed) => (typed.includes('=') ? [typed] : split([typed])))
          .map((typed) => link(spec, referential, typed))
          .reduce<readonly Link[]>(
            (links, one) => mergeLink(links, one, keysOf(spec)[0], competenceKey(referential)),
            linksOf(fields, spec),
          ),
      );
    case 'unlink': {
      const typed = split(values);
      return set(
        // An empty value would take every link away, which nobody asks for by naming one.
        (typed.length === 0 ? [''] : typed).reduce<readonly Link[]>(
          (links, one) => unlink(links, spec, referential, one),
          linksOf(fields, spec),
        ),
      );
    }
    case 'file': {
      const { path, sha256, bytes } = await importFile(last);
      // What was said of the file in the same command stays with it.
      const said = fields[spec.field] as object | undefined;
      if (!spec.field.endsWith('.file')) return set({ ...said, path, sha256, bytes });
      const owner = spec.field.replace(/\.file$/, '');
      return {
        portfolio,
        fields: put(fields, owner, { ...(fields[owner] as object | undefined), file: path, sha256, bytes }),
      };
    }
  }
};
