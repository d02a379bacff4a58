import { describe, expect, test } from 'vitest';
import {
  lengthFinding,
  lengthLimitOf,
  measureLength,
  type LengthPlan,
} from '../../../src/domain/documents/page-budget.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';
import { shippedReferential } from '../../support/story-documents.ts';

const plan = (max: number | undefined, source: 'own' | 'advice' = 'own'): LengthPlan => ({
  kind: 'portfolio',
  chapters: ['career', 'activities', 'grid', 'annexes'].map((id) => ({ id, heading: id, title: undefined })),
  limit: max === undefined ? undefined : { min: undefined, max, source },
});
const starts = new Map([['career', 3], ['activities', 4], ['grid', 12], ['annexes', 14]]); // prettier-ignore

test('a chapter is as long as it is far to the next; what shares a page counts it once', () => {
  const { pages, counted, parts } = measureLength(plan(undefined), { pages: 15, starts });
  expect(parts.map(({ id, pages: long }) => [id, long])).toEqual([
    ['career', 1],
    ['activities', 8],
    ['grid', 2],
    ['annexes', 2],
  ]);
  expect([pages, counted]).toEqual([15, 13]);
  const shared = measureLength(plan(undefined), { pages: 4, starts: new Map([['career', 3], ['activities', 3]]) }); // prettier-ignore
  expect(shared.parts.map(({ pages: long }) => long)).toEqual([0, 2]);
});

describe('a limit', () => {
  test('speaks of the pages without annexes, and only one that somebody set forbids anything', () => {
    const over = measureLength(plan(12), { pages: 15, starts });
    expect(over.verdict).toBe('over');
    expect(lengthFinding(over)).toMatchObject({
      code: 'final-too-long',
      args: { document: 'portfolio', pages: 13, limit: 12 },
    });
    expect(lengthFinding(measureLength(plan(13), { pages: 15, starts }))).toBeUndefined();
    expect(lengthFinding(measureLength(plan(5, 'advice'), { pages: 15, starts }))).toBeUndefined();
  });

  test('is the candidate’s own, else the certifier’s, else advice for a dossier de validation', async () => {
    const referential = await shippedReferential('RNCP38126');
    const vae = {
      pieces: [
        {
          label: 'Dossier',
          document: 'dossier-validation' as const,
          blocks: [],
          pages: { max: 80 },
          trame: [],
        },
      ],
      source: { name: 'Exemple', date: '2026-01-01' },
    };
    const portfolio = buildPortfolio({ certification: 'RNCP38126' });
    const own = { documents: { 'dossier-validation': { pages: 60 } } };
    expect(lengthLimitOf(own, { vae }, 'dossier-validation')).toMatchObject({ max: 60, source: 'own' });
    expect(lengthLimitOf(portfolio, { vae }, 'dossier-validation')).toMatchObject({
      max: 80,
      source: 'certifier',
    });
    expect(lengthLimitOf(portfolio, referential, 'dossier-validation')).toMatchObject({ min: 50, max: 120, source: 'advice' }); // prettier-ignore
    expect(lengthLimitOf(portfolio, referential, 'soutenance-diapositives')).toBeUndefined();
  });
});
