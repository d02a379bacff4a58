/** What has changed between two receptions of the same portfolio. */
import type { Portfolio } from '../portfolio.ts';

export const COMPARED = ['organisations', 'experiences', 'activities', 'evidence'] as const;
export type ComparedList = (typeof COMPARED)[number];

export interface Differences {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface ReceptionChanges {
  /** Entries by id, list by list; lists in which nothing changed are left out. */
  readonly entries: Partial<Record<ComparedList, Differences>>;
  /** Other parts of the document (`candidate`, `documents`, `reviews` …) that differ, by their key. */
  readonly parts: readonly string[];
  /** Files of proofs, by the proof's id: `missing` were there before and are not any more. */
  readonly proofs: Pick<Differences, 'added' | 'changed'> & { readonly missing: readonly string[] };
}

export interface ReceivedPortfolio {
  readonly portfolio: Portfolio;
  /** Hash of each file of a proof that is there, under the keys of `EvidenceFiles`. */
  readonly files: ReadonlyMap<string, string>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const compareLists = (
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): Differences => {
  const old = new Map(before.map((entry) => [entry.id, entry] as const));
  const now = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: after
      .filter((entry) => old.has(entry.id) && !same(old.get(entry.id), entry))
      .map(({ id }) => id),
    removed: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
  };
};

const ids = (keys: readonly string[]): string[] => [
  ...new Set(keys.map((key) => key.replace(/:publicFile$/u, ''))),
];

export const compareReceptions = (before: ReceivedPortfolio, after: ReceivedPortfolio): ReceptionChanges => {
  const lists = COMPARED.map(
    (list) => [list, compareLists(before.portfolio[list], after.portfolio[list])] as const,
  ).filter(([, { added, changed, removed }]) => added.length + changed.length + removed.length > 0);
  const others = (Object.keys({ ...before.portfolio, ...after.portfolio }) as (keyof Portfolio)[]).filter(
    (key) => !COMPARED.some((list) => list === key) && !same(before.portfolio[key], after.portfolio[key]),
  );
  const [old, now] = [before.files, after.files];
  return {
    entries: Object.fromEntries(lists),
    parts: others,
    proofs: {
      added: ids([...now.keys()].filter((key) => !old.has(key))),
      changed: ids([...now.keys()].filter((key) => old.has(key) && old.get(key) !== now.get(key))),
      missing: ids([...old.keys()].filter((key) => !now.has(key))),
    },
  };
};

/** `older`: a more recent one is held, or this one was replaced before; nothing was done. */
export type ReceptionStatus = 'new' | 'replaced' | 'same' | 'older';

/** Events of reviews that were there and that the newer text does not have: remarks made on the received copy. */
export const lostReviews = (before: Portfolio, after: Portfolio): number => {
  const kept = new Set(after.reviews.map(({ id }) => id));
  return before.reviews.filter(({ id }) => !kept.has(id)).length;
};
