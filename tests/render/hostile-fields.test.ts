import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { fullPortfolio } from '../support/full-portfolio.ts';
import { ATTACKS, makeHostile } from '../support/hostile.ts';
import { readPdf } from '../support/read-pdf.ts';
import { memoireOf, portfolioOf } from '../support/story-documents.ts';

const printer = createDocumentPrinter({ env: process.env });
let server: Server;
let hits = 0;
beforeAll(async () => {
  server = createServer((_, response) => {
    hits++;
    response.end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(9911, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  await printer.close();
  server.close();
});

const { portfolio, texts } = makeHostile(fullPortfolio(1));

/** Letters a reader can see: spaces, apostrophes and characters that draw nothing apart. */
const visible = (text: string): string =>
  text
    .replaceAll(/\p{Cc}|[\u202e\u2066]/gu, '')
    .replaceAll(/['’]/gu, '’')
    .replaceAll(/\s+/gu, '');

/** What each document prints: all of the portfolio but private and unused fields; the mémoire's written sections. */
const printedIn = (path: string, kind: DocumentModel['kind']): boolean =>
  kind === 'portfolio'
    ? !/^\.(?:documents\.memoire|notes|referential|id)|\.claim$|\.(?:file|askedFrom|authorisation)\b|^\.evidence\.18/u.test(
        path,
      ) &&
      !/^\.documents\.portfolio\.(?:context|diagnosis|problem|framework|method|plan|implementation|reflection)/u.test(
        path,
      )
    : /^\.candidate\.name|^\.documents\.memoire\.(?!synthesis|project)/u.test(path);

describe.each(['portfolio', 'memoire'] as const)('hostile text in every field: %s', (kind) => {
  let model: DocumentModel;
  let html: string;
  beforeAll(async () => {
    model =
      kind === 'portfolio' ? await portfolioOf(portfolio) : ((await memoireOf(portfolio)) as DocumentModel);
    ({ html } = await renderHtml(model, 'screen'));
  });

  test('makes no element, attribute or rule', () => {
    const [head = '', body = ''] = html.split('<body');
    expect(body).not.toMatch(/<(?:script|img|link|meta|style|iframe|textarea|title|!--|object|form|input)/iu);
    // The career is drawn by us: one picture, and a key for each kind of post.
    const drawings = body.match(/<svg[^>]*>/giu) ?? [];
    expect(
      drawings.filter(
        (tag) => !/^<svg (?:role="img" aria-label="[^"]*"|aria-hidden="true") viewBox=/u.test(tag),
      ),
    ).toEqual([]);
    expect(drawings.filter((tag) => tag.includes('role="img"'))).toHaveLength(kind === 'portfolio' ? 1 : 0);
    expect(body.match(/<[^>]*\son\w+=/giu)).toBeNull();
    expect(body.match(/<[^>]*\sstyle=/giu)).toBeNull();
    expect(body.match(/href="(?!#|https:\/\/|mailto:)[^"]*"/giu)).toBeNull();
    expect(head.match(/<\/style>/giu)).toHaveLength(1);
    expect(head.match(/<meta/giu)).toHaveLength(4);
    expect(head).not.toMatch(/@import|url\((?!data:)/iu);
    expect(html.match(/<body/giu)).toHaveLength(1);
    expect(html).not.toContain('\u202e');
  });

  test('prints literally, whole, and asks nothing of the network', async () => {
    const { text } = await readPdf(await printer.print(await renderHtml(model, 'paper')));
    const seen = visible(text);
    const fields = [...texts].filter(([path]) => printedIn(path, kind));
    expect(fields.length).toBeGreaterThan(kind === 'portfolio' ? 150 : 10);
    // pdf.js gives right-to-left words back in an order of its own: there the marks around them are enough.
    const [arabicAndHebrew] = ATTACKS.slice(-1);
    const lost = fields.filter(([, value]) =>
      value.includes(arabicAndHebrew ?? '')
        ? !seen.includes(value.slice(0, value.indexOf(' ')))
        : !seen.includes(visible(value)),
    );
    expect(lost).toEqual([]);
    expect(seen).not.toContain('privée');
    expect(hits).toBe(0);
  }, 60_000);
});

test('a word of ten thousand letters, and names of other scripts, stay on the page', async () => {
  const long = fullPortfolio(1);
  const model = await portfolioOf({
    ...long,
    candidate: { ...long.candidate, name: 'سعاد الحسن (שרה לוי)', summary: 'x'.repeat(10_000) },
    activities: long.activities
      .slice(0, 1)
      .map((activity) => ({ ...activity, title: 'T'.repeat(300), role: 'é'.repeat(10_000) })),
  });
  const { pages } = await readPdf(await printer.print(await renderHtml(model, 'paper')));
  // Arabic comes back in its joined forms, some scripts in another order: the letters are what must be there.
  const seen = pages.join('').normalize('NFKC').replaceAll(/\s+/gu, '');
  expect(seen.match(/é{40,}/gu)?.join('').length).toBeGreaterThanOrEqual(10_000 - 200);
  expect(seen.match(/x{40,}/gu)?.join('').length).toBeGreaterThanOrEqual(10_000 - 200);
  for (const letter of 'سعادالحسنשרהלוי') expect(seen).toContain(letter);
}, 60_000);
