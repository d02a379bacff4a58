import { expect, test } from 'vitest';
import { computeCoverage } from '../../../src/domain/coverage.ts';
import { isBlocking } from '../../../src/domain/findings.ts';
import type { ReviewEvent } from '../../../src/domain/review/event.ts';
import { runRules } from '../../../src/domain/rules/index.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';
import { event } from '../../support/review-arbitrary.ts';

const found = (reviews: readonly ReviewEvent[], stage: 'validation' | 'faisabilite' = 'validation') => {
  const referential = smallReferential();
  const portfolio = buildPortfolio({ activities: [{ id: 'A1', title: 'Ouvrir' }], reviews: [...reviews] });
  const files = new Map();
  const coverage = computeCoverage({ referential, portfolio, files });
  return runRules({ referential, portfolio, files, coverage, today: '2026-11-22' }, stage).filter(
    ({ code }) => code.startsWith('review-'),
  );
};

test('what waits is said with who, when, about what and the first words; it never fails a check', () => {
  const asked = event({ id: 'R1', text: 'Donnez\nun chiffre.' });
  const [open, ...others] = found([asked]);
  expect(others).toEqual([]);
  expect(open).toMatchObject({
    code: 'review-open',
    path: 'reviews.R1',
    args: {
      target: 'A1',
      author: 'Claire Fictive',
      date: '2026-11-01',
      excerpt: 'Donnez un chiffre.',
      change: 1,
    },
  });
  expect(isBlocking(open!)).toBe(false);
  expect(found([asked], 'faisabilite')).toHaveLength(1);
});

test('each turn has its code', () => {
  const asked = event({ id: 'R1' });
  const answer = event({ id: 'R2', thread: 'R1', role: 'candidature', author: 'Ana Fictive', after: ['R1'] });
  const settled = event({ id: 'R3', thread: 'R1', kind: 'réglé', after: ['R1'] });
  expect(found([asked, answer])).toMatchObject([
    { code: 'review-answered', args: { author: 'Ana Fictive' } },
  ]);
  expect(found([asked, answer, settled])).toMatchObject([
    { code: 'review-crossed', args: { author: 'Ana Fictive' } },
  ]);
  expect(found([asked, { ...settled, after: ['R1'] }])).toEqual([]);
  expect(found([event({ id: 'R1', about: 'A7' })]).map(({ code }) => code)).toEqual([
    'review-open',
    'review-target-gone',
  ]);
  expect(found([asked, { ...asked, text: 'Autre.' }, settled]).map(({ code }) => code)).toEqual([
    'review-altered',
  ]);
});
