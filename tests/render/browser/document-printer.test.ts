import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentPrinter } from '../../../src/render/browser/document-printer.ts';
import { printable } from '../../support/printable.ts';
import { readPdf } from '../../support/read-pdf.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const chapters = Array.from({ length: 14 }, (_, index) => index + 1);
const body = `<nav>${chapters
  .map((n) => `<p><a href="#c${n}">Chapitre ${n} <span data-page-of="c${n}"></span></a></p>`)
  .join('')}</nav>${chapters
  .map((n) => `<h1 id="c${n}">Titre du chapitre ${n}</h1>${'<p>Une ligne.</p>'.repeat(n * 7)}`)
  .join('')}`;

describe('createDocumentPrinter', () => {
  it('gives each entry of the contents the page where a reader finds its heading', async () => {
    const { pages, title, author, lang, tagged } = await readPdf(await printer.print(printable(body)));
    const contents = pages[0]?.replaceAll(/\s+/gu, ' ') ?? '';
    for (const n of chapters) {
      const page = pages.findIndex((text) => new RegExp(`Titre du chapitre ${n}(?!\\d)`, 'u').test(text)) + 1;
      expect(contents).toContain(`Chapitre ${n} ${page}`);
    }
    expect(pages.length).toBeGreaterThan(10);
    expect({ title, author, lang, tagged }).toEqual({
      title: 'Dossier d’été <& co>',
      author: 'Zoé Fictive',
      lang: 'fr',
      tagged: true,
    });
  });

  it('gives the same bytes for the same document', async () => {
    const [first, second] = [await printer.print(printable(body)), await printer.print(printable(body))];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('prints running headers and page numbers from margin boxes', async () => {
    const style =
      '@page{@top-center{content:"En-tête"}@bottom-center{content:counter(page) " sur " counter(pages)}}';
    const { pages } = await readPdf(
      await printer.print(printable('<p>a</p><p style="break-before:page">b</p>', style)),
    );
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('En-tête');
    expect(pages[1]).toContain('2 sur 2');
  });

  it.each([
    ['a target nobody links to', '<p>x <span data-page-of="nowhere"></span></p>', 'unknown-target'],
    ['an element that swallows the end', '<p>x</p><textarea>', 'incomplete'],
    ['a comment that swallows the end', '<p>x</p><!-- ', 'incomplete'],
    ['no text at all', '', 'no-text'],
  ])('refuses %s', async (_, content, reason) => {
    await expect(printer.print(printable(content))).rejects.toMatchObject({
      code: 'browser-failed',
      args: { reason },
    });
  });
});
