import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../src/domain/documents/registry.ts';
import type { PrintableDocument } from '../../src/app/ports/document-printer.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { readPlacedText, type PlacedText } from '../support/placed-text.ts';
import { printable } from '../support/printable.ts';
import { readStory } from '../support/stories.ts';
import { DAY, shippedReferential } from '../support/story-documents.ts';
import { widowsOf } from '../support/widows.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const MM = 72 / 25.4;
const isBody = ({ top, bottom }: PlacedText): boolean => bottom >= 25 * MM - 1 && top <= 270 * MM + 3;

const widowsIn = async (document: PrintableDocument): Promise<string[]> =>
  widowsOf(await readPlacedText(await printer.print(document)), document.html, isBody);

const dossierOf = async (story: 'recit-a-rncp38126' | 'recit-b-rncp41296'): Promise<PrintableDocument> => {
  const portfolio = readStory(story);
  const referential = await shippedReferential(portfolio.certification);
  const [model] = DOCUMENTS['dossier-validation'].build({ portfolio, referential, date: DAY });
  if (model === undefined) throw new Error('no document');
  return renderHtml(model, 'paper');
};

/** Paragraphs and items of three lines that begin a little lower on each of eight pages. */
const lowerAndLower = (style: string): PrintableDocument => {
  const words = `${'Une ligne de trois mots. '.repeat(7)}Fin.`;
  const told = `<p>${words}</p>`.repeat(18);
  const listed = `<ul>${`<li>${words}</li>`.repeat(18)}</ul>`;
  const parts = [told, listed].flatMap((text) =>
    Array.from({ length: 4 }, (_, index) => {
      const field = `<div class="field"><dt>Récit</dt><dd class="prose">${text}</dd></div>`;
      return `<section class="opens-page"><div style="height:${index * 12}pt"></div><dl class="fields">${field}</dl></section>`;
    }),
  );
  const page = printable(parts.join(''));
  return { ...page, html: page.html.replace('</head>', `<style>${style}</style></head>`) };
};

/** The words at the top of each page, in order. */
const openingsOf = async (document: PrintableDocument): Promise<string[]> => {
  const highest = new Map<number, PlacedText>();
  for (const run of (await readPlacedText(await printer.print(document))).filter(isBody))
    if (run.top > (highest.get(run.page)?.top ?? 0)) highest.set(run.page, run);
  return [...highest.values()].map(({ text }) => text);
};
const JOINED = /^(?:Pièces|Annexe)/u;

/** What an activity ends with, a line lower on each of twelve pages, on both sides of the foot of a page. */
const outcomes = (style: string): PrintableDocument => {
  const items = (word: string, count: number): string =>
    `<ul class="plain">${Array.from({ length: count }, (_, index) => `<li>${word} ${index + 1}<span class="claim">Une phrase.</span></li>`).join('')}</ul>`;
  const outcome = `<dl class="fields outcome"><div class="field"><dt>Compétences</dt><dd>${items('Compétence', 5)}</dd></div><div class="field"><dt>Pièces jointes</dt><dd>${items('Annexe', 2)}</dd></div></dl>`;
  const parts = Array.from(
    { length: 12 },
    (_, index) =>
      `<section class="opens-page"><div style="height:${480 + index * 15}pt"></div>${outcome}</section>`,
  );
  const page = printable(parts.join(''));
  return { ...page, html: page.html.replace('</head>', `<style>${style}</style></head>`) };
};

describe('no page begins with the last line of a paragraph', () => {
  let style = '';
  beforeAll(async () => {
    style = /<style>([^]*?)<\/style>/u.exec((await dossierOf('recit-a-rncp38126')).html)?.[1] ?? '';
  });

  test.each(['recit-a-rncp38126', 'recit-b-rncp41296'] as const)(
    'in the dossier of %s',
    async (story) => {
      expect(await widowsIn(await dossierOf(story))).toEqual([]);
    },
    20_000,
  );

  test('nor with the proofs joined to an activity, without a competence', async () => {
    const openings = await openingsOf(outcomes(style));
    expect(openings.some((text) => text.startsWith('Compétence '))).toBe(true);
    expect(openings.filter((text) => JOINED.test(text))).toEqual([]);
    const rule = /^\.outcome \.field \+ \.field.*break-before: avoid; \}$/mu;
    const without = await openingsOf(outcomes(style.replace(rule, '')));
    expect(without.filter((text) => JOINED.test(text))).not.toEqual([]);
  });

  test('wherever a paragraph of three lines begins', async () => {
    expect(await widowsIn(lowerAndLower(style))).toEqual([]);
  });

  test('and this guard finds those that Chromium leaves without the rule for it', async () => {
    const without = style.replace(/\.prose p::before[^}]*\}/u, '');
    expect(without).not.toBe(style);
    const found = await widowsIn(lowerAndLower(without));
    expect(found.filter((line) => line.endsWith('Fin')).length).toBeGreaterThan(1);
  });
});
