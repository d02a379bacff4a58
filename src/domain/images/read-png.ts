import { concat, crc32 } from '../bytes.ts';
import { nameAt, partOf, viewOf } from './byte-list.ts';
import { UnusablePicture, type ReadPicture } from './picture.ts';

export const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** The pixels and how they look. Texts, dates, EXIF, colour profiles and the further frames of an animation are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs']);

/** Throws `UnusablePicture`, or `RangeError` for a file that ends in the middle (ISO/IEC 15948 §5). */
export const readPng = (bytes: Uint8Array): ReadPicture => {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [partOf(bytes, 0, 8)];
  const seen = new Set<string>();
  let at = 8;
  while (!seen.has('IEND')) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const chunk = partOf(bytes, at, at + 12 + length);
    if ((at === 8) !== (name === 'IHDR')) throw new UnusablePicture('damaged');
    if (KEPT.has(name)) {
      if (crc32(chunk.subarray(4, 8 + length)) !== view.getUint32(at + 8 + length))
        throw new UnusablePicture('damaged');
      kept.push(chunk);
    } else if (/^[A-Z]/u.test(name)) {
      // Without a critical chunk that we do not know, the picture is not what it was.
      throw new UnusablePicture('unsupported');
    }
    seen.add(name);
    at += chunk.length;
  }
  if (!seen.has('IDAT') || view.getUint32(8) !== 13) throw new UnusablePicture('damaged');
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20), bytes: concat(...kept) };
};
