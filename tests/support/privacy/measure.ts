import { createNameList, type NameList } from '../../../src/domain/privacy/name-list.ts';
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts';
import type { Sighting } from '../../../src/domain/privacy/sighting.ts';
import { readPlanted, type Planted } from './planted.ts';

export interface Measure {
  readonly planted: number;
  readonly found: number;
  readonly recall: number;
  readonly precision: number;
  /** What was planted and not found, and what was found and not planted, each as one line. */
  readonly misses: readonly string[];
  readonly inventions: readonly string[];
}

/** Dates and addresses may be announced by more or fewer words; a number is found whole or not at all. */
const LOOSE = new Set(['birth-date', 'address', 'name']);
const compact = (value: string): string => value.replaceAll(/[^\p{L}\p{N}@+]/gu, '').toLowerCase();

const isSame = (planted: Planted, found: Sighting): boolean => {
  if (planted.kind !== found.kind) return false;
  if (!LOOSE.has(planted.kind)) return compact(planted.value) === compact(found.value);
  const shared = Math.min(planted.end, found.end) - Math.max(planted.start, found.start);
  return shared >= 0.8 * Math.min(planted.end - planted.start, found.end - found.start);
};

const listOf = (names: readonly string[]): NameList =>
  createNameList(
    names.map((name) => ({
      name,
      pseudonym: '…',
      kind: /^(?:Les|Association) /u.test(name) ? 'organisation' : 'personne',
      aliases: [],
    })),
  );

/** Recall and precision over texts with planted data and texts in which any finding is one too many. */
export const measureDetectors = (
  marked: readonly string[],
  clean: readonly string[],
  listed: readonly string[],
): Measure => {
  const names = listOf(listed);
  const misses: string[] = [];
  const inventions: string[] = [];
  let [planted, found, hits] = [0, 0, 0];
  for (const source of [...marked, ...clean]) {
    const read = readPlanted(source);
    const seen = findPersonalData(read.text, names);
    planted += read.planted.length;
    found += seen.length;
    for (const one of read.planted)
      if (seen.some((sighting) => isSame(one, sighting))) hits++;
      else misses.push(`${one.kind} « ${one.value.replaceAll('\n', '⏎')} »`);
    for (const sighting of seen)
      if (!read.planted.some((one) => isSame(one, sighting)))
        inventions.push(`${sighting.kind} « ${sighting.value} » in « ${read.text.slice(0, 60)} »`);
  }
  return {
    planted,
    found,
    recall: hits / planted,
    precision: (found - inventions.length) / found,
    misses,
    inventions,
  };
};

export const measureText = (
  name: string,
  { planted, found, recall, precision, misses, inventions }: Measure,
): string =>
  [
    `${name}: ${planted} planted, ${found} found, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
    ...misses.map((miss) => `  missed: ${miss}`),
    ...inventions.map((one) => `  invented: ${one}`),
  ].join('\n') + '\n';
