import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCUMENT_IDS } from '../../src/domain/documents/registry.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { renderHtml } from '../../src/render/html.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { axeFindings } from '../support/axe.ts';
import { emptyPortfolio, oversizedPortfolio, worldlyPortfolio } from '../support/extreme-portfolios.ts';
import { samplesIn, shipped } from '../support/samples.ts';
import { launchScripted } from '../support/scripted-browser.ts';
import { everyDocumentOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';
import { temporaryFolder } from '../support/story-variant.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchScripted();
});
afterAll(() => browser.close());

const portfolios: [string, () => Portfolio | Promise<Portfolio>][] = [
  ['story A', () => readStory('recit-a-rncp38126')],
  ['story B', () => readStory('recit-b-rncp41296')],
  [
    'a portfolio for RNCP35080',
    async () => {
      const [folder = ''] = await samplesIn(temporaryFolder(), { certification: 'RNCP35080' });
      return (await openStore(async () => shipped).open(folder)).portfolio;
    },
  ],
  ['an empty portfolio', emptyPortfolio],
  ['names and words without end', oversizedPortfolio],
  ['right-to-left names and emoji', worldlyPortfolio],
];

test.each(portfolios)(
  'axe finds nothing in any document of %s, on a wide screen and on a narrow one, and none is wider than it',
  async (_, find) => {
    const models = await everyDocumentOf(await find());
    // A soutenance is three files.
    expect(models).toHaveLength(DOCUMENT_IDS.length + 2);
    const page = await browser.newPage();
    for (const model of models) {
      await page.setContent((await renderHtml(model, 'screen')).html);
      for (const width of [1280, 360]) {
        await page.setViewport({ width, height: 800 });
        const { violations, passed } = await axeFindings(page);
        expect([model.kind, width, violations]).toEqual([model.kind, width, []]);
        expect(passed, model.kind).toBeGreaterThan(10);
        const scrolled = await page.evaluate('document.documentElement.scrollWidth');
        expect(scrolled, `${model.kind} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
    await page.close();
  },
);
