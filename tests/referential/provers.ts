import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { officialTexts, type OfficialText } from '../../src/domain/referential/official-texts.ts';
import { findSeeds, type Seeds } from '../support/seeds.ts';
import { readAviseLabels, readEssLabels } from './read-labels.ts';
import { readFiche } from './read-fiche.ts';
import { readSupplement } from './read-supplement.ts';

export const NAMES = ['RNCP38126', 'RNCP41296', 'RNCP35080', 'ess-portfolio', 'accompaniment'] as const;
export type Name = (typeof NAMES)[number];

const folder = new URL('../../referential/', import.meta.url);
export const readYaml = (name: Name): any =>
  parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as unknown;

/** Says which official texts are not what they should be, as dotted paths; empty when all is proven. */
export interface Prover {
  readonly by: 'seeds' | 'hashes';
  differences(name: Name, data: unknown): string[];
}

const compare = (found: readonly OfficialText[], expected: ReadonlyMap<string, string>): string[] => {
  const kept = new Map(found.map(({ path, text }) => [path, text]));
  return [...new Set([...kept.keys(), ...expected.keys()])].filter(
    (path) => kept.get(path) !== expected.get(path),
  );
};

const elsewhere = (data: unknown): string[] =>
  ((data as { elsewhere?: { fields: string[] }[] }).elsewhere ?? []).flatMap(({ fields }) => fields);

/** Every official leaf equals what an independent reading of the seed gives; nothing is there that the seed lacks. */
const seedProver = (seeds: Seeds): Prover => {
  const expected: Record<Name, object> = {
    RNCP38126: readFiche(seeds['004'], 'RNCP38126', formerTitle(seeds['004'])),
    RNCP41296: readFiche(seeds['003'], 'RNCP41296', titleInBody(seeds['003'])),
    RNCP35080: readSupplement(seeds['001']),
    'ess-portfolio': readEssLabels(seeds['000']),
    accompaniment: readAviseLabels(seeds['002']),
  };
  return {
    by: 'seeds',
    differences: (name, data) => {
      const outside = elsewhere(data);
      return compare(
        officialTexts(data).filter(
          ({ path }) => !outside.some((field) => path === field || path.startsWith(`${field}.`)),
        ),
        new Map(officialTexts(expected[name]).map(({ path, text }) => [path, text])),
      );
    },
  };
};

/** Every official leaf has the SHA-256 kept beside the data: what remains to be proven where the seeds are absent. */
const hashProver = (): Prover => {
  const sealed = JSON.parse(readFileSync(new URL('hashes.json', folder), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const hashed = ({ path, text }: OfficialText): OfficialText => ({
    path,
    text: createHash('sha256').update(text).digest('hex'),
  });
  return {
    by: 'hashes',
    differences: (name, data) =>
      compare(officialTexts(data).map(hashed), new Map(Object.entries(sealed[name] ?? {}))),
  };
};

/** This extract has no line of title: the fiche it replaces bears the same one. */
const formerTitle = (seed: string): string => /^RNCP4740 (.+)$/mu.exec(seed)?.[1] ?? '';

/** No line of title either: the name stands in the body, in lower case. */
const titleInBody = (seed: string): string => {
  const found = /manager en organisation de solidarité/u.exec(seed)?.[0] ?? '';
  return found.slice(0, 1).toUpperCase() + found.slice(1);
};

export const seeds = findSeeds();
export const provers: Prover[] = [...(seeds === undefined ? [] : [seedProver(seeds)]), hashProver()];
