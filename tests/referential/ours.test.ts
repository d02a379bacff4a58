import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { foldStatement, officialTexts } from '../../src/domain/referential/official-texts.ts';
import type { Referential } from '../../src/domain/referential.ts';
import { NAMES, readYaml, seeds } from './provers.ts';
import { sharedRuns } from './shared-runs.ts';

const CERTIFICATIONS = ['RNCP38126', 'RNCP41296', 'RNCP35080'] as const;

describe.each(CERTIFICATIONS)('what is ours in %s', (name) => {
  const { blocks } = readYaml(name) as Referential;
  const competences = blocks.flatMap((block) => block.competences);

  it('short titles are unique and fit a table cell', () => {
    const titles = [...competences, ...blocks].map(({ short }) => short);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 45)).toEqual([]);
  });

  it('every competence says what it asks, to the candidate', () => {
    for (const { asks } of competences) {
      expect(asks).toMatch(/\b(vous|vos|votre)\b/u);
      expect(asks).toMatch(/\.$/u);
      expect(asks).not.toContain('·');
    }
  });

  it('hashes are those of the folded statements', () => {
    for (const { statement, hash } of competences)
      expect(hash).toBe(createHash('sha256').update(foldStatement(statement)).digest('hex'));
  });
});

describe('foldStatement', () => {
  it('forgets what editions of one statement differ in, and nothing else', () => {
    expect(foldStatement('Évaluer l’utilité (RSE, ...).')).toBe(foldStatement("evaluer l'utilite (RSE,...)"));
    expect(foldStatement('Évaluer 2 projets')).not.toBe(foldStatement('Évaluer 3 projets'));
  });
});

/** Every text of a file that is not a label or a fact of the source; its own title may be cited. */
const retold = (name: (typeof NAMES)[number]): string[] => {
  const data = readYaml(name);
  const official = new Set(officialTexts(data).map(({ text }) => text));
  const leaves = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leaves)
        : [];
  return leaves(data).filter((text) => !official.has(text));
};

const guarded = [
  ['ess-portfolio', '000'],
  ['accompaniment', '002'],
] as const;

describe('prose of others is retold, not copied', () => {
  // Where the seeds are absent there is nothing to compare with; the guard itself is proven on a made-up text below.
  it.each(seeds === undefined ? [] : guarded)('%s shares no run of eight words with its source', (name, seed) => {
    const text = seeds?.[seed] ?? '';
    expect(text).not.toBe('');
    expect(retold(name).flatMap((ours) => sharedRuns(ours, text))).toEqual([]);
    const planted = text.split(/\s+/u).slice(40, 60).join(' ');
    expect(sharedRuns(`Nos mots, puis ${planted}`, text)).not.toEqual([]);
  });

  it('a copied run of eight words is caught across lines, case and punctuation; seven are not', () => {
    const source = 'Le vent se lève\nsur la lande, il faut tenter de vivre.';
    expect(sharedRuns('Ici « LE VENT, se lève sur la lande il »', source)).toEqual([
      'le vent se leve sur la lande il',
    ]);
    expect(sharedRuns('Ici le vent se lève sur la lande', source)).toEqual([]);
  });
});
