import { describe, expect, test } from 'vitest';
import { stripJp2 } from '../../../src/render/proofs/jp2-boxes.ts';
import { makePdfPages } from '../../../src/render/proofs/pdf-pages.ts';
import { CODED, JP2, jp2Box } from '../../support/jp2.ts';
import { everythingIn, onePage, streamObject } from '../../support/proof-pdf.ts';

const MOST = 1_000_000;
const SECRET = 'AUTEUR-ET-LIEU';
const PROGRAM = 'Created by OpenJPEG version 2.5.0';

/** The same with what programs write around it: before the pixels, in the header, after them. */
const talkative = (): Buffer => {
  const header = JP2.indexOf('jp2h') - 4;
  const inside = JP2.subarray(header + 8, CODED);
  return Buffer.concat([
    JP2.subarray(0, header),
    jp2Box('jp2h', Buffer.concat([inside, jp2Box('uuid', SECRET)])),
    jp2Box('uuid', `\x05\x37\xcd\xab\x9d\x0c\x44\x31\xa7\x2a\xfa\x56\x1f\x2a\x11\x3e${SECRET}`),
    jp2Box('xml ', `<x>${SECRET}</x>`),
    jp2Box('jp2c', JP2.subarray(CODED + 8)),
    jp2Box('uinf', SECRET),
  ]);
};

describe('of JPEG 2000', () => {
  test('what draws is kept, byte for byte, and what is said beside it is not', () => {
    const clean = stripJp2(talkative(), MOST).toString('latin1');
    expect(clean).toBe(JP2.toString('latin1').replace(PROGRAM, ' '.repeat(PROGRAM.length)));
  });

  test('pixels without boxes lose their comments too', () => {
    const coded = JP2.subarray(CODED + 8);
    const clean = stripJp2(Buffer.from(coded), MOST);
    expect(clean).toHaveLength(coded.length);
    expect(clean.toString('latin1')).not.toContain('OpenJPEG');
  });

  test('a box whose length takes eight bytes, or goes to the end, is read', () => {
    const coded = JP2.subarray(CODED + 8);
    const long = Buffer.concat([
      Buffer.from('\0\0\0\x01jp2c\0\0\0\0\0\0\0', 'latin1'),
      Buffer.from([coded.length + 16]),
      coded,
    ]);
    const open = Buffer.concat([Buffer.from('\0\0\0\0jp2c', 'latin1'), coded]);
    const plain = stripJp2(JP2, MOST);
    for (const box of [long, open])
      expect(stripJp2(Buffer.concat([JP2.subarray(0, CODED), box]), MOST)).toEqual(plain);
  });

  test.each<readonly [string, () => Buffer, string]>([
    ['no pixels', () => JP2.subarray(0, CODED), 'broken'],
    ['half a head of pixels', () => JP2.subarray(0, CODED + 60), 'broken'],
    ['a tile that ends before it begins', () => { const bytes = Buffer.from(JP2); bytes.writeUInt32BE(1, bytes.indexOf(Buffer.from([0xff, 0x90])) + 6); return bytes; }, 'broken'],
    ['another file', () => Buffer.from(`%!PS ${SECRET}`), 'broken'],
    ['nothing', () => Buffer.alloc(0), 'broken'],
    ['more points than its PDF says', () => { const bytes = Buffer.from(JP2); bytes.writeUInt32BE(50_000, CODED + 16); bytes.writeUInt32BE(50_000, CODED + 20); return bytes; }, 'too-large'],
  ])('%s: %s', (_, make, fault) => {
    expect(() => stripJp2(make(), MOST)).toThrow(expect.objectContaining({ fault }));
  }); // prettier-ignore
});

test('a proof carries such an image clean', async () => {
  const image = streamObject(
    '/Type /XObject /Subtype /Image /Width 12 /Height 8 /Filter /JPXDecode',
    talkative(),
  );
  const proof = onePage({
    content: 'q 120 0 0 80 50 50 cm /Im Do Q',
    resources: '/XObject <</Im 6 0 R>>',
    more: [image],
  });
  const everything = everythingIn((await makePdfPages(proof)).bytes);
  expect(everything).toContain(JP2.subarray(CODED + 8 + 0x80).toString('latin1'));
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain('OpenJPEG');
});
