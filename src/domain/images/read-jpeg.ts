import { concat } from '../bytes.ts';
import { nameAt, partOf, startsWith, viewOf } from './byte-list.ts';
import { readOrientation, writeOrientation } from './orientation.ts';
import { UnusablePicture, type ReadPicture } from './picture.ts';

export const JPEG_HEAD = [0xff, 0xd8, 0xff] as const;

const [START, END, SCAN, DNL, COMMENT] = [0xd8, 0xd9, 0xda, 0xdc, 0xfe];
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65];

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the coded pixels that begin at `at` end: at the first marker that is neither stuffed nor a restart. */
const endOfScan = (bytes: Uint8Array, at: number): number => {
  for (let from = at; ;) {
    const found = bytes.indexOf(0xff, from);
    const next = bytes[found + 1];
    if (found === -1 || next === undefined) throw new UnusablePicture('damaged');
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return found;
    from = next === 0xff ? found + 1 : found + 2;
  }
};

/** JFIF without its own small picture; Adobe's, without which colours are read wrong. Nothing else is needed to show pixels. */
const keptApplication = (marker: number, segment: Uint8Array): readonly Uint8Array[] => {
  if (marker === 0xe0 && segment.length >= 18 && nameAt(segment, 4) === 'JFIF') {
    // `slice` of what Node reads would not be a copy.
    const plain = Uint8Array.from(segment.subarray(0, 18));
    plain.set([0, 16], 2);
    plain.set([0, 0], 16);
    return [plain];
  }
  return marker === 0xee && segment.length === 16 && startsWith(segment, ADOBE, 4) ? [segment] : [];
};

/** `orientation`: 1 to 8, as EXIF told it of the points that were read. */
export interface ReadJpeg extends ReadPicture {
  readonly orientation: number;
}

/**
 * Keeps what draws (ITU-T T.81 annex B) and the orientation, in an EXIF segment of its own; drops every other APPn, comments
 * and what follows the end. Throws `UnusablePicture`, or `RangeError` for a file that ends in the middle.
 * `keepsOrientation`: false where nobody would turn it; the sides are then those of its points.
 */
export const readJpeg = (
  bytes: Uint8Array,
  { keepsOrientation = true }: { readonly keepsOrientation?: boolean } = {},
): ReadJpeg => {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let size: readonly [number, number] | undefined;
  let orientation = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) throw new UnusablePicture('damaged');
    const marker = view.getUint8(at + 1);
    // Markers may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) break;
    if (marker === START || marker === DNL || marker < 0xc0) throw new UnusablePicture('damaged');
    const end = at + 2 + view.getUint16(at + 2);
    const segment = partOf(bytes, at, end);
    if (segment.length < 4) throw new UnusablePicture('damaged');
    at = end;
    if (marker >= 0xe0 && marker <= 0xef) {
      if (marker === 0xe1) orientation = readOrientation(segment) ?? orientation;
      kept.push(...keptApplication(marker, segment));
      continue;
    }
    if (marker === COMMENT) continue;
    if (isFrame(marker)) {
      // Baseline, extended and progressive, eight bits: what browsers show.
      if (marker > 0xc2 || segment[4] !== 8) throw new UnusablePicture('unsupported');
      if (size !== undefined) throw new UnusablePicture('damaged');
      const frame = viewOf(segment);
      size = [frame.getUint16(7), frame.getUint16(5)];
    }
    kept.push(segment);
    if (marker === SCAN) {
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
      scans += 1;
    }
  }
  if (size === undefined || scans === 0) throw new UnusablePicture('damaged');
  const [width, height] = keepsOrientation && orientation > 4 ? [size[1], size[0]] : size;
  const [head, tail] = [Uint8Array.of(0xff, START), Uint8Array.of(0xff, END)];
  const turned = orientation === 1 || !keepsOrientation ? [] : [writeOrientation(orientation)];
  // JFIF has to come first where there is one.
  const first = kept[0]?.[1] === 0xe0 ? 1 : 0;
  const parts = [head, ...kept.slice(0, first), ...turned, ...kept.slice(first), tail];
  return { type: 'jpeg', width, height, orientation, bytes: concat(...parts) };
};
