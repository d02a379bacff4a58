import { describe, expect, test } from 'vitest';
import { MAX_PICTURE_BYTES, type ReadPicture } from '../../../src/domain/images/picture.ts';
import { readPicture } from '../../../src/domain/images/read-picture.ts';
import {
  hugePng,
  movingWebp,
  png,
  SECRET,
  talkativeJpeg,
  talkativePng,
  talkativeWebp,
} from '../../support/pictures.ts';

const read = (bytes: Uint8Array): ReadPicture => {
  const picture = readPicture(bytes);
  if (typeof picture === 'string') throw new Error(picture);
  return picture;
};

const TALKATIVE = { png: talkativePng(), jpeg: talkativeJpeg(), webp: talkativeWebp() };

describe.each(Object.entries(TALKATIVE))('a %s that tells where and by whom it was taken', (type, bytes) => {
  test('keeps its pixels and says nothing else', () => {
    expect(bytes.includes(SECRET)).toBe(true);
    const picture = read(bytes);
    expect(picture.type).toBe(type);
    expect(Buffer.from(picture.bytes).includes(SECRET)).toBe(false);
    expect(read(picture.bytes)).toEqual(picture);
  });

  test('is told to be damaged wherever it was cut, or is no picture at all', () => {
    const { bytes: clean } = read(bytes);
    for (let length = 0; length < clean.length; length += 1)
      expect(readPicture(clean.subarray(0, length)), String(length)).toBe(
        length < (type === 'png' ? 8 : type === 'jpeg' ? 3 : 12) ? 'unsupported' : 'damaged',
      );
  });

  test('is read or refused whatever byte is wrong, never a crash', () => {
    for (let at = 0; at < bytes.length; at += 1)
      for (const value of [0, 0x7f, 0xff]) {
        const wrong = Uint8Array.from(bytes);
        wrong[at] = value;
        expect(['string', 'object']).toContain(typeof readPicture(wrong));
      }
  });
});

test('sides are those of the picture as it is shown: a photograph taken upright stays upright', () => {
  expect(read(png(40, 30))).toMatchObject({ width: 40, height: 30 });
  expect(read(talkativeJpeg())).toMatchObject({ width: 8, height: 16 });
  const turned = read(talkativeJpeg(6));
  expect(turned).toMatchObject({ width: 16, height: 8 });
  expect(read(turned.bytes)).toEqual(turned);
  expect(read(talkativeWebp())).toMatchObject({ width: 1, height: 1 });
});

test('what a JPEG needs to keep its colours stays: JFIF first, without its small picture, and the mark of Adobe', () => {
  const kept = Buffer.from(read(talkativeJpeg(3)).bytes);
  expect(kept.subarray(2, 11).toString('latin1')).toBe('\xff\xe0\0\x10JFIF\0');
  expect(kept.includes('Adobe')).toBe(true);
  expect(kept.includes('ICC_PROFILE')).toBe(false);
});

test('an extended WebP no longer announces what was taken out of it', () => {
  const kept = Buffer.from(read(talkativeWebp()).bytes);
  expect(kept.readUInt32LE(4)).toBe(kept.length - 8);
  expect(kept[20]).toBe(0);
});

test.each([
  ['large', hugePng()],
  ['large', new Uint8Array(MAX_PICTURE_BYTES + 1)],
  ['unsupported', new Uint8Array()],
  ['unsupported', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['unsupported', Buffer.from('GIF89a')],
  ['unsupported', Buffer.from('%PDF-1.7')],
  ['unsupported', movingWebp()],
] as const)('is refused as %s (case %#)', (fault, bytes) => {
  expect(readPicture(bytes)).toBe(fault);
});
