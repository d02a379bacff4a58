import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentPrinter } from '../../../src/render/browser/document-printer.ts';
import { printable } from '../../support/printable.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const body = `<p><a href="#b">vers b <span data-page-of="b"></span></a> <a href="https://exemple.fr/a?b=(c)">dehors</a></p>
<h1 id="a">A</h1><h1 id="b" style="break-before:page">B</h1>`;

describe('withMetadata', () => {
  it('gives each link its words, names the file for readers, and leaves tags and bookmarks alone', async () => {
    const bytes = await printer.print(printable(body));
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
    const pdf = await task.promise;
    const page = await pdf.getPage(1);
    const annotations = (await page.getAnnotations()) as { contentsObj?: { str: string }; url?: string }[];
    const links = annotations.map(({ contentsObj }) => contentsObj?.str).filter((text) => text !== '');
    expect(links).toContain('page 2');
    expect(links).toContain('https://exemple.fr/a?b=(c)');
    const { metadata } = await pdf.getMetadata();
    expect(metadata.get('dc:title')).toBe('Dossier d’été <& co>');
    expect(metadata.get('dc:language')).toBe('fr');
    // Two first headings: the document does not deserve the mark.
    expect(metadata.get('pdfuaid:part')).toBeNull();
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(['A', 'B']);
    expect(await page.getStructTree()).toMatchObject({ role: 'Root' });
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    await task.destroy();
  });
});
