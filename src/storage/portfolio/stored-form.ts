/** A portfolio as it is written: what is empty or absent is left out, nothing else. */
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Stored } from '../yaml/text.ts';

export type StoredMap = { readonly [key: string]: Stored };

export const isStoredMap = (value: Stored): value is StoredMap =>
  typeof value === 'object' && !Array.isArray(value);
export const isStoredList = (value: Stored): value is readonly Stored[] => Array.isArray(value);

export const same = (a: Stored | undefined, b: Stored | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What an item of a list is known by, so that an insertion does not look like a change of all that follows. */
const identity = (item: Stored): string => {
  if (!isStoredMap(item)) return JSON.stringify(item);
  return JSON.stringify(item['id'] ?? item['competence'] ?? item['block'] ?? item['statement'] ?? item);
};

/** The same for whole lists: of entries that share an id (a review's message altered by hand), the content tells them apart. */
export const identities = (list: readonly Stored[], other: readonly Stored[]): string[] => {
  const shared = new Set([...sharedIn(list), ...sharedIn(other)]);
  return list.map((item) => (shared.has(identity(item)) ? JSON.stringify(item) : identity(item)));
};

const sharedIn = (list: readonly Stored[]): string[] => {
  const seen = new Set<string>();
  return list.map(identity).filter((id) => seen.has(id) || !seen.add(id));
};

const isEmpty = (value: Stored): boolean =>
  typeof value === 'object' && (Array.isArray(value) ? value.length : Object.keys(value).length) === 0;

/** `keepEmpty`: an empty choice of activities is not the same as no choice. */
const strip = (value: unknown, keepEmpty: boolean): Stored => {
  if (Array.isArray(value)) return value.map((item) => strip(item, keepEmpty));
  if (typeof value !== 'object' || value === null) return value as string | number;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
      if (child === undefined) return [];
      const stored = strip(child, keepEmpty);
      return !keepEmpty && isEmpty(stored) ? [] : [[key, stored]];
    }),
  );
};

/** Any other document of ours. */
export const storedMap = (document: object): StoredMap => strip(document, false) as StoredMap;

export const storedForm = (portfolio: Portfolio): StoredMap =>
  Object.fromEntries(
    Object.entries(portfolio).flatMap(([key, value]: [string, unknown]) => {
      if (value === undefined) return [];
      const stored = strip(value, key === 'documents');
      return isEmpty(stored) ? [] : [[key, stored]];
    }),
  );
