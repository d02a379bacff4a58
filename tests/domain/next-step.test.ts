import { describe, expect, test } from 'vitest';
import { computeCoverage } from '../../src/domain/coverage.ts';
import { proposeSteps, stepOn } from '../../src/domain/next-step.ts';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';

const C11 = 'ESSAI1BC01-C01';
const C12 = 'ESSAI1BC01-C02';
const C21 = 'ESSAI1BC02-C01';
const C22 = 'ESSAI1BC02-C02';
const analysed = { results: 'R', analysis: 'A', learning: 'L' };

const stepsFor = (fields: Partial<StoredPortfolio>, blocks: readonly string[] = []) => {
  const portfolio = buildPortfolio(fields);
  const coverage = computeCoverage({ referential: smallReferential(), portfolio, files: new Map() });
  return { portfolio, coverage, steps: proposeSteps(portfolio, coverage, blocks) };
};
const brief = (fields: Partial<StoredPortfolio>, blocks?: readonly string[]) =>
  stepsFor(fields, blocks).steps.map(({ competence, need }) => `${competence.slice(6)} ${need}`);
const proof = (id: string, competence: string, form?: 'écrit' | 'oral') => ({
  id,
  title: id,
  url: 'https://exemple.fr/x',
  kind: 'production' as const,
  shows: [{ competence }],
  ...(form && { form }),
});

describe('the next most useful competence', () => {
  test('of an empty portfolio: the register’s order', () => {
    expect(brief({})).toEqual([
      'BC01-C01 activity',
      'BC01-C02 activity',
      'BC02-C01 activity',
      'BC02-C02 activity',
    ]);
  });

  test('what was begun first, then what lacks one document, then the block nearest to whole, then strength and analysis', () => {
    const { steps } = stepsFor({
      activities: [
        { id: 'A1', title: 'Racontée', competences: [{ id: C11 }, { id: C21 }], role: 'Je', ...analysed },
        { id: 'A2', title: 'Commencée', context: 'Ici', role: 'Je', competences: [{ id: C22 }] },
      ],
      evidence: [proof('P01', C21)],
    });
    expect(steps.map(({ competence, need, activity }) => [competence.slice(6), need, activity])).toEqual([
      ['BC02-C02', 'resume', 'A2'],
      ['BC01-C01', 'evidence', 'A1'],
      ['BC01-C02', 'activity', undefined],
    ]);
  });

  test('among absent ones the block with fewest missing comes first', () => {
    expect(
      brief({
        activities: [{ id: 'A1', title: 'T', competences: [{ id: C21 }], ...analysed }],
        evidence: [proof('P01', C21)],
      }),
    ).toEqual(['BC02-C02 activity', 'BC01-C01 activity', 'BC01-C02 activity']);
  });

  test('a proof that is awaited lets the others go first', () => {
    expect(
      brief({
        activities: [{ id: 'A1', title: 'T', competences: [{ id: C11 }] }],
        evidence: [{ id: 'P01', title: 'P', state: 'demandée', shows: [{ competence: C11 }] }],
      }),
    ).toEqual(['BC01-C02 activity', 'BC02-C01 activity', 'BC02-C02 activity', 'BC01-C01 awaited']);
  });

  test('fragile before not analysed; nothing for what stands', () => {
    expect(
      brief({
        activities: [
          { id: 'A1', title: 'T', competences: [{ id: C11 }, { id: C22 }], ...analysed },
          { id: 'A2', title: 'U', competences: [{ id: C12 }] },
          { id: 'A3', title: 'V', competences: [{ id: C21 }], ...analysed },
        ],
        evidence: [proof('P01', C11), proof('P02', C22, 'écrit'), proof('P03', C12), proof('P04', C21)],
      }),
    ).toEqual(['BC02-C02 stronger-evidence', 'BC01-C02 analysis']);
  });

  test('acquired and not targeted blocks are left alone; `blocks` restricts', () => {
    expect(brief({ target: { acquired: [{ block: 'BC01' }] } })).toEqual([
      'BC02-C01 activity',
      'BC02-C02 activity',
    ]);
    expect(brief({ target: { blocks: ['BC01'] } })).toEqual(['BC01-C01 activity', 'BC01-C02 activity']);
    expect(brief({}, ['ESSAI1BC02'])).toEqual(['BC02-C01 activity', 'BC02-C02 activity']);
  });

  test('the last question passed is a choice, and what is supported is not begun again', () => {
    const told = { context: 'Ici', role: 'Je', stakeholders: 'Elles', means: 'Peu', goal: 'Loin' };
    const ended = { ...told, approach: 'Pas à pas', difficulties: 'Une', results: 'R', analysis: 'A' };
    expect(
      brief({
        activities: [
          { id: 'A1', title: 'Finie', competences: [{ id: C11 }, { id: C12 }], ...ended },
          { id: 'A2', title: 'Commencée', competences: [{ id: C21 }, { id: C22 }], ...told },
        ],
        evidence: [proof('P01', C11), proof('P02', C21)],
      }),
    ).toEqual(['BC02-C02 resume', 'BC01-C02 evidence', 'BC02-C01 analysis']);
  });

  test('any competence can be come back to', () => {
    const { portfolio, coverage } = stepsFor({
      activities: [{ id: 'A1', title: 'T', competences: [{ id: C11 }], ...analysed }],
      evidence: [proof('P01', C11)],
    });
    expect(stepOn(portfolio, coverage, C11)).toMatchObject({ need: 'none', activity: 'A1' });
    expect(stepOn(portfolio, coverage, 'inconnue')).toBeUndefined();
  });
});
