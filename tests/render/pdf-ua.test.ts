import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { HARMS } from '../support/pdf-ua/harms.ts';
import { Harmed } from '../support/pdf-ua/plant.ts';
import { PDF_UA_RULES, pdfUaFaults } from '../support/pdf-ua.ts';
import { printable } from '../support/printable.ts';

const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const first = `<h1>Titre</h1>
<p>Un <strong>mot</strong>, un <em>autre</em>, <a href="#b">plus loin <span data-page-of="b"></span></a>.</p>
<ul><li>un<ul><li>dessous</li></ul></li><li><p>deux</p></li></ul>
<ol style="list-style:none"><li><a href="https://exemple.fr/">dehors</a></li></ol>
<p style="opacity:.5">Pâle.</p><hr>
<aside><p>En marge.</p></aside><blockquote><p>Cité.</p></blockquote>
<figure><svg role="img" aria-label="Trois carrés" width="90" height="30"><rect width="20" height="20"/><text x="30" y="20">carrés</text></svg><figcaption>Figure 1</figcaption></figure>
<svg role="img" aria-labelledby="t" width="90" height="30"><title id="t">Un rond</title><circle cx="9" cy="9" r="9"/></svg>
<svg aria-hidden="true" width="9" height="9"><rect width="9" height="9"/></svg><img alt="" src="${DOT}"><img alt="Un point" src="${DOT}">`;
const second = `<h2 id="b" style="break-before:page">Suite</h2>
<figure><table><caption>Années</caption><thead><tr><th scope="col">Année</th><th scope="col">Mars</th><th scope="col"><span style="writing-mode:vertical-rl;transform:rotate(180deg)">Avril</span></th></tr></thead>
<tbody><tr><th scope="row">2024</th><td></td><td>×</td></tr><tr><th scope="row">2025</th><td>×</td><td> </td></tr></tbody></table></figure>
<dl><div><dt>Mot</dt><dd>Sens</dd></div></dl>`;
const STYLE =
  '@page{@top-left{content:"Titre courant"}@bottom-right{content:counter(page)}} table{border-collapse:collapse} td,th{border:1px solid} p{background:#eee}';

const browsers = ['', 'carried'] as const;
const printers = browsers.map((browser) =>
  createDocumentPrinter({ env: { ...process.env, ...(browser !== '' && { ACQUIS_BROWSER: browser }) } }),
);
afterAll(() => Promise.all(printers.map((printer) => printer.close())));

const rulesOf = async (bytes: Uint8Array): Promise<string[]> => [
  ...new Set((await pdfUaFaults(bytes)).map(({ rule }) => rule)),
];

describe('the PDF/UA checker', () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    sound = await printers[0]!.print(printable(first + second, STYLE));
  });

  test('finds nothing in a document that meets every rule', async () => {
    expect(await pdfUaFaults(sound)).toEqual([]);
    // Reading it into the library and writing it again is no harm by itself.
    expect(await pdfUaFaults(await (await Harmed.open(sound)).save())).toEqual([]);
  });

  test('knows a harm for each of its rules', () => {
    expect(Object.keys(HARMS)).toEqual(PDF_UA_RULES.map(({ name }) => name));
  });

  test.each(Object.keys(HARMS))('finds exactly the rule that is broken: %s', async (rule) => {
    const harmed = await Harmed.open(sound);
    HARMS[rule]!(harmed);
    expect(await rulesOf(await harmed.save())).toEqual([rule]);
  });

  test('finds a page drawn without any care wanting in everything', async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage().drawText('Sans balise');
    expect(await rulesOf(await document.save())).toEqual([
      'metadata',
      'metadata-mark',
      'metadata-title',
      'displayed-title',
      'language',
      'marked',
      'one-first-heading',
      'tagged-or-artifact',
      'font-embedded',
      'font-unicode',
    ]);
  });
});

test.each(browsers.map((name, index) => [name || 'installed', index] as const))(
  'a PDF from the %s browser meets every rule',
  async (_, index) => {
    expect(await pdfUaFaults(await printers[index]!.print(printable(first + second, STYLE)))).toEqual([]);
  },
);

// What no repair can make up for: the words are missing, or the order is the author's.
test.each([
  ['a picture without words', `<img src="${DOT}">`, 'figure-alt'],
  ['a level of heading left out', '<h3>Trop bas</h3>', 'heading-levels'],
  ['a second title', '<h1>Encore</h1>', 'one-first-heading'],
  [
    'rows of different lengths',
    '<table><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><td>c</td></tr></table>',
    'table-regular',
  ],
  ['a table without heads', '<table><caption>t</caption><tr><td>a</td></tr></table>', 'table-headers'],
  ['an element never met', '<p><ruby>mot<rt>lu</rt></ruby></p>', 'ruby'],
])('the mark is not claimed with %s', async (_, body, rule) => {
  const pdf = await printers[0]!.print(printable(`<h1>Titre</h1>${body}`));
  expect((await rulesOf(pdf)).toSorted()).toEqual(['metadata-mark', rule].toSorted());
});
