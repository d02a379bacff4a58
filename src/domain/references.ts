/**
 * Ids that name nothing, ids given twice, ends before starts: what the shape of each entry cannot tell. Works on the
 * document as it was read, before it is known to be well formed, so that every defect comes back in one pass.
 */
import { firstDay, isPartialDate, lastDay } from './dates.ts';
import { competencesOf, resolveBlockCode, resolveCompetenceId, type Referential } from './referential.ts';

export interface BrokenReference {
  readonly path: readonly (string | number)[];
  readonly code:
    | 'unknown-reference'
    | 'duplicate-id'
    | 'duplicate'
    | 'unknown-block'
    | 'unknown-competence'
    | 'period-order';
  readonly found: string;
  /** What would be accepted there. */
  readonly known: readonly string[];
}

interface Entry {
  readonly path: readonly (string | number)[];
  readonly fields: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (owner: unknown, path: readonly (string | number)[]): Entry[] => {
  const list = path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), owner);
  return Array.isArray(list)
    ? list.flatMap((fields: unknown, index) => (isRecord(fields) ? [{ path: [...path, index], fields }] : []))
    : [];
};

const idsOf = (entries: readonly Entry[]): string[] =>
  entries.map(({ fields }) => fields['id']).filter((id) => typeof id === 'string');

const unknownIds = ({ path, fields }: Entry, field: string, known: readonly string[]): BrokenReference[] => {
  const named = Array.isArray(fields[field]) ? (fields[field] as unknown[]) : [];
  return named.flatMap((id, index) =>
    typeof id === 'string' && !known.includes(id)
      ? [{ path: [...path, field, index], code: 'unknown-reference' as const, found: id, known }]
      : [],
  );
};

const duplicates = (entries: readonly Entry[]): BrokenReference[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ path, fields: { id } }) => {
    if (typeof id !== 'string') return [];
    // `a1` typed in a command means A1: two ids that differ by case alone would be taken for each other.
    const again = seen.has(id.toLowerCase());
    seen.add(id.toLowerCase());
    return again ? [{ path: [...path, 'id'], code: 'duplicate-id' as const, found: id, known: [] }] : [];
  });
};

const disorder = ({ path, fields: { start, end } }: Entry): BrokenReference[] =>
  typeof start === 'string' &&
  typeof end === 'string' &&
  isPartialDate(start) &&
  isPartialDate(end) &&
  lastDay(end) < firstDay(start)
    ? [{ path: [...path, 'end'], code: 'period-order', found: end, known: [start] }]
    : [];

/** A later event of a review names the one that opened its thread. What it was about may be gone: that is no defect. */
const strayReplies = (events: readonly Entry[]): BrokenReference[] => {
  const openings = idsOf(events.filter(({ fields }) => typeof fields['about'] === 'string'));
  const known = new Set(openings);
  return events.flatMap(({ path, fields: { thread } }) =>
    typeof thread === 'string' && !known.has(thread)
      ? [{ path: [...path, 'thread'], code: 'unknown-reference' as const, found: thread, known: openings }]
      : [],
  );
};

interface Named {
  readonly found: unknown;
  readonly path: BrokenReference['path'];
}

/** In one list: names that the référentiel does not have, and those that were named before in another spelling or the same. */
const brokenNames = (
  list: readonly Named[],
  code: 'unknown-block' | 'unknown-competence',
  known: readonly string[],
  resolve: (typed: string) => string | undefined,
): BrokenReference[] => {
  const seen = new Set<string>();
  return list.flatMap(({ found, path }): BrokenReference[] => {
    if (typeof found !== 'string' || found === '') return [];
    const name = resolve(found);
    if (name === undefined) return [{ path, code, found, known }];
    if (seen.has(name)) return [{ path, code: 'duplicate', found, known: [] }];
    seen.add(name);
    return [];
  });
};

const named = (entries: readonly Entry[], key: string): Named[] =>
  entries.map(({ path, fields }) => ({ found: fields[key], path: [...path, key] }));

/** Blocks and competences that the référentiel does not have, or that one list names twice. */
const brokenByReferential = (document: unknown, referential: Referential): BrokenReference[] => {
  const blocks = referential.blocks.map(({ code }) => code);
  const competences = competencesOf(referential).map(({ competence }) => competence.id);
  const target = isRecord(document) ? document['target'] : undefined;
  const aimed = isRecord(target) && Array.isArray(target['blocks']) ? (target['blocks'] as unknown[]) : [];
  const inBlocks = (list: readonly Named[]): BrokenReference[] =>
    brokenNames(list, 'unknown-block', blocks, (typed) => resolveBlockCode(referential, typed));
  const inLinks = (collection: string, list: string, key: string): BrokenReference[] =>
    entriesOf(document, [collection]).flatMap(({ path, fields }) =>
      brokenNames(
        named(entriesOf(fields, [list]), key).map((link) => ({ ...link, path: [...path, ...link.path] })),
        'unknown-competence',
        competences,
        (typed) => resolveCompetenceId(referential, typed),
      ),
    );
  return [
    ...inBlocks(aimed.map((found, index) => ({ found, path: ['target', 'blocks', index] }))),
    ...inBlocks(named(entriesOf(document, ['target', 'acquired']), 'block')),
    ...inBlocks(named(entriesOf(document, ['feasibility', 'blocks']), 'block')),
    ...inLinks('activities', 'competences', 'id'),
    ...inLinks('evidence', 'shows', 'competence'),
  ];
};

/** `document` is the plain tree of the file; without a référentiel, blocks and competences are not looked at. */
export const findBrokenReferences = (document: unknown, referential?: Referential): BrokenReference[] => {
  const [organisations, experiences, activities, evidence] = (
    ['organisations', 'experiences', 'activities', 'evidence'] as const
  ).map((key) => entriesOf(document, [key])) as [Entry[], Entry[], Entry[], Entry[]];
  const ids = {
    organisations: idsOf(organisations),
    experiences: idsOf(experiences),
    activities: idsOf(activities),
  };
  const evidenceIds = idsOf(evidence);
  const documents = isRecord(document) && isRecord(document['documents']) ? document['documents'] : {};
  return [
    ...[organisations, experiences, activities, evidence].flatMap(duplicates),
    ...experiences.flatMap((entry) => [
      ...unknownIds(entry, 'organisations', ids.organisations),
      ...disorder(entry),
    ]),
    ...activities.flatMap((entry) => unknownIds(entry, 'experiences', ids.experiences)),
    ...evidence.flatMap((entry) => [
      ...unknownIds(entry, 'experiences', ids.experiences),
      ...unknownIds(entry, 'activities', ids.activities),
    ]),
    ...Object.entries(documents).flatMap(([key, fields]) =>
      isRecord(fields) ? unknownIds({ path: ['documents', key], fields }, 'activities', ids.activities) : [],
    ),
    ...entriesOf(document, ['target', 'acquired']).flatMap(({ path, fields: { proof } }) =>
      typeof proof === 'string' && !evidenceIds.includes(proof)
        ? [{ path: [...path, 'proof'], code: 'unknown-reference' as const, found: proof, known: evidenceIds }]
        : [],
    ),
    ...strayReplies(entriesOf(document, ['reviews'])),
    ...(referential === undefined ? [] : brokenByReferential(document, referential)),
  ];
};
