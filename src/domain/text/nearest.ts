import { withoutAccents } from './without-accents.ts';

const plain = (word: string): string =>
  withoutAccents(word)
    .toLowerCase()
    .replaceAll(/[’'_\s-]/g, '');

/** Insertions, deletions, replacements and swaps of neighbours (`titel`) that lead from one word to the other. */
const distance = (a: string, b: string): number => {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const [above, row] = [rows[i - 1]!, [i]];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
};

/** The candidate that someone who wrote `word` most likely meant; undefined when none is near. Case and accents do not count. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined =>
  byGap(word, candidates)[0];

const byGap = (word: string, candidates: readonly string[]): readonly string[] => {
  const wanted = plain(word.slice(0, 60));
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return candidates
    .map((candidate) => ({ candidate, gap: distance(wanted, plain(candidate)) }))
    .filter(({ gap }) => gap <= allowed)
    .toSorted((a, b) => a.gap - b.gap)
    .map(({ candidate }) => candidate);
};

/** Enough to recognise the one that was meant. */
const MOST = 6;

/** Of names made of parts (`evidence-missing`), those near to `word`, then those that share a part with it; the likeliest first. */
export const likeliest = (word: string, candidates: readonly string[]): readonly string[] => {
  const parts = word.slice(0, 60).split('-').map(plain);
  const shared = (candidate: string): number =>
    candidate.split('-').filter((part) => nearest(part, parts) !== undefined).length;
  const akin = candidates
    .map((candidate) => ({ candidate, count: shared(candidate) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ candidate }) => candidate);
  return [...new Set([...byGap(word, candidates), ...akin])].slice(0, MOST);
};
