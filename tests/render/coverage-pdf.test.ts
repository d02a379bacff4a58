import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import { Portfolio } from '../../src/domain/portfolio.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { pdfUaFaults } from '../support/pdf-ua.ts';
import { headingsOf, readStructure, strandedHeadings, type PdfStructure } from '../support/pdf-structure.ts';
import { readPdf, type ReadPdf } from '../support/read-pdf.ts';
import { coverageOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

/** The rules of PDF/UA that a template can break. */
const OURS = new Set([
  'figure-alt',
  'heading-levels',
  'one-first-heading',
  'table-headers',
  'table-scope',
  'table-regular',
]);

interface Printed {
  readonly bytes: Uint8Array;
  readonly html: string;
  readonly pdf: ReadPdf;
  readonly structure: PdfStructure;
}

const print = async (portfolio: Portfolio, isThere = true): Promise<Printed> => {
  const document = await renderHtml(await coverageOf(portfolio, [], isThere), 'paper');
  const bytes = await printer.print(document);
  const [pdf, structure] = await Promise.all([readPdf(bytes), readStructure(bytes)]);
  return { bytes, html: document.html, pdf, structure };
};

/** Nothing is shown yet, everything is wrong, and every title is long. */
const laden = (): Portfolio => {
  const story = readStory('recit-a-rncp38126');
  const long =
    'Une pièce dont le titre dit tout ce qu’elle contient et davantage encore, année après année, ';
  return {
    ...story,
    candidate: {
      ...story.candidate,
      name: 'Marie-Ange de Saint-Véran-Lacombe épouse Rakotomalala-Andrianampoinimerina',
    },
    activities: story.activities.map((activity) => ({ ...activity, title: long.repeat(2), competences: [] })),
    evidence: Array.from({ length: 40 }, (_, index) => ({
      ...story.evidence[index % story.evidence.length]!,
      id: `P${index + 100}`,
      title: long.repeat(3),
      ...(index < 20
        ? {
            file: undefined,
            url: undefined,
            state: 'demandée' as const,
            askedFrom: long,
            askedOn: '2026-03-02',
          }
        : { file: { path: `preuves/${'x'.repeat(120)}-${index}.pdf` } }),
      shows: [],
    })),
  };
};

describe('couverture of story B', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(readStory('recit-b-rncp41296'));
  });

  test('two pages, each said to be a working document', () => {
    expect(printed.pdf.pages.length).toBeLessThanOrEqual(2);
    expect(printed.pdf.pages.every((text) => text.includes(words.documents.working.mark))).toBe(true);
  });

  test('one h1, no level skipped, no heading stranded, every picture described', async () => {
    const levels = headingsOf(printed.structure).map(({ role }) => Number(role[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
    expect(strandedHeadings(printed.structure)).toEqual([]);
    expect((await pdfUaFaults(printed.bytes)).filter(({ rule }) => OURS.has(rule))).toEqual([]);
  });

  test('each block is drawn once, and told in words to those who do not see it', () => {
    const told = [...printed.html.matchAll(/<svg[^>]*role="img"[^>]*aria-label="([^"]*)"/gu)].map(
      (match) => match[1],
    );
    expect(told).toHaveLength(4);
    expect(printed.structure.elements.filter(({ role }) => role === 'Figure')).toHaveLength(4);
    expect(told[0]).toMatch(/BC01, 5 sur 6, en cours/u);
    expect(told[0]).toMatch(/à documenter\s: C06$/u);
    expect(told[3]).toMatch(/preuve à renforcer\s: C04$/u);
  });

  test('names what no document prepares, and that one mémoire for two blocks is an assumption', () => {
    expect(printed.pdf.text).toMatch(/Epreuves d'anglais professionnel BC03 aucun document ne peut/u);
    expect(printed.pdf.text).toMatch(
      /Un seul mémoire pour BC01 et BC04 : à confirmer auprès du certificateur/u,
    );
  });
});

test('three pages at most, whatever is wrong; what found no room is counted', async () => {
  const { pdf, structure } = await print(laden(), false);
  expect(pdf.pages.length).toBeLessThanOrEqual(3);
  expect(pdf.pages.every((text) => text.includes(words.documents.working.mark))).toBe(true);
  expect(pdf.text).toMatch(/et 14 de plus : acquis check/u);
  expect(pdf.text).toMatch(/et 12 autres de même/u);
  expect(strandedHeadings(structure)).toEqual([]);
});
