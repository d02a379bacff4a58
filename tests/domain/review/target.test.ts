import { describe, expect, test } from 'vitest';
import { findTarget, seenNow, shorten, standingOf } from '../../../src/domain/review/target.ts';
import { addEntity, nextId, removeEntity, replaceEntity } from '../../../src/domain/edits.ts';
import type { Portfolio } from '../../../src/domain/portfolio.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';
import { event } from '../../support/review-arbitrary.ts';

const referential = smallReferential();
const portfolio = buildPortfolio({
  activities: [
    {
      id: 'A1',
      title: 'Ouvrir un local',
      context: 'Un quartier sans commerce.',
      competences: [{ id: 'BC01-C1' }],
    },
    { id: 'A2', title: 'Fermer un local' },
  ],
  evidence: [{ id: 'P01', title: 'Bail signé' }],
  notes: 'Note privée.',
});
const place = { referential, portfolio };

test('a target is found as it is typed in a hurry', () => {
  const ids = ['a1', ' P01', 'bc01-c2', 'bc02', 'Dossier', 'A9', ''].map(
    (typed) => findTarget(place, typed)?.id,
  );
  expect(ids).toEqual(['A1', 'P01', 'ESSAI1BC01-C02', 'ESSAI1BC02', 'dossier', undefined, undefined]);
});

describe('a comment remembers the text it was made about', () => {
  const standing = (about: string, edit: (before: Portfolio) => Portfolio) => {
    const target = findTarget(place, about)!;
    const made = event({ id: 'R1', about: target.id, seen: seenNow(place, target) });
    return standingOf({ referential, portfolio: edit(portfolio) }, target.id, [made]);
  };
  const tell = (fields: object) => (before: Portfolio) =>
    replaceEntity(before, 'activities', { ...before.activities[0]!, ...fields });

  test.each(['A1', 'BC01-C1', 'BC01', 'P01', 'dossier'])('%s, left as it was', (about) => {
    expect(
      standing(about, (before) => ({ ...before, notes: 'Autre note.', reviews: [event({ id: 'R7' })] })),
    ).toBe('same');
  });

  test('and says that it changed', () => {
    expect(standing('A1', tell({ results: 'Douze emplois.' }))).toBe('changed');
    expect(standing('dossier', tell({ results: 'Douze emplois.' }))).toBe('changed');
    expect(standing('BC01-C1', tell({ competences: [{ id: 'BC01-C01', claim: 'J’ai ouvert.' }] }))).toBe(
      'changed',
    );
    expect(standing('BC01-C1', tell({ title: 'Ouvrir' }))).toBe('same');
    expect(standing('P01', (before) => removeEntity(before, 'evidence', 'P01'))).toBe('gone');
  });

  test('with its first words, never a private note', () => {
    expect(seenNow(place, findTarget(place, 'A1')!)).toMatchObject({ excerpt: 'Un quartier sans commerce.' });
    for (const about of ['A1', 'A2', 'P01', 'BC01', 'dossier'])
      expect(JSON.stringify(seenNow(place, findTarget(place, about)!))).not.toContain('privée');
  });
});

test('an excerpt is one line, cut between words and never through a sign', () => {
  expect(shorten(' a\n b ')).toBe('a b');
  expect(shorten('mot '.repeat(60), 20)).toBe('mot mot mot mot mot…');
  expect(shorten('😀'.repeat(20), 4)).toBe('😀😀😀😀…');
});

test('the id of something that was taken away is not given again while a review speaks of it', () => {
  const reviewed = { ...portfolio, reviews: [event({ id: 'R1', about: 'A2' })] };
  const gone = removeEntity(reviewed, 'activities', 'A2');
  expect(nextId(gone, 'activities')).toBe('A3');
  expect(nextId(addEntity(gone, 'activities', { ...portfolio.activities[0]!, id: 'A3' }), 'activities')).toBe(
    'A4',
  );
});
