import { describe, expect, test } from 'vitest';
import { COARSER, FINEST } from '../../../src/domain/images/fineness.ts';
import { readPages } from '../../../src/render/proofs/proof-pages.ts';
import { photograph } from '../../support/photographs.ts';
import { everythingIn, onePage, streamObject } from '../../support/proof-pdf.ts';

const [COARSE = FINEST] = COARSER;

const ready = async (bytes: Uint8Array, fineness = FINEST) => {
  const content = await readPages(bytes, fineness);
  if (content.kind !== 'pages') throw new Error(content.kind === 'unfit' ? content.fault : content.kind);
  return { ...content, all: everythingIn(content.bytes) };
};

const scan = (jpeg: Buffer, colours: string, width: number, height: number, more = '') =>
  onePage({
    content: 'q 595 0 0 842 0 0 cm /Im Do Q',
    resources: '/XObject <</Im 6 0 R>>',
    more: [
      streamObject(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colours} /BitsPerComponent 8 /Filter /DCTDecode ${more}`,
        jpeg,
      ),
    ],
  });

describe('asked for coarser', () => {
  test('a photograph has fewer points on a page of the same size, the same bytes each time', async () => {
    const bytes = await photograph(2400, 1800).jpeg({ quality: 95 }).toBuffer();
    const [fine, coarse, again] = [
      await ready(bytes),
      await ready(bytes, COARSE),
      await ready(bytes, COARSE),
    ];
    expect(coarse.pages).toEqual(fine.pages);
    expect(fine.all).toContain('/Width 2205\n/Height 1654');
    expect(coarse.all).toContain('/Width 1323\n/Height 992');
    expect(coarse.bytes.length).toBeLessThan(fine.bytes.length / 2);
    expect(Buffer.from(again.bytes).equals(coarse.bytes)).toBe(true);
  });

  test.each([
    ['of colours', 'DeviceRGB', () => photograph(1654, 2339)],
    ['of greys', 'DeviceGray', () => photograph(1654, 2339).toColourspace('b-w')],
  ])('a scan %s in a PDF too, and its page stays', async (_, colours, make) => {
    const jpeg = await make().jpeg({ quality: 95 }).toBuffer();
    const bytes = scan(jpeg, colours, 1654, 2339);
    const [fine, coarse, again] = [
      await ready(bytes),
      await ready(bytes, COARSE),
      await ready(bytes, COARSE),
    ];
    expect(fine.all).toMatch(/\/Width 1654\s\/Height 2339/u);
    expect(coarse.all).toMatch(/\/Width 992\s\/Height 1403/u);
    expect(coarse.pages).toEqual(fine.pages);
    expect(coarse.bytes.length).toBeLessThan(fine.bytes.length / 2);
    expect(Buffer.from(again.bytes).equals(coarse.bytes)).toBe(true);
  });

  test('what would change its colours, does not decode or gains nothing stays as it is', async () => {
    const jpeg = await photograph(1654, 2339).jpeg({ quality: 95 }).toBuffer();
    const inks = await photograph(1654, 2339).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    const small = await photograph(900, 1200).jpeg({ quality: 20 }).toBuffer();
    for (const bytes of [
      scan(inks, 'DeviceCMYK', 1654, 2339),
      scan(jpeg, 'DeviceRGB', 1654, 2339, '/Mask [0 9 0 9 0 9]'),
      scan(jpeg.subarray(0, jpeg.length / 2), 'DeviceRGB', 1654, 2339),
      scan(small, 'DeviceRGB', 900, 1200),
    ])
      expect(Buffer.from((await ready(bytes, COARSE)).bytes).equals((await ready(bytes)).bytes)).toBe(true);
  });
});
