import { describe, expect, test } from 'vitest';
import { ballOf, coverageStrip } from '../../../src/domain/documents/coverage-strip.ts';
import { findingGroups } from '../../../src/domain/documents/coverage-work.ts';
import { finding } from '../../../src/domain/findings.ts';
import { coverageOf } from '../../support/story-documents.ts';
import { readStory } from '../../support/stories.ts';

describe('story A', () => {
  const story = readStory('recit-a-rncp38126');

  test('says of each competence what check says, and works on those that want it', async () => {
    const { summary, blocks, work } = await coverageOf(story);
    expect(summary).toMatchObject({ competences: 27, cited: 25, supported: 24, fragile: 0 });
    expect(blocks.map(({ supported, total }) => `${supported}/${total}`)).toEqual(['8/8', '8/10', '8/9']);
    expect(work.map(({ mark, grade, step }) => [mark, grade, step])).toEqual([
      ['BC02-C02', 'cited', 'prove'],
      ['BC02-C04', 'absent', 'tell'],
      ['BC03-C09', 'absent', 'tell'],
    ]);
  });

  test('each line of the fiche once, with its blocks and what prepares it', async () => {
    const { assessments, shared } = await coverageOf(story);
    expect(assessments.map(({ blocks, documents }) => [blocks, documents])).toEqual([
      [['BC01'], ['ecrit-reflexif']],
      [['BC02'], ['portfolio']],
      [['BC02', 'BC03'], ['soutenance']],
      [['BC03'], ['memoire']],
    ]);
    expect(shared).toEqual([]);
  });

  test('an acquired block is named and not drawn; other blocks are left out where one is asked for', async () => {
    const acquired = { ...story.target, acquired: [{ block: 'BC01', juryDate: '2025-06' }] };
    const { blocks } = await coverageOf({ ...story, target: acquired }, ['RNCP38126BC03']);
    expect(blocks.map(({ code, state, strip }) => [code, state, strip !== undefined])).toEqual([
      ['BC01', 'acquired', false],
      ['BC03', 'partial', true],
    ]);
  });
});

test('story B: one mémoire for two blocks, English prepared by nothing, weak proofs with their reason', async () => {
  const { assessments, shared, work } = await coverageOf(readStory('recit-b-rncp41296'));
  expect(shared).toEqual([{ document: 'memoire', blocks: ['BC01', 'BC04'] }]);
  expect(assessments.filter(({ documents }) => documents.length === 0).map(({ blocks }) => blocks)).toEqual([
    ['BC03'],
  ]);
  expect(
    work.filter(({ fragility }) => fragility !== undefined).map(({ mark, step }) => [mark, step]),
  ).toEqual([
    ['BC03-C10', 'one-form-of-two'],
    ['BC04-C04', 'testimony-alone'],
  ]);
});

describe('the picture', () => {
  test('fills a quarter for each grade, so that shapes alone tell them apart', () => {
    const fills = (['absent', 'cited', 'supported', 'analysed'] as const).map(
      (grade) => ballOf(grade, 5, 5, 2).fill,
    );
    expect(new Set(fills).size).toBe(4);
    expect(fills[0]).toBeUndefined();
  });

  test('goes on below after ten, and says the same in words', () => {
    const competences = Array.from({ length: 23 }, (_, index) => ({
      id: `C${index + 1}`,
      grade: index < 3 ? ('cited' as const) : ('analysed' as const),
      fragility: index === 5 ? ('image-alone' as const) : undefined,
      activities: [],
      evidence: [],
    }));
    const strip = coverageStrip({ competences }, (id) => id);
    expect(new Set(strip.cells.map(({ cy }) => cy)).size).toBe(3);
    expect(Math.max(...strip.cells.map(({ below }) => below))).toBeLessThan(strip.height);
    expect(strip.groups.map(({ grade, labels }) => [grade, labels.length])).toEqual([
      ['analysed', 20],
      ['cited', 3],
    ]);
    expect(strip.fragile).toEqual(['C6']);
  });
});

test('findings are chosen, gravest first, and what is left out is counted', () => {
  const many = [
    ...Array.from({ length: 4 }, (_, index) =>
      finding('activity-we', `activities.A${index}`, { id: `A${index}` }),
    ),
    ...Array.from({ length: 30 }, (_, index) =>
      finding('evidence-missing', `evidence.P${index}`, { id: `P${index}` }),
    ),
    finding('competence-absent', 'competences.X'),
  ];
  const groups = findingGroups(many);
  expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
    ['error', 30],
    ['warning', 4],
  ]);
  expect(groups.flatMap(({ runs }) => runs.map(({ items, more }) => [items.length, more]))).toEqual([
    [8, 22],
    [3, 1],
  ]);
});
