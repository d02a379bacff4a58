import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildToldDocument } from '../../src/domain/documents/told-document.ts';
import { readPicture } from '../../src/domain/images/read-picture.ts';
import type { Pictures } from '../../src/domain/images/picture.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderText } from '../../src/render/text-formats.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';
import { pdfUaFaults } from '../support/pdf-ua.ts';
import { png, talkativeJpeg, talkativePng, talkativeWebp } from '../support/pictures.ts';
import { readDocx, wordsOf } from '../support/read-docx.ts';
import { elementsNamed } from '../support/read-xml.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const FILES = [png(900, 500), talkativePng(), talkativeJpeg(6), talkativeWebp()];

const pictures: Pictures = new Map(
  FILES.map((file, index) => {
    const picture = readPicture(file);
    if (typeof picture === 'string') throw new Error(picture);
    const { type, width, height, bytes } = picture;
    const src = `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
    return [`O${index}`, { state: 'present', src, width, height }] as const;
  }),
);

const model = buildToldDocument('portfolio', {
  portfolio: buildPortfolio({
    organisations: FILES.map((_, index) => ({
      id: `O${index}`,
      name: `Organisation fictive ${index}`,
      mission: 'Aider à se loger.',
      organigramme: { file: 'o', alt: `Une direction, deux pôles, "${index}" <équipes>.` },
    })),
  }),
  referential: smallReferential(),
  date: '2026-11-22',
  pictures,
});
const alts = FILES.map((_, index) => `Une direction, deux pôles, "${index}" <équipes>.`);

let pdf: Uint8Array;
beforeAll(async () => {
  pdf = await printer.print(await renderHtml(model, 'paper'));
}, 60_000);

test('printed, each is a figure that says what it shows, in a document that meets PDF/UA', async () => {
  expect(await pdfUaFaults(pdf)).toEqual([]);
  const text = Buffer.from(pdf).toString('latin1');
  expect(text.match(/\/S \/Figure\b/gu)).toHaveLength(FILES.length);
  expect(text.match(/\/Subtype \/Image\b/gu)?.length).toBeGreaterThanOrEqual(FILES.length);
});

test('in Word PNG and JPEG are pictures with their words, and WebP, which it does not show, is its words', async () => {
  const { document, files } = await readDocx((await renderText(model, 'docx')) as Uint8Array);
  const described = elementsNamed('wp:docPr', document).map(({ attributes }) => attributes['descr']);
  expect(described).toEqual(alts.slice(0, 3));
  expect([...files.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(3);
  expect(wordsOf(document)).toContain('<équipes>');
  expect(wordsOf(document).split('Organigramme')).toHaveLength(FILES.length + 1);
});

test('in Markdown each is its words', async () => {
  const text = String(await renderText(model, 'md'));
  expect(text.match(/Une direction, deux pôles/gu)).toHaveLength(FILES.length);
  expect(text).not.toContain('base64');
});

test('a picture as heavy as one may be is no trouble', async () => {
  const [first, ...others] = model.organisations;
  const src = `data:image/png;base64,${png(40, 30).toString('base64')}${'A'.repeat(13_000_000)}`;
  const organigramme = { src, width: 40, height: 30, alt: 'Grande image.' };
  const heavy = { ...model, organisations: [{ ...first!, organigramme }, ...others] };
  expect(String(await renderText(heavy, 'md'))).toContain('Grande image.');
});

test.each([
  [1, {}, false],
  [2, { flipH: '1' }, false],
  [3, { rot: '10800000' }, false],
  [4, { flipV: '1' }, false],
  [5, { rot: '16200000', flipH: '1' }, true],
  [6, { rot: '5400000' }, true],
  [7, { rot: '5400000', flipH: '1' }, true],
  [8, { rot: '16200000' }, true],
])('a JPEG that EXIF turns (%i) stands upright in Word, which reads no EXIF', async (turned, xfrm, lies) => {
  const [first, ...others] = model.organisations;
  const src = `data:image/jpeg;base64,${talkativeJpeg(turned).toString('base64')}`;
  const organigramme = { src, width: 1, height: 1, alt: 'Photographie.' };
  const { document, files } = await readDocx(
    (await renderText(
      { ...model, organisations: [{ ...first!, organigramme }, ...others] },
      'docx',
    )) as Uint8Array,
  );
  expect(elementsNamed('a:xfrm', document)[0]?.attributes).toEqual(xfrm);
  expect(elementsNamed('wp:effectExtent', document)).toHaveLength(lies ? 2 : 1);
  expect(files.get('word/media/image1.jpeg')?.includes('Exif')).toBe(false);
});
