import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import { renderHtml } from '../../src/render/html.ts';
import { axeFindings } from '../support/axe.ts';
import { fullPortfolio } from '../support/full-portfolio.ts';
import { launchScripted } from '../support/scripted-browser.ts';
import { coverageOf, memoireOf, portfolioOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

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
      const { violations, passed } = await axeFindings(page);
      expect(violations).toEqual([]);
      expect(passed).toBeGreaterThan(15);
      // Nothing is wider than the window.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
    await page.close();
  }, 60_000);
});
