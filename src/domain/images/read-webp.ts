import { concat } from '../bytes.ts';
import { nameAt, partOf, startsWith, viewOf } from './byte-list.ts';
import { UnusablePicture, type ReadPicture } from './picture.ts';

export const RIFF_HEAD = [0x52, 0x49, 0x46, 0x46] as const;

const ALPHA = 0x10;
const ANIMATED = 0x02;
const KEPT = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);

/** Sides as the pixels' own header has them (RFC 6386 §9.1, RFC 9649 §3.4). */
const sizeOf = (name: string, body: Uint8Array): readonly [number, number] => {
  const view = viewOf(body);
  if (name === 'VP8 ') {
    if (!startsWith(body, [0x9d, 0x01, 0x2a], 3)) throw new UnusablePicture('damaged');
    return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  }
  if (body[0] !== 0x2f) throw new UnusablePicture('damaged');
  const bits = view.getUint32(1, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
};

/** Keeps pixels and transparency; throws `UnusablePicture`, or `RangeError` for a file that ends in the middle. */
export const readWebp = (bytes: Uint8Array): ReadPicture => {
  const view = viewOf(bytes);
  const file = partOf(bytes, 0, 8 + view.getUint32(4, true));
  const kept: Uint8Array[] = [];
  let size: readonly [number, number] | undefined;
  for (let at = 12; at < file.length;) {
    const name = nameAt(file, at);
    const length = view.getUint32(at + 4, true);
    const body = partOf(file, at + 8, at + 8 + length);
    if (name === 'ANIM' || name === 'ANMF') throw new UnusablePicture('unsupported');
    if (KEPT.has(name)) {
      const chunk = new Uint8Array(8 + length + (length % 2));
      chunk.set(file.subarray(at, at + 8 + length));
      if (name === 'VP8X') {
        if ((body[0] ?? 0) & ANIMATED) throw new UnusablePicture('unsupported');
        // Says no more that a profile, EXIF or XMP follows.
        chunk[8] = (body[0] ?? 0) & ALPHA;
      }
      if (name === 'VP8 ' || name === 'VP8L') {
        if (size !== undefined) throw new UnusablePicture('damaged');
        size = sizeOf(name, body);
      }
      kept.push(chunk);
    }
    at += 8 + length + (length % 2);
  }
  if (size === undefined) throw new UnusablePicture('damaged');
  const head = file.subarray(0, 12);
  const stripped = concat(head, ...kept);
  viewOf(stripped).setUint32(4, stripped.length - 8, true);
  return { type: 'webp', width: size[0], height: size[1], bytes: stripped };
};
