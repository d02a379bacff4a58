import { describe, expect, test } from 'vitest';
import {
  addEntity,
  findEntity,
  linkCompetence,
  linkEvidence,
  nextId,
  referencesTo,
  removeEntity,
  replaceEntity,
  type Collection,
} from '../../src/domain/edits.ts';
import { findBrokenReferences } from '../../src/domain/references.ts';
import { buildPortfolio } from '../support/build-portfolio.ts';

const portfolio = buildPortfolio({
  target: { acquired: [{ block: 'ESSAI1BC01', proof: 'P02' }] },
  organisations: [{ id: 'O1', name: 'Une' }],
  experiences: [{ id: 'X1', title: 'Un poste', organisations: ['O1'] }],
  activities: [
    { id: 'A1', title: 'Une activité', experiences: ['X1'], results: 'Voir [[P02]].' },
    { id: 'A2', title: 'Une autre', experiences: ['X1'] },
  ],
  evidence: [
    { id: 'P01', title: 'Une preuve', activities: ['A1', 'A2'], experiences: ['X1'] },
    { id: 'P02', title: 'Une autre' },
  ],
  documents: { portfolio: { activities: ['A2', 'A1'], introduction: 'Comme le montre [[P02]].' } },
});

describe('the next free id', () => {
  test.each<[Collection, readonly string[], string]>([
    ['organisations', [], 'O1'],
    ['experiences', [], 'X1'],
    ['activities', [], 'A1'],
    ['evidence', [], 'P01'],
    ['evidence', ['P01', 'P09'], 'P10'],
    ['evidence', ['P99'], 'P100'],
    ['evidence', ['Q01', 'Q18'], 'Q19'],
    ['activities', ['A7', 'A2'], 'A8'],
    ['activities', ['refonte'], 'A1'],
    ['activities', ['A1', 'a2'], 'a3'],
  ])('of %s after %j is %s', (collection, ids, expected) => {
    const entries = ids.map((id) => (collection === 'organisations' ? { id, name: id } : { id, title: id }));
    expect(nextId(buildPortfolio({ [collection]: entries }), collection)).toBe(expected);
  });
});

test('an id that a text still cites is not given out again', () => {
  const { evidence, ...rest } = portfolio;
  expect(nextId({ ...rest, evidence: evidence.filter(({ id }) => id !== 'P02') }, 'evidence')).toBe('P03');
  expect(nextId({ ...rest, evidence: [] }, 'evidence')).toBe('P01');
});

test('ids that differ by case alone are refused, and where they exist each is found as it is written', () => {
  const twins = buildPortfolio({
    activities: [
      { id: 'A1', title: 'un' },
      { id: 'a1', title: 'deux' },
    ],
  });
  expect(findBrokenReferences(twins)).toMatchObject([
    { code: 'duplicate-id', path: ['activities', 1, 'id'] },
  ]);
  expect(findEntity(twins, 'activities', 'a1')?.title).toBe('deux');
  const others = buildPortfolio({
    activities: [
      { id: 'Ab', title: 'un' },
      { id: 'aB', title: 'deux' },
    ],
  });
  expect(findEntity(others, 'activities', 'ab')).toBeUndefined();
});

test('ids are found whatever their case', () => {
  expect(findEntity(portfolio, 'evidence', ' p01 ')?.title).toBe('Une preuve');
  expect(findEntity(portfolio, 'evidence', 'A1')).toBeUndefined();
});

test('an entry added and replaced leaves the others the same objects', () => {
  const grown = addEntity(portfolio, 'organisations', { id: 'O2', name: 'Deux' });
  const changed = replaceEntity(grown, 'organisations', { id: 'O2', name: 'Second' });
  expect(changed.organisations.map(({ name }) => name)).toEqual(['Une', 'Second']);
  expect(changed.organisations[0]).toBe(portfolio.organisations[0]);
  expect(portfolio.organisations).toHaveLength(1);
});

describe('an entry that others name', () => {
  const entries: [Collection, string, string[]][] = [
    ['organisations', 'O1', ['X1.organisations']],
    ['experiences', 'X1', ['A1.experiences', 'A2.experiences', 'P01.experiences']],
    ['activities', 'A1', ['P01.activities', 'portfolio.activities']],
    ['evidence', 'P02', ['ESSAI1BC01.proof', 'A1.results', 'portfolio.introduction']],
    ['evidence', 'P01', []],
  ];
  test.each(entries)('%s %s', (collection, id, owners) => {
    expect(referencesTo(portfolio, collection, id).map(({ owner, field }) => `${owner}.${field}`)).toEqual(
      owners,
    );
    const without = removeEntity(portfolio, collection, id);
    expect(findEntity(without, collection, id)).toBeUndefined();
    // Only texts may still cite it: they are the candidate's.
    expect(
      referencesTo(without, collection, id).every(({ field }) => ['results', 'introduction'].includes(field)),
    ).toBe(true);
    expect(findBrokenReferences(without)).toEqual([]);
  });
});

const key = (typed: string): string => typed.toUpperCase().replace('C0', 'C');

test('a link says something new in its place, or is added at the end', () => {
  const activity = linkCompetence(linkCompetence(portfolio.activities[0]!, key, 'C1', 'un'), key, 'C2', '');
  expect(linkCompetence(activity, key, 'c01', 'deux').competences).toEqual([
    { id: 'C1', claim: 'deux' },
    { id: 'C2' },
  ]);
  const evidence = linkEvidence(portfolio.evidence[0]!, key, 'C1', 'un');
  expect(linkEvidence(evidence, key, 'C01').shows).toEqual([{ competence: 'C1' }]);
});
