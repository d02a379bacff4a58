import { createHash } from 'node:crypto';
import type { Browser, Page, PDFOptions } from 'puppeteer-core';
import type { PrintableDocument } from '../../app/ports/document-printer.ts';
import { PrintFailure } from './print-failure.ts';
import { readDestinations, readPageCount, readPdfObjects } from '../pdf/objects.ts';

/** Nothing but what the document itself carries; it stands before anything else in the head. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

const MAX_PASSES = 3;

const anchor = (id: string): string =>
  `<a id="${id}" href="#${id}" aria-hidden="true" style="position:absolute"></a>`;

interface Guarded {
  readonly html: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Puts the policy first and a link to itself at each end of the body: Chromium names a destination for both, so a PDF
 * without them does not hold the document from its beginning to its end (a `meta refresh` may replace a page, and an
 * unclosed element may swallow it). Their names follow from the whole document, so no text inside can contain them.
 */
const guard = (html: string, firstPage: number): Guarded => {
  const mark = createHash('sha256').update(html).digest('hex').slice(0, 24);
  const [start, end] = [`acquis-start-${mark}`, `acquis-end-${mark}`];
  const marked = html.replace(/<body\b[^>]*>/iu, (body) => `${body}${anchor(start)}`);
  const count = firstPage === 1 ? '' : `<style>html{counter-reset:page ${firstPage - 1}}</style>`;
  return {
    html: `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">${count}${marked}${anchor(end)}`,
    start,
    end,
  };
};

const openPage = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  // Laid out as on paper from the start: each print would else style everything anew on its way there and back.
  await page.emulateMediaType('print');
  // Every request, told by the browser itself: puppeteer's own interception makes it report each font in full.
  const requests = await page.createCDPSession();
  requests.on('Fetch.requestPaused', ({ requestId, request }) => {
    const answer = request.url.startsWith('data:')
      ? requests.send('Fetch.continueRequest', { requestId })
      : // « Aborted » leaves the document in place; other refusals replace it by an error page.
        requests.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    answer.catch(() => undefined);
  });
  await requests.send('Fetch.enable');
  return page;
};

// Page scripts are text: this program knows no DOM. They go through prototypes, since an element named « fonts » or
// « querySelectorAll » would stand in front of the document's own property.
const FONTS_READY = `Object.getOwnPropertyDescriptor(Document.prototype, 'fonts').get.call(document).ready.then(() => true)`;
// A cell without a word gets no tag, and those after it in its row would be read under the wrong heads.
const FILL_CELLS = `() => {
  for (const cell of Document.prototype.querySelectorAll.call(document, 'td, th')) {
    const has = (selector) => Element.prototype.querySelector.call(cell, selector) !== null;
    const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get.call(cell);
    if (text.trim() === '' && !has('img, svg, [role=img], [data-page-of]')) {
      Element.prototype.append.call(cell, '\\u00a0');
    }
  }
}`;
const WRITE_NUMBERS = `(known) => {
  const missing = [];
  for (const element of Document.prototype.querySelectorAll.call(document, '[data-page-of]')) {
    const id = Element.prototype.getAttribute.call(element, 'data-page-of');
    if (Object.hasOwn(known, id)) element.textContent = String(known[id]);
    else missing.push(id);
  }
  return missing;
}`;

/** Fills every `[data-page-of]`; returns the ids that no destination knows. */
const writeNumbers = async (page: Page, numbers: ReadonlyMap<string, number>): Promise<string[]> =>
  (await page.evaluate(`(${WRITE_NUMBERS})(${JSON.stringify(Object.fromEntries(numbers))})`)) as string[];

const same = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, number]) => b.get(id) === number);

const printInto = async (page: Page, document: PrintableDocument): Promise<Uint8Array> => {
  const { firstPage = 1, following = new Map<string, number>() } = document;
  const { html, start, end } = guard(document.html, firstPage);
  let replaced = false;
  try {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) replaced = true;
    });
    await page.setContent(html, { waitUntil: 'load', timeout: 0 });
    await page.evaluate(`(${FILL_CELLS})()`);
    await page.evaluate(FONTS_READY);

    const print = async (
      options: PDFOptions,
    ): Promise<{ pdf: Uint8Array; numbers: ReadonlyMap<string, number> }> => {
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        waitForFonts: false,
        timeout: 0,
        ...options,
      });
      const objects = readPdfObjects(pdf);
      const places = readDestinations(objects);
      if (replaced || places.get(start) !== 1 || !places.has(end)) throw new PrintFailure('incomplete');
      if (Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).indexOf('/Type /Font') < 0) {
        throw new PrintFailure('no-text');
      }
      const before = firstPage - 1;
      const last = before + readPageCount(objects);
      const numbers = new Map([
        ...[...places].map(([id, place]) => [id, before + place] as const),
        ...[...following].map(([id, place]) => [id, last + place] as const),
      ]);
      return { pdf, numbers };
    };

    const final: PDFOptions = { tagged: true, outline: true };
    if (!/\bdata-page-of\b/u.test(document.html)) return (await print(final)).pdf;
    // Tags and bookmarks do not move anything: the measuring pass does without them.
    let { numbers } = await print({ tagged: false, outline: false });
    for (let pass = 0; pass < MAX_PASSES - 1; pass++) {
      const missing = await writeNumbers(page, numbers);
      if (missing.length > 0) throw new PrintFailure('unknown-target', missing.join(', '));
      const printed = await print(final);
      if (same(numbers, printed.numbers)) return printed.pdf;
      numbers = printed.numbers;
    }
    throw new PrintFailure('unstable-pages');
  } catch (error) {
    // Whatever step noticed it first: the page is no longer the document.
    throw replaced ? new PrintFailure('incomplete') : error;
  }
};

/** Milliseconds until a page that does not open counts as dead: one whose process died meanwhile never answers. */
const OPENING_LIMIT = 10_000;

const openInTime = async (browser: Browser): Promise<Page> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no page')), OPENING_LIMIT);
  });
  return Promise.race([openPage(browser), late]).finally(() => clearTimeout(timer));
};

/** Prints one document in a page, and so a process, of its own; the caller bounds its time and memory. */
export const printPage = async (browser: Browser, document: PrintableDocument): Promise<Uint8Array> => {
  const page = await openInTime(browser);
  try {
    // Calls to a page whose process died are never answered.
    const died = new Promise<never>((_, reject) => page.once('error', reject));
    return await Promise.race([printInto(page, document), died]);
  } finally {
    await page.close().catch(() => undefined);
  }
};
