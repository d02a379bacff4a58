/** What differs between two texts of one portfolio, in the words a person knows it by: entries by id, the rest by field. */
import type { Collection } from './edits.ts';
import type { Portfolio } from './portfolio.ts';

const COLLECTIONS = ['organisations', 'experiences', 'activities', 'evidence'] as const;

export interface EntryChange {
  readonly collection: Collection;
  readonly id: string;
  /** Its title or name, as it is where it still is. */
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
}

export interface ContentChanges {
  readonly entries: readonly EntryChange[];
  /** Keys of the portfolio beside its four lists. */
  readonly fields: readonly (keyof Portfolio)[];
}

type Entry = { readonly id: string } & ({ readonly title: string } | { readonly name: string });

const titleOf = (entry: Entry): string => ('title' in entry ? entry.title : entry.name);

/** Both were built by one schema, so equal data has equal text. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const entryChanges = (collection: Collection, before: Portfolio, after: Portfolio): EntryChange[] => {
  const old = new Map(before[collection].map((entry: Entry) => [entry.id, entry]));
  const now = new Map(after[collection].map((entry: Entry) => [entry.id, entry]));
  const told = (entry: Entry, change: EntryChange['change']): EntryChange => ({
    collection,
    id: entry.id,
    title: titleOf(entry),
    change,
  });
  return [
    ...[...now.values()].flatMap((entry) => {
      const former = old.get(entry.id);
      if (former === undefined) return [told(entry, 'added')];
      return isSame(former, entry) ? [] : [told(entry, 'changed')];
    }),
    ...[...old.values()].filter(({ id }) => !now.has(id)).map((entry) => told(entry, 'removed')),
  ];
};

export const compareContents = (before: Portfolio, after: Portfolio): ContentChanges => ({
  entries: COLLECTIONS.flatMap((collection) => entryChanges(collection, before, after)),
  fields: [...new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Portfolio)[])].filter(
    (key) => !COLLECTIONS.some((collection) => collection === key) && !isSame(before[key], after[key]),
  ),
});
