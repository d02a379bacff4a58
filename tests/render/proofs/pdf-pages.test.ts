import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../../src/render/proofs/proof-pages.ts';
import { talkativeJpeg, SECRET } from '../../support/pictures.ts';
import { everythingIn, onePage, pdfOf, streamObject, words } from '../../support/proof-pdf.ts';
import { readPdf } from '../../support/read-pdf.ts';

const ready = async (bytes: Uint8Array) => {
  const content = await readPages(bytes);
  if (content.kind !== 'pages') throw new Error(content.kind === 'unfit' ? content.fault : content.kind);
  return content;
};
const faultOf = async (bytes: Uint8Array): Promise<string> => {
  const content = await readPages(bytes);
  return content.kind === 'unfit' ? content.fault : 'none';
};
const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await readPdf((await ready(bytes)).bytes)).pages.join(' ').replaceAll(/\s+/gu, ' ').trim();

const ACTIONS = `<</S /JavaScript /JS (app.alert\\("${SECRET}"\\))>>`;
const form = (content: string, more = ''): Buffer =>
  streamObject(`/Type /XObject /Subtype /Form /BBox [0 0 100 20] ${more}`, content);
const annotation = (subtype: string, more = ''): string =>
  `<</Type /Annot /Subtype /${subtype} /Rect [72 600 272 640] ${more}>>`;

describe('what a page shows', () => {
  const TALKATIVE = onePage({
    content: `${words('Attestation de l’employeur'.replace('’', "'"))}% ${SECRET}
/P <</MCID 0 /ActualText (${SECRET})>> BDC ${words('contenu', 650)} EMC
/Span /Named BDC EMC q 200 0 0 200 72 300 cm /Photo Do Q /Script Do`,
    resources: `/XObject <</Photo 6 0 R /Script 7 0 R>> /Properties <</Named <</Secret (${SECRET})>>>> /Other (${SECRET})`,
    page: `/AA <</O ${ACTIONS}>> /Metadata 8 0 R /PieceInfo <</App <</Private (${SECRET})>>>> /AF [9 0 R] /Thumb 6 0 R
      /Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /Launch /F (cmd.exe)>> /Contents (${SECRET})>>
        <</Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 9 0 R>>]`,
    catalogue: `/OpenAction ${ACTIONS} /Metadata 8 0 R /AcroForm <</Fields [] /XFA (${SECRET})>>
      /Names <</EmbeddedFiles <</Names [(x) 9 0 R]>> /JavaScript <</Names [(x) ${ACTIONS}]>>>>`,
    more: [
      streamObject(
        '/Type /XObject /Subtype /Image /Width 8 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Metadata 8 0 R /OPI <</x 1>> /Alternates []',
        talkativeJpeg(6),
      ),
      streamObject('/Type /XObject /Subtype /PS', SECRET),
      streamObject('/Type /Metadata /Subtype /XML', `<dc:creator>${SECRET}</dc:creator>`),
      `<</Type /Filespec /F (x) /EF <</F 10 0 R>> /Desc (${SECRET})>>`,
      streamObject('/Type /EmbeddedFile', SECRET),
    ],
  });

  test('is all that is left: no action, no attached file, no metadata, in any stream', async () => {
    const { bytes, pages } = await ready(TALKATIVE);
    expect(pages).toEqual([{ width: 595, height: 842 }]);
    const all = everythingIn(bytes);
    expect(TALKATIVE.includes(SECRET)).toBe(true);
    expect(all).not.toContain(SECRET);
    expect(all).not.toMatch(
      /JavaScript|\/JS|Launch|cmd\.exe|EmbeddedFile|\/EF|\/AF|\/AA|OpenAction|Metadata|PieceInfo|\/OPI|\/PS|Annot|Exif|BDC|\/Info|\/ID\b/u,
    );
    expect(await textOf(TALKATIVE)).toBe("Attestation de l'employeur contenu");
  });

  test('gives the same bytes again, and reading them once more changes nothing that is seen', async () => {
    const [one, two] = [await ready(TALKATIVE), await ready(TALKATIVE)];
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
    expect(await textOf(one.bytes)).toBe(await textOf(TALKATIVE));
  });

  test('takes nothing along of a list of resources but what the page draws with', async () => {
    const bytes = onePage({
      content: '/Shown Do',
      resources: '/XObject <</Shown 6 0 R /Elsewhere 7 0 R>>',
      more: [form(words('ici')), form(words('ailleurs'))],
    });
    expect(await textOf(bytes)).toBe('ici');
    expect(everythingIn((await ready(bytes)).bytes)).not.toContain('ailleurs');
  });

  test('holds strings that no renumbering can mistake for references', async () => {
    const { bytes } = await ready(
      onePage({
        content: `/G gs ${words('x')}`,
        resources: '/ExtGState <</G <</Type /ExtGState /RI /a#203#200#20R>>>>',
      }),
    );
    const body = everythingIn(bytes);
    expect(body).toContain('/RI /a#203#200#20R');
    expect(body).not.toMatch(/\([^)]*\d+ 0 R/u);
  });
});

