import { describe, expect, test } from 'vitest';
import { MEMOIRE_PLAN } from '../../../src/domain/documents/memoire-plan.ts';
import { Portfolio } from '../../../src/domain/portfolio.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';
import { memoireOf, shippedReferential } from '../../support/story-documents.ts';
import { readStory } from '../../support/stories.ts';

const marksOf = (document: Awaited<ReturnType<typeof memoireOf>>) =>
  document?.grid.blocks.flatMap(({ rows }) => rows.map(({ mark }) => mark)) ?? [];

describe('the blocks a mémoire is for', () => {
  test.each([
    ['RNCP38126', ['BC03'], 9],
    ['RNCP41296', ['BC01', 'BC04'], 11],
    ['RNCP35080', ['F1', 'F2', 'F3', 'F4'], 15],
  ])('%s: %j', async (certification, blocks, competences) => {
    const document = await memoireOf(buildPortfolio({ certification }));
    expect(document?.grid.blocks.map(({ code }) => code)).toEqual(blocks);
    expect(marksOf(document)).toHaveLength(competences);
    const placed = document?.sections.flatMap((section) => section.competences.map(({ mark }) => mark));
    expect(placed?.toSorted()).toEqual(marksOf(document).toSorted());
  });

  test('none: there is no document', async () => {
    const story = readStory('recit-a-rncp38126');
    expect(await memoireOf(story, ['RNCP38126BC01'])).toBeUndefined();
    const acquired = { blocks: [], acquired: [{ block: 'BC03' }] };
    expect(await memoireOf(Portfolio.parse({ ...story, target: acquired }))).toBeUndefined();
  });

  test('every competence of the three certifications has its place; diagnosis and results are not empty', async () => {
    for (const code of ['RNCP38126', 'RNCP41296', 'RNCP35080']) {
      const { blocks } = await shippedReferential(code);
      const places = blocks.flatMap(({ competences }) => competences.map(MEMOIRE_PLAN.placeOf));
      expect(MEMOIRE_PLAN.sections.map(({ code }) => code)).toEqual(expect.arrayContaining(places));
      expect(new Set(places).size).toBeGreaterThan(2);
    }
  });
});

describe('the working plan', () => {
  test('puts the candidate’s own words where they belong', async () => {
    const document = await memoireOf(readStory('recit-a-rncp38126'));
    const section = Object.fromEntries((document?.sections ?? []).map((entry) => [entry.code, entry]));
    expect(document?.audience).toBe('working');
    expect(document?.pages).toBe(35);
    expect(section['introduction']?.excerpts.map(({ label }) => label)).toEqual(['summary']);
    expect(section['context']?.organisations.map(({ id }) => id)).toEqual(['O1', 'O2']);
    expect(section['diagnosis']?.material.flatMap(({ id, fields }) => fields.map(({ label }) => `${id} ${label}`))).toEqual(
      ['A6 context', 'A6 stakeholders'],
    ); // prettier-ignore
    expect(section['plan']?.material.map(({ id }) => id)).toEqual(['A6', 'A7']);
    expect(section['implementation']?.material.map(({ id }) => id)).toEqual(['A6', 'A7']);
    expect(
      section['reflection']?.material.flatMap(({ id, fields }) =>
        fields.map(({ label }) => `${id} ${label}`),
      ),
    ).toEqual(['A6 difficulties', 'A6 analysis', 'A7 analysis', 'A7 learning']);
    expect(section['reflection']?.competences.map(({ mark }) => mark)).toEqual(['BC03-C08', 'BC03-C09']);
  });

  test('keeps what is written and takes its guidance away, section by section', async () => {
    const story = readStory('recit-a-rncp38126');
    const document = await memoireOf({ ...story, documents: { memoire: { diagnosis: 'Mon diagnostic.' } } });
    const diagnosis = document?.sections.find(({ code }) => code === 'diagnosis');
    expect(diagnosis).toMatchObject({ written: 'Mon diagnostic.', material: [], excerpts: [] });
    expect(document?.audience).toBe('working');
  });
});

test('once nothing is left to write it is a jury document: text alone, no place, no page budget', async () => {
  const story = readStory('recit-a-rncp38126');
  const written = Object.fromEntries(
    [...MEMOIRE_PLAN.sections.map(({ code }) => code), 'bibliography'].map((code) => [
      code,
      `Texte ${code}.`,
    ]),
  );
  const document = await memoireOf({ ...story, documents: { memoire: written } });
  expect(document?.audience).toBe('jury');
  expect(document?.pages).toBeUndefined();
  expect(
    document?.sections.every((section) => section.pages === undefined && section.competences.length === 0),
  ).toBe(true);
  expect(document?.grid.blocks.flatMap(({ rows }) => rows.map(({ section }) => section))).toEqual(
    Array.from({ length: 9 }, () => undefined),
  );
});

test('the material’s proofs are annexes of the plan; a written mémoire has those it cites or shows a competence by', async () => {
  const story = readStory('recit-a-rncp38126');
  const cited = { ...story, candidate: { ...story.candidate, summary: 'Voir [[P19]].' } };
  expect((await memoireOf(cited))?.annexes[0]?.id).toBe('P19');
  const written = Object.fromEntries(
    [...MEMOIRE_PLAN.sections.map(({ code }) => code), 'bibliography'].map((code) => [
      code,
      'Texte [[P01]].',
    ]),
  );
  const jury = await memoireOf({ ...cited, documents: { memoire: written } });
  expect(jury?.annexes.map(({ id }) => id)).toEqual(['P01', 'P14', 'P15', 'P16', 'P17', 'P18']);
});
