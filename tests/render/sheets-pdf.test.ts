import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import { buildSoutenance } from '../../src/domain/documents/sheets/soutenance.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { headingsOf, readStructure, type PdfStructure } from '../support/pdf-structure.ts';
import { readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { readStory } from '../support/stories.ts';
import { DAY, shippedReferential } from '../support/story-documents.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

/** Every line as long as a person can make it, so that only our own limits keep a page a page. */
const talkative = (): Portfolio => {
  const portfolio = readStory('recit-a-rncp38126');
  const long = 'Une phrase que rien n’arrête, avec 1 234 usagers et beaucoup de virgules, '.repeat(12);
  return {
    ...portfolio,
    candidate: { ...portfolio.candidate, name: 'Nom-Composé '.repeat(7).trim() },
    experiences: Array.from({ length: 12 }, (_, index) => ({
      id: `E${index}`,
      title: `Responsable ${'de la coordination '.repeat(8)}`,
      organisations: [],
      start: `20${10 + index}`,
    })),
    activities: portfolio.activities.map((activity) => ({
      ...activity,
      title: `Mener ${'une activité au titre interminable '.repeat(8)}`,
      goal: long,
      approach: long,
      results: `${long}. ${long}.`,
      learning: long,
    })),
  };
};

interface Printed {
  readonly pdf: ReadPdf;
  readonly structure: PdfStructure;
}

describe('the soutenance of a candidate who writes at length', () => {
  let slides: Printed;
  let sheet: Printed;
  let count: number;
  beforeAll(async () => {
    const [, deck, page] = buildSoutenance({
      portfolio: talkative(),
      referential: await shippedReferential('RNCP38126'),
      date: DAY,
    });
    count = 1 + 1 + 1 + 1 + deck.activities.length + deck.shown.length + 1;
    [slides, sheet] = (await Promise.all(
      [deck, page].map(async (model) => {
        const bytes = await printer.print(await renderHtml(model, 'paper'));
        return { pdf: await readPdf(bytes), structure: await readStructure(bytes) };
      }),
    )) as [Printed, Printed];
  });

  test('one page for each slide, wider than high, each with one title', () => {
    expect(slides.pdf.pages).toHaveLength(count);
    for (const [width, height] of slides.structure.sizes) {
      expect([Math.round(width), Math.round(height)]).toEqual([842, 473]);
    }
    const titles = headingsOf(slides.structure).filter(({ role }) => role !== 'H3');
    expect(titles.map(({ page }) => page)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  test('the deck is for the jury: no advice, no time, no mark of the workshop', () => {
    const { working, preparation } = words.documents;
    const advice = Object.values(preparation.steps['soutenance-plan']).map((step) => step.advice);
    for (const sentence of [working.mark, preparation.minutesNote, ...advice]) {
      expect(slides.pdf.text).not.toContain(sentence.slice(0, 30));
    }
  });

  test('the sheet to keep in hand is one page, and says it is no paper for the jury', () => {
    expect(sheet.pdf.pages).toHaveLength(1);
    expect(sheet.pdf.text).toContain(words.documents.working.mark);
    expect(sheet.pdf.text).toContain(words.documents.preparation.span(14, 15));
  });
});