describe('how a page stands', () => {
  test.each([
    ['cropped', '/CropBox [100 100 300 500]', [200, 400]],
    ['turned', '/Rotate 90', [842, 595]],
    ['turned back', '/Rotate -90', [842, 595]],
    ['cropped and turned', '/CropBox [100 100 300 500] /Rotate 270', [400, 200]],
    ['in another unit', '/UserUnit 2', [1190, 1684]],
    ['with its corners the other way', '/MediaBox [595 842 0 0]', [595, 842]],
    ['cropped by nothing of it', '/CropBox [900 900 1000 1000]', [595, 842]],
  ])('%s', async (_, page, [width, height]) => {
    const bytes = onePage({ content: words('debout', 300), page });
    const content = await ready(bytes);
    expect(content.pages).toEqual([{ width, height }]);
    expect(everythingIn(content.bytes)).toContain(`/MediaBox [0 0 ${width} ${height}]`);
    expect(everythingIn(content.bytes)).not.toMatch(/\/(?:Rotate|CropBox|UserUnit)/u);
  });
});

describe('what lies on a page', () => {
  const field = (value: string, more = ''): string =>
    annotation('Widget', `/FT /Tx /F 4 /V (${value}) ${more}`);
  const withAnnotations = (list: readonly string[], more: readonly (string | Buffer)[]): Buffer =>
    onePage({ content: words('Formulaire'), page: `/Annots [${list.join(' ')}]`, more: [...more] });
  const drawn = form('BT /F1 10 Tf 2 5 Td (rempli) Tj ET', '/Resources <</Font <</F1 5 0 R>>>>');

  test('a filled field and a stamp are drawn; what is hidden is not', async () => {
    const bytes = withAnnotations(
      [
        field('rempli', '/AP <</N 6 0 R>>'),
        annotation('Stamp', '/AP <</N <</On 7 0 R /Off 8 0 R>>>> /AS /On'),
        annotation('Stamp', '/F 2 /AP <</N 8 0 R>>'),
        annotation('FreeText', '/F 32 /AP <</N 8 0 R>>'),
        annotation('Popup', '/AP <</N 8 0 R>>'),
      ],
      [drawn, form('BT /F1 10 Tf 2 5 Td (tampon) Tj ET'), form('BT /F1 10 Tf 2 5 Td (invisible) Tj ET')],
    );
    expect(await textOf(bytes)).toMatch(/^Formulaire\s*rempli\s*tampon$/u);
  });

  test('stands at its place, also on a page that is turned', async () => {
    const bytes = onePage({
      page: '/Rotate 90 /Annots [<</Type /Annot /Subtype /Stamp /Rect [95 100 195 120] /AP <</N 6 0 R>>>>]',
      more: [drawn],
    });
    const { bytes: out } = await ready(bytes);
    expect(everythingIn(out)).toMatch(/0 -1 1 0 0 595 cm 1 0 0 1 95 100 cm \/Above0 Do/u);
  });

  test.each([
    ['a value that only a reader would draw', field('Jeanne Martin')],
    ['a box over something, without its drawing', annotation('Square', '/IC [0 0 0]')],
  ])('%s: is not lost without a word', async (_, one) => {
    expect(await faultOf(withAnnotations([one], []))).toBe('not-printable');
  });

  test.each([
    ['an empty field', field('')],
    ['a signature that shows nothing', annotation('Widget', '/FT /Sig /V <</Type /Sig>>')],
    ['a box that is not ticked', annotation('Widget', '/FT /Btn /V /Off /AS /Off /AP <</N <</Yes 5 0 R>>>>')],
    ['a note beside the text', annotation('Text', '/Contents (\\340 revoir)')],
    ['a link', annotation('Link', '/A <</S /URI /URI (https://example.org)>>')],
  ])('%s: takes nothing away', async (_, one) => {
    expect(await textOf(withAnnotations([one], []))).toBe('Formulaire');
  });
});

describe('layers', () => {
  const layered = (settings: string, content: string): Buffer =>
    onePage({
      content,
      catalogue: `/OCProperties <</OCGs [6 0 R 7 0 R] /D <<${settings}>>>>`,
      resources: '/Properties <</A 6 0 R /B 7 0 R /Both 8 0 R>> /XObject <</X 9 0 R>>',
      more: [
        '<</Type /OCG /Name (a)>>',
        '<</Type /OCG /Name (b)>>',
        '<</Type /OCMD /OCGs [6 0 R 7 0 R] /P /AllOn>>',
        form('BT /F1 10 Tf (forme) Tj ET', '/OC 7 0 R'),
      ],
    });
  const CONTENT = `/OC /A BDC ${words('un')} EMC /OC /B BDC q /P BMC ${words('deux', 500)} EMC Q EMC /OC /Both BDC ${words('trois', 400)} EMC /X Do`;

  test('that are off stay off, and those that are on lose nothing', async () => {
    expect(await textOf(layered('', CONTENT))).toMatch(/^un deux trois\s*forme$/u);
    expect(await textOf(layered('/OFF [7 0 R]', CONTENT))).toBe('un');
    expect(await textOf(layered('/BaseState /OFF /ON [7 0 R]', CONTENT))).toMatch(/^deux\s*forme$/u);
    const { bytes } = await ready(layered('/OFF [7 0 R]', CONTENT));
    expect(everythingIn(bytes)).not.toMatch(/deux|trois|forme/u);
  });

  test('of which something is drawn by an image among the operators', async () => {
    const image = 'BI /W 4 /H 2 /BPC 8 /CS /G ID EI EI12 EI\n';
    const { bytes } = await ready(
      layered('/OFF [7 0 R]', `${image}/OC /B BDC ${image}EMC ${words('après')}`),
    );
    expect(everythingIn(bytes).split('BI /W 4')).toHaveLength(2);
  });
});

