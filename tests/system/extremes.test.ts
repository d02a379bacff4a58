import { afterAll, expect, test } from 'vitest';
import { DOCUMENT_IDS } from '../../src/domain/documents/registry.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import {
  crowdedPortfolio,
  emptyPortfolio,
  EXTREMES,
  oneActivity,
  oversizedPortfolio,
  worldlyPortfolio,
} from '../support/extreme-portfolios.ts';
import { readPlacedText, type PlacedText } from '../support/placed-text.ts';
import { printable } from '../support/printable.ts';
import { everyDocumentOf } from '../support/story-documents.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const letters = (text: string): string => text.normalize('NFKC').replaceAll(/[\s'’]/gu, '');
const allText = (placed: readonly PlacedText[]): string => letters(placed.map(({ text }) => text).join(''));

/** No margin of ours is narrower, those of running titles included. */
const EDGE = 25;
const outside = ({ left, right, top, bottom, paper: [width, height] }: PlacedText): boolean =>
  left < EDGE || right > width - EDGE || bottom < EDGE || top > height - EDGE;

/** Every document there is of a portfolio, as it comes out of the printer. */
const printAll = async (portfolio: Portfolio): Promise<ReadonlyMap<string, readonly PlacedText[]>> => {
  const models = await everyDocumentOf(portfolio);
  // A soutenance is three files.
  expect(models).toHaveLength(DOCUMENT_IDS.length + 2);
  const printed = new Map<string, readonly PlacedText[]>();
  for (const model of models)
    printed.set(model.kind, await readPlacedText(await printer.print(await renderHtml(model, 'paper'))));
  return printed;
};

const pagesOf = (placed: readonly PlacedText[] | undefined): number => placed?.at(-1)?.page ?? 0;

const scenarios: [string, () => Portfolio, readonly string[]][] = [
  ['an empty portfolio', emptyPortfolio, ['Ada Fictive']],
  ['one activity', oneActivity, ['Noémie Valtreuil']],
  ['40 activities, 200 proofs', crowdedPortfolio, ['Noémie Valtreuil']],
  ['names, titles and words without end', oversizedPortfolio, [EXTREMES.name]],
  // The letters of a name that is written from the right come out in an order of their own.
  ['right-to-left names and emoji', worldlyPortfolio, Array.from(letters(EXTREMES.arabic))],
];

test.each(scenarios)('%s: every document comes out, none cut at an edge', async (name, build, expected) => {
  const portfolio = build();
  const printed = await printAll(portfolio);
  for (const [kind, placed] of printed) {
    expect([kind, placed.filter(outside)]).toEqual([kind, []]);
    for (const part of expected) expect(allText(placed), kind).toContain(letters(part));
  }
  expect(pagesOf(printed.get('soutenance-fiche'))).toBe(1);
  expect(pagesOf(printed.get('couverture'))).toBeLessThanOrEqual(3);
  if (name.startsWith('40')) expect(pagesOf(printed.get('dossier-validation'))).toBeGreaterThan(120);
  const [activity] = portfolio.activities;
  for (const kind of ['dossier-validation', 'faisabilite'])
    if (activity !== undefined)
      expect(allText(printed.get(kind) ?? []), kind).toContain(letters(activity.title).slice(0, 40));
  if (name.startsWith('names'))
    for (const kind of ['dossier-validation', 'memoire', 'faisabilite'])
      expect(allText(printed.get(kind) ?? []), kind).toContain(EXTREMES.word);
});

test('this guard finds a line that comes too near to an edge', async () => {
  const page = printable('<p>Un mot</p>', '@page{margin:0}body{margin:2mm}');
  const placed = await readPlacedText(await printer.print(page));
  expect(placed.filter(outside)).not.toEqual([]);
});
