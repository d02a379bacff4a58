import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { request } from 'node:http';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAcquis } from '../support/run-acquis.ts';
import { launchScripted } from '../support/scripted-browser.ts';
import { templateFolder } from '../support/template-set.ts';
import { storyFolder } from '../support/stories.ts';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';

const BIN = new URL('../../bin/acquis.js', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const SLOW = { timeout: 9_000 };

const home = mkdtempSync(join(tmpdir(), 'acquis-test-preview-'));
const folder = join(home, 'portfolio');
cpSync(storyFolder('recit-a-rncp38126'), folder, { recursive: true });
const yaml = join(folder, 'portfolio.yaml');
const original = readFileSync(yaml, 'utf8');
/** As editors save: another file, renamed over it. */
const save = (text: string): void => {
  writeFileSync(`${yaml}~`, text);
  renameSync(`${yaml}~`, yaml);
};

let child: ChildProcess;
let address: string;
let browser: Browser;
let page: Page;
let stderr = '';

beforeAll(async () => {
  child = spawn(process.execPath, [BIN, 'preview', folder, '--document', 'portfolio', '--at', '2026-11-22'], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  address = await new Promise<string>((resolve) =>
    child.stdout?.setEncoding('utf8').once('data', (chunk: string) => resolve(chunk.trim())),
  );
  browser = await launchScripted();
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(address);
}, 60_000);
afterAll(async () => {
  await browser.close();
  child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

const inDocument = (expression: string): Promise<unknown> =>
  page.evaluate(
    `(() => { const frame = [...document.querySelectorAll('iframe')].at(-1); const doc = frame.contentDocument, win = frame.contentWindow; return ${expression}; })()`,
  );
const until = (expression: string): Promise<unknown> => page.waitForFunction(expression, SLOW);
const PANEL = "document.getElementById('panel').innerText";
const STATUS = "document.getElementById('status').innerText";
const FRAME = "(document.querySelector('iframe:not(.coming)')?.contentDocument?.body?.innerText ?? '')";

const answerTo = (path: string, options: object = {}): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

test('the document and what a check finds stand side by side, and the document says nothing of it', async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/u);
  await until(`${FRAME}.includes('Noémie Valtreuil')`);
  const panel = (await page.evaluate(PANEL)) as string;
  expect(panel).toContain('24');
  expect(panel).toContain('P19');
  expect(await inDocument('doc.documentElement.outerHTML')).not.toMatch(/orphelin|à documenter|<script/u);
});

test('a change is shown by itself, where the reader was; a broken file keeps the last page and names its line', async () => {
  await inDocument('win.scrollTo(0, 1500)');
  const degree = 'BTS de gestion';
  save(original.replace(degree, 'BTS tout neuf'));
  await until(`${FRAME}.includes('BTS tout neuf')`);
  expect(await inDocument('win.scrollY')).toBe(1500);
  save(original.replace('version:', 'versoin:'));
  await until(`${PANEL}.includes('portfolio.yaml:')`);
  expect(await page.evaluate(`${FRAME}.includes('BTS tout neuf')`)).toBe(true);
  expect(await page.evaluate(PANEL)).toContain('dernière version lisible');
  expect(await page.evaluate(PANEL)).toContain('la page suivra d’elle-même');
  await until(`${STATUS} === 'À corriger, voir ci-dessous.'`);
  renameSync(folder, `${folder}-parti`);
  await until(`${PANEL}.includes('Lecture impossible')`);
  renameSync(`${folder}-parti`, folder);
  save(original);
  await until(`${FRAME}.includes(${JSON.stringify(degree)})`);
  await until(`!${PANEL}.includes('À corriger')`);
  await until(`${STATUS} === 'À jour.'`);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/u);
  expect(stderr).not.toContain('relancez');
}, 120_000);

test('axe finds nothing in the page around the document, wide and narrow', async () => {
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 800 });
    await page.evaluate(axe);
    const results = (await page.evaluate('axe.run(document, { iframes: false })')) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}, 60_000);

test('no other host, path, secret, method or file is answered', async () => {
  const { pathname, host, port } = new URL(address);
  expect((await answerTo(pathname)).status).toBe(200);
  expect((await answerTo(pathname, { headers: { host: `localhost:${port}` } })).status).toBe(200);
  expect((await answerTo(pathname, { headers: { host: `mechant.example:${port}` } })).status).toBe(421);
  expect((await answerTo(pathname, { headers: { host }, method: 'POST' })).status).toBe(405);
  expect(await answerTo(pathname, { method: 'HEAD' })).toEqual({ status: 200, body: '' });
  for (const path of [
    '/',
    '/x/',
    `${pathname}portfolio.yaml`,
    `${pathname}../../etc/passwd`,
    pathname.slice(0, -1),
    `${pathname}constructor`,
  ])
    expect(await answerTo(path)).toEqual({ status: 404, body: '' });
  const taken = await runAcquis(['preview', folder, '--port', port]);
  expect(taken.status).toBe(5);
  expect(taken.stderr).toContain(port);
});

test('templates of one’s own are followed too; Ctrl-C ends with 130 and the page says so', async () => {
  const set = templateFolder({ 'style.css': ':root { --accent: #700 }' });
  const own = spawn(process.execPath, [
    BIN,
    'preview',
    folder,
    '--document',
    'portfolio',
    '--templates',
    set,
  ]);
  const there = await new Promise<string>((resolve) =>
    own.stdout.setEncoding('utf8').once('data', (chunk: string) => resolve(chunk.trim())),
  );
  const other = await browser.newPage();
  await other.goto(there);
  writeFileSync(join(set, 'style.css'), ':root { --accent: rgb(1, 2, 3) }');
  await other.waitForFunction("getComputedStyle(document.querySelector('iframe:not(.coming)')?.contentDocument?.documentElement ?? document.body).getPropertyValue('--accent').includes('rgb(1, 2, 3)')", SLOW); // prettier-ignore
  writeFileSync(join(set, 'style.css'), '@import "x";');
  await other.waitForFunction(`${PANEL}.includes('style.css:1')`, SLOW);
  const ended = new Promise((resolve) => own.on('exit', resolve));
  own.kill('SIGINT');
  expect(await ended).toBe(130);
  await other.waitForFunction("document.getElementById('status').innerText.includes('arrêté')", SLOW);
}, 60_000);
