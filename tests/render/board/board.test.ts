import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CohortBoard } from '../../../src/app/ports/cohort.ts';
import { renderBoard } from '../../../src/render/board/board.ts';
import { activityOf, boardOf, folderSaved, hostileBoard, proofOf } from '../../support/cohort.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { launchScripted } from '../../support/scripted-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const [C1, C2] = ['ESSAI1BC01-C01', 'ESSAI1BC01-C02'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchScripted();
});
afterAll(() => browser.close());

const ordinaryBoard = async (): Promise<CohortBoard> =>
  boardOf([
    await folderSaved('Ada', [
      ['2026-11-18', { activities: [activityOf('A1', [C1, C2])], evidence: [proofOf('P1', [C1])] }],
    ]),
    await folderSaved('Bo', [
      ['2026-10-01', { dates: { deposit: '2026-11-20' }, target: { blocks: ['BC02'] } }],
    ]),
    await folderSaved('Élie', [
      ['2026-11-17', { activities: [activityOf('A1', [C1, C2])], evidence: [proofOf('P1', [C1, C2])] }],
    ]),
    '/nulle/part',
  ]);

/** Opens the page as a browser of an advisor would, and notes all it asks for. */
const openPage = async (html: string, script = true): Promise<{ page: Page; requests: string[] }> => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html);
  return { page, requests: requests };
};

const columnOf = (page: Page, table: string, at: number): Promise<unknown> =>
  page.evaluate(
    `[...document.querySelectorAll('table:has(#${table}) tbody tr')].map((row) => row.cells[${at}].textContent.trim())`,
  );

describe('the board’s page', () => {
  test('axe finds nothing, wide and narrow, and nothing is fetched or wider than the window', async () => {
    const { page, requests } = await openPage(renderBoard(await ordinaryBoard()));
    for (const width of [1280, 400]) {
      await page.setViewport({ width, height: 800 });
      await page.evaluate(axe);
      const results = (await page.evaluate('axe.run(document)')) as AxeResults;
      expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(20);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
    await page.close();
  }, 60_000);

  test('its tables sort by keyboard, numbers as numbers, empty cells last, and say so', async () => {
    const { page } = await openPage(renderBoard(await ordinaryBoard()));
    const press = async (column: number): Promise<void> => {
      await page.focus(`table:has(#coverage-0-table) th:nth-child(${column}) button`);
      await page.keyboard.press('Enter');
    };
    const sorts = (): Promise<unknown> =>
      page.evaluate(
        `[...document.querySelectorAll('table:has(#coverage-0-table) thead th')].map((th) => th.getAttribute('aria-sort'))`,
      );
    const names = async (): Promise<unknown> =>
      ((await columnOf(page, 'coverage-0-table', 0)) as string[]).map((name) => name.split(' ')[0]);
    expect(await names()).toEqual(['Ada', 'Bo', 'Élie']);
    await press(4);
    expect(await names()).toEqual(['Ada', 'Élie', 'Bo']);
    expect((await sorts()) as string[]).toEqual([
      null,
      null,
      null,
      'ascending',
      null,
      null,
      null,
      null,
      null,
    ]);
    await press(4);
    expect(await names()).toEqual(['Élie', 'Ada', 'Bo']);
    expect((await sorts()) as string[]).toEqual([
      null,
      null,
      null,
      'descending',
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(await page.$eval('#sorted', (status) => status.textContent)).toBe('BC01 : tri décroissant');
    await press(1);
    expect(await names()).toEqual(['Ada', 'Bo', 'Élie']);
    await page.close();
  });

  test('is whole without its script', async () => {
    const { page } = await openPage(renderBoard(await ordinaryBoard()), false);
    expect(await page.$$('button')).toEqual([]);
    expect(await columnOf(page, 'broken-table', 0)).toEqual(['/nulle/part']);
    expect(await columnOf(page, 'coverage-0-table', 4)).toEqual(['0/2', '0/2', '0/2']);
    expect(await page.$$eval('table', (tables) => tables.every((table) => table.caption !== null))).toBe(
      true,
    );
    expect(
      await page.$$eval('thead th:not([scope=col]), tbody th:not([scope=row])', (all) => all.length),
    ).toBe(0);
    await page.close();
  });

  test('prints on A4 landscape with the heads of a table on each of its pages', async () => {
    const { page } = await openPage(renderBoard(await hostileBoard(36)));
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    const size = await page.evaluate(`getComputedStyle(document.querySelector('thead')).display`);
    expect(size).toBe('table-header-group');
    const withRows = pages.filter((text) => /F\d+F/u.test(text));
    expect(withRows.length).toBeGreaterThan(1);
    for (const text of withRows) expect(text).toContain('Demandée à');
    await page.close();
  });

  test('no text of a person runs, loads, or adds an element; each is there to be read', async () => {
    const board = await hostileBoard(12);
    const { page, requests } = await openPage(renderBoard(board));
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
    expect(await page.$$('img, link, iframe, form, body script ~ script, meta[http-equiv=refresh]')).toEqual(
      [],
    );
    expect(await page.$$eval('script, style', (all) => all.length)).toBe(2);
    const text = await page.$eval('main', (main) => main.textContent);
    for (const mark of ['N', 'D', 'T', 'F'])
      for (let index = 0; index < 12; index++) expect(text).toContain(`${mark}${index}${mark}`);
    for (const mark of ['G1G', 'B0B', 'E2E', 'R3R', 'O4O']) expect(text).toContain(mark);
    // Even unescaped it would not run: the policy names one script by its hash.
    const open = renderBoard(board).replace('</main>', '</main><script>document.title = "pris"</script>');
    const { page: broken } = await openPage(open);
    expect(await broken.title()).not.toBe('pris');
    await Promise.all([page.close(), broken.close()]);
  });
});
