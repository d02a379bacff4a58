import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import { renderHtml } from '../../src/render/html.ts';
import { fullPortfolio } from '../support/full-portfolio.ts';
import { launchScripted } from '../support/scripted-browser.ts';
import { coverageOf, memoireOf, portfolioOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launchScripted();
});
afterAll(() => browser.close());

const documents: [string, () => Promise<DocumentModel | undefined>][] = [
  ['portfolio of story A', () => portfolioOf(readStory('recit-a-rncp38126'))],
  ['plan of the mémoire of story A', () => memoireOf(readStory('recit-a-rncp38126'))],
  ['couverture of story B', () => coverageOf(readStory('recit-b-rncp41296'))],
  ['portfolio with every field', () => portfolioOf(fullPortfolio(1))],
];

describe.each(documents)('HTML export: %s', (_, build) => {
  test('fetches nothing, and axe finds nothing at all, on a wide screen and on a narrow one', async () => {
    const { html } = await renderHtml((await build()) as DocumentModel, 'screen');
    expect(html).not.toMatch(/data-page-of="/u);
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(html);
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 800 });
      await page.evaluate(axe);
      const results = (await page.evaluate('axe.run(document)')) as AxeResults;
      const found = results.violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]);
      expect(found).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(15);
      // Nothing is wider than the window.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
    await page.close();
  }, 60_000);
});
