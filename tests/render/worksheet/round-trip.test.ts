import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { NARRATIVE_FIELDS, type Portfolio } from '../../../src/domain/portfolio.ts';
import { worksheetOf } from '../../../src/domain/worksheet/worksheet.ts';
import { parseMarkdown } from '../../../src/render/worksheet/parse-markdown.ts';
import { openDocx, readDocxFields } from '../../../src/render/worksheet/read-docx.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';
import { anyMarkdown } from '../../support/markdown-arbitrary.ts';
import { anyPortfolio } from '../../support/portfolio-arbitrary.ts';
import { toldPortfolio } from '../../support/told-activity.ts';
import { applied, differences, formOf, placeOf, readBack } from '../../support/worksheets.ts';

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

test.each(['docx', 'md'] as const)(
  '%s: the same portfolio gives the same bytes, whenever and wherever',
  async (format) => {
    const form = Buffer.from(await formOf(toldPortfolio(), A1, format));
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    vi.stubEnv('TZ', 'Pacific/Auckland');
    const later = Buffer.from(await formOf(toldPortfolio(), A1, format));
    vi.useRealTimers();
    vi.unstubAllEnvs();
    expect(later.equals(form)).toBe(true);
  },
);

test('docx: lists side by side or inside each other, links to anywhere and lines that end stay what they are', async () => {
  const context = [
    '- a\n- b',
    '* c\n* d',
    '3. trois\n4. quatre',
    '1) un',
    'Entre.',
    '- x\n\n  suite\n\n  7. sept\n  8. huit\n\n     suite de huit\n\n  fin\n- y\n  - z\n\n  * w',
    '> cité **fort**\n>\n> deux',
    'un `code`, [ici](../notes.md), ~~non~~, [fin\\\nsuite](mailto:x@y.fr)\\\naprès, puis\nencore',
    '###### six',
    '```\nun\n\n  deux\n```',
  ].join('\n\n');
  const portfolio = buildPortfolio({ activities: [{ id: 'A1', title: 'Ouvrir', context }] });
  const form = await openDocx('', await formOf(portfolio, A1, 'docx'));
  const { fields } = readDocxFields(form, worksheetOf(placeOf(portfolio), A1)!);
  expect(fields.get('context')?.blocks).toEqual(parseMarkdown(context).blocks.map(({ block }) => block));
});
