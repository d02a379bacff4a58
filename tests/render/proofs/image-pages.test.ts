import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../../src/render/proofs/proof-pages.ts';
import { hugePng, png, SECRET, talkativeJpeg, talkativePng, talkativeWebp } from '../../support/pictures.ts';
import { photograph } from '../../support/photographs.ts';
import { everythingIn } from '../../support/proof-pdf.ts';

const ready = async (bytes: Uint8Array) => {
  const content = await readPages(bytes);
  if (content.kind !== 'pages') throw new Error(content.kind === 'unfit' ? content.fault : content.kind);
  return { ...content, all: everythingIn(content.bytes) };
};

const fromTelephone = (width: number, height: number, orientation: number): Promise<Buffer> =>
  photograph(width, height)
    .withExif({
      IFD0: { Make: SECRET, ImageDescription: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 50/1 0/1' },
    })
    .withMetadata({ orientation })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${SECRET}</a></x:xmpmeta>`)
    .jpeg()
    .toBuffer();

describe('an image', () => {
  test('is turned upright, scaled to what paper shows, and says nothing of where it was taken', async () => {
    const bytes = await fromTelephone(4000, 3000, 6);
    expect(bytes.includes(SECRET)).toBe(true);
    const { pages, all } = await ready(bytes);
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[595, 794]]);
    expect(all).toMatch(/\/Width 1654\n\/Height 2205\n\/ColorSpace \/DeviceRGB\n[^]*\/DCTDecode/u);
    expect(all).not.toMatch(new RegExp(`${SECRET}|Exif|GPS|xmp|ICC_PROFILE|Photoshop`, 'u'));
  });

  test.each<readonly [string, () => Uint8Array | Promise<Uint8Array>]>([
    ['PNG', talkativePng],
    ['WebP', talkativeWebp],
    ['JPEG', () => talkativeJpeg(1)],
    ['AVIF', () => photograph(60, 40).avif().toBuffer()],
    ['TIFF', () => photograph(60, 40).tiff({ compression: 'lzw' }).toBuffer()],
    ['GIF', () => photograph(60, 40).gif().toBuffer()],
    ['JPEG of four inks', () => photograph(60, 40).toColourspace('cmyk').jpeg().toBuffer()],
    ['PNG of 16 bits', () => photograph(60, 40).toColourspace('rgb16').png().toBuffer()],
  ])('of kind %s becomes a page without metadata, the same bytes each time', async (_, make) => {
    const bytes = await make();
    const one = await ready(bytes);
    expect(one.pages).toHaveLength(1);
    expect(one.all).not.toContain(SECRET);
    expect(Buffer.from((await ready(bytes)).bytes).equals(one.bytes)).toBe(true);
  });

  test('that is drawn keeps its lines to the point; one that was photographed is packed as such', async () => {
    expect((await ready(png(900, 600))).all).toMatch(/\/FlateDecode\n\/DecodeParms <<\/Predictor 15/u);
    expect((await ready(await photograph(900, 600).png().toBuffer())).all).toContain('/DCTDecode');
  });

  test('that lets through what is behind stands on white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { all } = await ready(bytes);

    expect(all).toContain('\xff'.repeat(3));
  });

  test('of several scanned pages becomes as many', async () => {
    const pages = [photograph(40, 60), photograph(60, 40)].map((image) => image.png().toBuffer());
    const joined = sharp(await Promise.all(pages), { join: { animated: true } });
    expect((await ready(await joined.tiff().toBuffer())).pages).toHaveLength(2);
  });
});

describe('what is no image', () => {
  const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);

  test.each<readonly [string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['half a PNG', 'broken', () => half(png(300, 300))],
    ['half a JPEG', 'broken', async () => half(await photograph(600, 400).jpeg().toBuffer())],
    ['half a WebP', 'broken', async () => half(await photograph(600, 400).webp().toBuffer())],
    ['a PNG of 50,000 by 50,000', 'too-large', hugePng],
    ['nothing', 'broken', () => Buffer.alloc(0)],
    ['words', 'not-printable', () => Buffer.from('bonjour')],
    ['a page of the web', 'not-printable', () => Buffer.from('<!doctype html><p>bonjour</p>')],
    ['a drawing that may name other files', 'not-printable', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
    ['a photograph as some telephones keep it', 'not-printable', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ])('%s: %s', async (_, fault, make) => {
    expect(await readPages(await make())).toEqual({ kind: 'unfit', fault });
  }); // prettier-ignore
});
