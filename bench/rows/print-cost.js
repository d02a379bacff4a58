import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findBrowser } from '../desk.js';
import { takeTurnsInside, treeCpu } from '../measure.js';

const DAY = '2026-11-22';

/** The page that is printed, page numbers still open, of a fictional portfolio of some twenty pages. */
const paperOf = async (folder) => {
  const [{ Portfolio }, { openReferentials }, { buildToldDocument }, { renderHtml }] = await Promise.all([
    import('../../dist/domain/portfolio.js'),
    import('../../dist/storage/referential-source.js'),
    import('../../dist/domain/documents/told-document.js'),
    import('../../dist/render/html.js'),
  ]);
  const text = readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
  const portfolio = Portfolio.parse(parse(text, { schema: 'failsafe' }));
  const referential = await openReferentials().find(portfolio.certification);
  const model = buildToldDocument('dossier-validation', { portfolio, referential, blocks: [], date: DAY });
  return renderHtml(model, 'paper');
};

/** What anybody does who prints a page: a page of its own, the HTML, one print as puppeteer makes it. */
const printPlain = async (browser, { html }) => {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.close();
};

/**
 * One document in one browser that already runs: page numbers, tags and bookmarks, PDF/UA and stable bytes together,
 * beside one plain print of the same HTML. What each part costs is told on the way.
 */
export const printCost = async ({ desk, say, size }) => {
  const [portfolio] = readdirSync(desk.portfolios(1)).map((name) => join(desk.portfolios(1), name));
  const document = await paperOf(portfolio);
  const [{ launchBrowser }, { printPage }, { withMetadata }] = await Promise.all([
    import('../../dist/render/browser/launch-browser.js'),
    import('../../dist/render/browser/print-page.js'),
    import('../../dist/render/pdf/metadata.js'),
  ]);
  const { browser, destroy } = await launchBrowser({
    found: await findBrowser(),
    env: process.env,
    noSandbox: false,
  });
  try {
    const once = { ...document, html: document.html.replaceAll(/ data-page-of="[^"]*"/gu, '') };
    const printed = await printPage(browser, document);
    const times = await takeTurnsInside(
      {
        plain: () => printPlain(browser, document),
        'one print, closed network and bookmarks': () => printPage(browser, once),
        'the same and page numbers': () => printPage(browser, document),
        'PDF/UA and stable bytes alone': async () => withMetadata(printed, document),
        everything: async () => withMetadata(await printPage(browser, document), document),
      },
      { rounds: size(20), cpu: () => treeCpu(process.pid) },
    );
    for (const [name, { wall, cpu }] of Object.entries(times))
      say(`print-cost: ${name}: ${wall.toFixed(0)} ms, ${cpu.toFixed(0)} of processor`);
    const target = 2;
    const peerName = 'one plain print, same HTML, same browser';
    return [
      {
        name: 'page numbers, PDF/UA, stable bytes',
        ours: times.everything,
        peer: times.plain,
        peerName,
        target,
      },
    ];
  } finally {
    destroy();
  }
};
