import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NARRATIVE_FIELDS, type Portfolio } from '../../../src/domain/portfolio.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';
import { anyMarkdown } from '../../support/markdown-arbitrary.ts';
import { anyPortfolio } from '../../support/portfolio-arbitrary.ts';
import { applied, differences, formOf, readBack } from '../../support/worksheets.ts';

/** A stored activity links competences of its certification, each once. */
const withKnownCompetences = (portfolio: Portfolio): Portfolio => ({
  ...portfolio,
  activities: portfolio.activities.map((activity) => ({
    ...activity,
    competences: activity.competences.map((link, index) => ({
      ...link,
      id: `ESSAI1BC0${index < 2 ? 1 : 2}-C0${(index % 2) + 1}`,
    })),
  })),
});

const A1 = { kind: 'activity', id: 'A1' } as const;

test.each(['docx', 'md'] as const)(
  '%s: any portfolio comes back from an untouched form as it was',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(anyPortfolio.map(withKnownCompetences), async (portfolio) => {
        for (const { id } of portfolio.activities) {
          const subject = { kind: 'activity', id } as const;
          const form = await readBack(portfolio, subject, await formOf(portfolio, subject, format));
          expect(differences(form)).toEqual([]);
          expect(form.unrecognised).toEqual([]);
          expect(applied(form)).toEqual(portfolio);
        }
      }),
      { numRuns: format === 'docx' ? 3 : 150, endOnFailure: true },
    );
  },
  60_000,
);

test.each(['docx', 'md'] as const)(
  '%s: any Markdown comes back from an untouched form as it was',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMarkdown, { minLength: 10, maxLength: 10 }), async (texts) => {
        const told = Object.fromEntries(NARRATIVE_FIELDS.map((field, index) => [field, texts[index]!]));
        const portfolio = buildPortfolio({ activities: [{ id: 'A1', title: 'Ouvrir', ...told }] });
        const form = await readBack(portfolio, A1, await formOf(portfolio, A1, format));
        expect(differences(form)).toEqual([]);
        expect(form.unrecognised).toEqual([]);
      }),
      { numRuns: format === 'docx' ? 3 : 40, endOnFailure: true },
    );
  },
  60_000,
);
