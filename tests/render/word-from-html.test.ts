import { describe, expect, test } from 'vitest';
import { readFlow } from '../../src/render/flow/read-flow.ts';
import { writeWord } from '../../src/render/word/write-word.ts';
import { attributeOf, firstNamed, readDocx, wordsOf, type ReadDocx } from '../support/read-docx.ts';
import { elementsNamed } from '../support/read-xml.ts';

const SETTING = {
  title: 'Essai',
  author: 'Zoé Fictive',
  date: '2026-11-22',
  running: { topLeft: 'Zoé', topRight: 'Certification', bottomLeft: '' },
  carriesFonts: true,
};

const fromHtml = (body: string, style = ''): Promise<ReadDocx> =>
  readDocx(writeWord(readFlow(`<html><body>${body}</body></html>`, style), SETTING));

/** Level and words of each heading of the HTML, the title of the contents aside: it stands in no contents. */
describe('what any template may hold', () => {
  const PNG =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  test('a picture keeps its alternative and its caption; a drawing is told by its own words', async () => {
    const { document, paragraphs, files } = await fromHtml(
      `<figure><img src="data:image/png;base64,${PNG}" alt="Un « plan » & sa suite"><figcaption>Le plan</figcaption></figure>
       <figure><svg role="img" aria-label="Trois postes, de 2016 à 2026"><rect/></svg></figure><svg aria-hidden="true"><rect/></svg>
       <img src="https://ailleurs.example/x.png" alt="venue d’ailleurs">`,
    );
    expect(elementsNamed('wp:docPr', document).map((each) => attributeOf(each, 'descr'))).toEqual([
      'Un « plan » & sa suite',
    ]);
    expect(paragraphs.map(({ text }) => text)).toEqual([
      '',
      'Le plan',
      'Figure : Trois postes, de 2016 à 2026',
      'Figure : venue d’ailleurs',
    ]);
    expect([...files.keys()]).toContain('word/media/image1.png');
  });

  test('names in scripts written from the right are runs of their own direction', async () => {
    const { document } = await fromHtml(
      '<p>Témoin : <bdi>سعاد الحسن</bdi>, puis <bdi>שרה לוי</bdi>.</p><p>سعاد الحسن</p>',
    );
    const turned = elementsNamed('w:r', document).filter((run) => elementsNamed('w:rtl', run).length > 0);
    expect(turned.map((run) => [wordsOf(run), attributeOf(firstNamed('w:lang', run), 'w:bidi')])).toEqual([
      ['سعاد الحسن', 'ar-SA'],
      ['שרה לוי', 'he-IL'],
      ['سعاد الحسن', 'ar-SA'],
    ]);
    expect(elementsNamed('w:bidi', document)).toHaveLength(1);
  });

  test('cells over several rows and columns are merged as Word wants them', async () => {
    const { document } = await fromHtml(
      '<table><thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr></thead><tbody><tr><td>1</td><td>2</td><td></td></tr></tbody></table>',
    );
    const rows = elementsNamed('w:tr', document).map((row) =>
      elementsNamed('w:tc', row).map((cell) => [
        wordsOf(cell), attributeOf(firstNamed('w:gridSpan', cell)), attributeOf(firstNamed('w:vMerge', cell)),
      ]),
    ); // prettier-ignore
    expect(rows).toEqual([
      [['A', undefined, 'restart'], ['B', '2', undefined]],
      [['', undefined, 'continue'], ['C', undefined, undefined], ['D', undefined, undefined]],
      [['1', undefined, undefined], ['2', undefined, undefined], ['', undefined, undefined]],
    ]); // prettier-ignore
    expect(elementsNamed('w:tblHeader', document)).toHaveLength(2);
  });

  test('each ordered list begins anew, where it says; lists in lists go one level deeper', async () => {
    const { document, files } = await fromHtml(
      '<ol><li>un<ul><li>dedans</li></ul></li></ol><ol start="4"><li>quatre</li></ol>',
    );
    const numbers = elementsNamed('w:numPr', document).map((each) => [
      attributeOf(firstNamed('w:ilvl', each)), attributeOf(firstNamed('w:numId', each)),
    ]); // prettier-ignore
    expect(numbers).toEqual([['0', '2'], ['1', '1'], ['0', '3']]); // prettier-ignore
    expect(files.get('word/numbering.xml')).toContain(
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>',
    );
  });

  test('a span that the style sheet sets as a block is a paragraph; what only a screen needs is left out', async () => {
    const { paragraphs } = await fromHtml(
      '<a class="skip" href="#x">Aller au texte</a><nav><a href="#y">Haut</a></nav><p>un<span class="apart">deux</span></p><p hidden>rien</p>',
      '.apart { display: block; }',
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['un', 'deux']);
  });

  test('a page begins where the style sheet begins one', async () => {
    const { paragraphs } = await fromHtml(
      '<section class="slide"><h2>Un</h2></section><section class="slide"><h2>Deux</h2><h3>Dedans</h3></section>',
      '.slide { break-after: page; }',
    );
    const opening = paragraphs.filter(
      ({ element }) => elementsNamed('w:pageBreakBefore', element).length > 0,
    );
    expect(opening.map(({ text }) => text)).toEqual(['Deux']);
  });

  test('a document set in landscape stays so', async () => {
    const { document } = await fromHtml('<p>Vue</p>', '@page { size: A4 landscape; margin: 1cm }');
    expect(attributeOf(firstNamed('w:pgSz', document), 'w:orient')).toBe('landscape');
  });

  test('slides are in letters for a wall, and their edges are not', async () => {
    const sizeOf = (styles: ReadDocx['styles'], id: string): number =>
      Number(
        elementsNamed('w:style', styles)
          .filter((style) => attributeOf(style, 'w:styleId') === id)
          .map((style) => attributeOf(firstNamed('w:sz', style)))[0],
      ) / 2;
    const sheet = await fromHtml('<p>Vue</p>');
    const slides = await fromHtml('<p>Vue</p>', '@page { size: 297mm 167mm; }');
    expect(attributeOf(firstNamed('w:sz', slides.styles))).toBe('36');
    for (const id of ['Heading1', 'AcquisFact', 'AcquisField'])
      expect(sizeOf(slides.styles, id)).toBeGreaterThanOrEqual(17);
    for (const id of ['Header', 'Footer']) expect(sizeOf(slides.styles, id)).toBe(sizeOf(sheet.styles, id));
  });

  test('what is filled in by hand has a line, and room to sign', async () => {
    const { paragraphs, styles } = await fromHtml(
      '<dl class="signing"><div class="by-hand"><dt>Fait à</dt><dd></dd></div><div class="by-hand signature"><dt>Signature</dt><dd></dd></div></dl>',
    );
    expect(paragraphs.map(({ style, text }) => [style, text])).toEqual([
      ['AcquisField', 'Fait à'], ['AcquisLine', ''], ['AcquisField', 'Signature'], ['AcquisSignature', ''],
    ]); // prettier-ignore
    const signature = elementsNamed('w:style', styles).find(
      (style) => attributeOf(style, 'w:styleId') === 'AcquisSignature',
    );
    expect(elementsNamed('w:bottom', signature as never)).toHaveLength(1);
    // In twips: an inch at least.
    expect(Number(attributeOf(firstNamed('w:spacing', signature as never), 'w:before'))).toBeGreaterThan(
      1440,
    );
  });

  test('a drawing that is told in words has no legend, and none at all where its words stand beside it', async () => {
    const { paragraphs } = await fromHtml(
      '<figure><svg role="img" aria-label="Trois postes"></svg><figcaption><span class="drawn">Plein : emploi.</span> Sans date : stage.</figcaption></figure><figure><svg role="img" aria-label="Un poste"></svg><figcaption><span class="drawn">Plein : emploi.</span></figcaption></figure><svg class="told" role="img" aria-label="C01"></svg><ul><li>C01</li></ul>',
    );
    expect(paragraphs.map(({ text }) => text)).toEqual([
      'Figure : Trois postes', 'Sans date : stage.', 'Figure : Un poste', 'C01',
    ]); // prettier-ignore
  });
});
