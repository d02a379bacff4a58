/** Ids that hold a listed name: they become anchors, names of places in a PDF, and entries of what a document carries. */
import { CITATION } from '../citations.ts';
import type { Portfolio } from '../portfolio.ts';

const COLLECTIONS = ['experiences', 'activities', 'evidence'] as const;
type Collection = (typeof COLLECTIONS)[number];
type Names = Readonly<Record<Collection, ReadonlyMap<string, string>>>;

/** `PS1`, `PS2` …: the first that nobody bears. */
const plainNames = (portfolio: Portfolio, isSpeaking: (id: string) => boolean): Names => {
  const taken = new Set(COLLECTIONS.flatMap((collection) => portfolio[collection].map(({ id }) => id)));
  let last = 0;
  const next = (): string => {
    do last++;
    while (taken.has(`PS${last}`));
    return `PS${last}`;
  };
  const of = (collection: Collection): ReadonlyMap<string, string> =>
    new Map(portfolio[collection].flatMap(({ id }) => (isSpeaking(id) ? [[id, next()] as const] : [])));
  return { experiences: of('experiences'), activities: of('activities'), evidence: of('evidence') };
};

const renamed = (value: unknown, names: Names, key = ''): unknown => {
  const other = (id: string): string =>
    key === 'experiences' || key === 'activities'
      ? (names[key].get(id) ?? id)
      : key === 'proof'
        ? (names.evidence.get(id) ?? id)
        : id.replaceAll(CITATION, (whole, cited: string) => {
            const name = names.evidence.get(cited);
            return name === undefined ? whole : `[[${name}]]`;
          });
  if (typeof value === 'string') return other(value);
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, names, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, renamed(inner, names, field)]),
  );
};

/** The portfolio in which no experience, activity or proof has an id that `isSpeaking`, with all that refers to them. */
export const withoutNamedIds = (portfolio: Portfolio, isSpeaking: (id: string) => boolean): Portfolio => {
  if (!COLLECTIONS.some((collection) => portfolio[collection].some(({ id }) => isSpeaking(id))))
    return portfolio;
  const names = plainNames(portfolio, isSpeaking);
  const shown = renamed(portfolio, names) as Portfolio;
  const under = <Entry extends { readonly id: string }>(
    collection: Collection,
    entries: readonly Entry[],
  ): Entry[] => entries.map((entry) => ({ ...entry, id: names[collection].get(entry.id) ?? entry.id }));
  return {
    ...shown,
    experiences: under('experiences', shown.experiences),
    activities: under('activities', shown.activities),
    evidence: under('evidence', shown.evidence),
  };
};
