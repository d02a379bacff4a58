import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  lengthPlanOf,
  measureLength,
  type DocumentLength,
} from '../../../src/domain/documents/page-budget.ts';
import { createDocumentPrinter } from '../../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { pageCounter } from '../../../src/render/pdf/page-counts.ts';
import { headingsOf, readStructure } from '../../support/pdf-structure.ts';
import { coverageOf, portfolioOf, shippedReferential } from '../../support/story-documents.ts';
import { readStory } from '../../support/stories.ts';

const story = { ...readStory('recit-a-rncp38126'), documents: { portfolio: { pages: 9 } } };
const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

let length: DocumentLength;
let pdf: Uint8Array;
beforeAll(async () => {
  const model = await portfolioOf(story);
  pdf = await printer.print(await renderHtml(model, 'paper'));
  const plan = lengthPlanOf(model, story, await shippedReferential('RNCP38126'));
  if (plan === undefined) throw new Error('nothing to measure');
  length = measureLength(plan, pageCounter.count(pdf));
});

test('pages and chapters are those that a reader that is not ours finds', async () => {
  const structure = await readStructure(pdf);
  expect(length.pages).toBe(structure.sizes.length);
  const chapters = headingsOf(structure).filter(({ role }) => role === 'H2');
  const career = chapters.findIndex(({ text }) => text.trim() === 'Parcours');
  expect(length.parts[0]).toMatchObject({
    id: 'career',
    pages: chapters[career + 1]!.page - chapters[career]!.page,
  });
  expect(length.parts.reduce((sum, { pages }) => sum + pages, 0)).toBeLessThanOrEqual(length.pages);
  expect(length.verdict).toBe('over');
});

test('the couverture receives them on paper, and says nothing of them on a screen', async () => {
  const model = { ...(await coverageOf(story)), lengths: [length] };
  const { html } = pageCounter.fill(await renderHtml(model, 'paper'), [length]);
  expect(html).toMatch(new RegExp(`<td>${length.pages}\\spages, ${length.counted} sans les annexes, ${length.counted - 9} de trop</td>`, 'u')); // prettier-ignore
  expect(html).toMatch(/Activités significatives \d/u);
  expect(html).not.toContain('data-length');
  expect((await renderHtml(model, 'screen')).html).not.toContain('Longueur des documents');
});