describe('a file made to harm', () => {
  const text = `/G gs /C cs ${words('x')}`;
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const pages = (kids: string, more: readonly (string | Buffer)[] = []): Buffer =>
    pdfOf(['<</Type /Catalog /Pages 2 0 R>>', `<</Type /Pages /Kids [${kids}] /Count 1>>`, ...more]);
  const bomb = (filters = '/FlateDecode'): Buffer =>
    onePage({
      contentDictionary: `/Filter ${filters}`,
      content: deflateSync(Buffer.alloc(80_000_000, 0x20)),
    });
  const doubling = Array.from({ length: 40 }, (_, level) =>
    form('/X Do /X Do', `/Resources <</XObject <</X ${level + 7} 0 R>>>>`),
  );
  const image = (size: string): Buffer =>
    streamObject(`/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`, 'x');

  test.each<readonly [string, string, () => Buffer]>([
    ['a drawing of 80 MB', 'too-large', () => bomb()],
    ['forms that draw each other twice', 'too-large', () => onePage({ content: '/X Do', resources: '/XObject <</X 6 0 R>>', more: [...doubling, form(text)] })],
    ['a form that draws itself', 'broken', () => onePage({ content: '/X Do', resources: '/XObject <</X 6 0 R>>', more: [form('/X Do', '/Resources <</XObject <</X 6 0 R>>>>')] })],
    ['a tree that leads back', 'broken', () => pages('2 0 R')],
    ['a tree of ten thousand pages', 'too-large', () => pages('3 0 R '.repeat(1).concat(Array.from({ length: 9999 }, (_, n) => `${n + 4} 0 R`).join(' ')), Array.from({ length: 10_000 }, () => '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>'))],
    ['a page that is not there', 'broken', () => pages('9 0 R')],
    ['no page', 'broken', () => pages('')],
    ['an image of 900 million points', 'too-large', () => onePage({ content: '/X Do', resources: '/XObject <</X 6 0 R>>', more: [image('/Width 30000 /Height 30000')] })],
    ['a page of nothing', 'broken', () => onePage({ page: '/MediaBox [0 0 0 0]' })],
    ['a page as large as a field', 'broken', () => onePage({ page: '/MediaBox [0 0 1000000 1000000]' })],
    ['a drawing that is gone', 'broken', () => onePage({ page: '/Contents 99 0 R' })],
    ['an image that is gone', 'broken', () => onePage({ content: '/X Do', resources: '/XObject <</X 99 0 R>>' })],
    ['lists within lists, a hundred thousand', 'broken', () => onePage({ content: text, resources: `/ColorSpace <</C ${nested(100_000)}>>` })],
    ['nothing behind its head', 'broken', () => Buffer.from('%PDF-1.7\n')],
    ['noise behind its head', 'broken', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_000, 0xd7)])],
    ['pages that a program would have to make', 'not-printable', () => onePage({ content: text, catalogue: '/NeedsRendering true' })],
    ['a cover over attached files', 'not-printable', () => onePage({ content: text, catalogue: '/Collection <</View /D>>' })],
  ])('%s: %s', async (_, fault, make) => {
    expect(await faultOf(make())).toBe(fault);
  }); // prettier-ignore

  test.each<readonly [string, Buffer]>([
    ['lists within lists', onePage({ content: text, resources: `/ColorSpace <</C ${nested(200)}>>` })],
    ['states that lead back', onePage({ content: text, resources: '/ExtGState <</G 6 0 R>>', more: ['<</Type /ExtGState /SMask <</S /Alpha /G 7 0 R>>>>', form('', '/Resources <</ExtGState <</G 6 0 R>>>>')] })],
    ['a field that is its own parent', onePage({ content: text, page: '/Annots [6 0 R]', more: ['<</Subtype /Widget /Rect [0 0 9 9] /Parent 6 0 R>>'] })],
    ['operands without end', onePage({ content: `${text}${'1 '.repeat(200_000)}` })],
    ['brackets without end', onePage({ content: `${text}${'['.repeat(100_000)}((((` })],
    ['an image without end', onePage({ content: `${text} BI /W 1 ID xxxx` })],
  ])('%s: shows what it shows', async (_, bytes) => {
    expect(await textOf(bytes)).toBe('x');
  }); // prettier-ignore
});
