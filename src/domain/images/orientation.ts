/** How a photograph is turned: the one thing of EXIF without which it would be shown lying down. */
import { startsWith, viewOf } from './byte-list.ts';

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;
const SHORT = 3;
/** Marker, length and `Exif\0\0` stand before the TIFF header. */
const TIFF = 10;

/** 1 to 8 of a whole APP1 segment; undefined where it says none that can be read. */
export const readOrientation = (segment: Uint8Array): number | undefined => {
  if (!startsWith(segment, EXIF, 4) || segment.length < TIFF + 8) return undefined;
  const view = viewOf(segment);
  const little = view.getUint16(TIFF) === 0x4949;
  const list = TIFF + view.getUint32(TIFF + 4, little);
  if (list + 2 > segment.length) return undefined;
  const count = view.getUint16(list, little);
  for (let entry = list + 2; entry < list + 2 + count * 12 && entry + 12 <= segment.length; entry += 12) {
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return view.getUint16(entry + 2, little) === SHORT && value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
};

/** An APP1 segment that says this and nothing else. */
export const writeOrientation = (orientation: number): Uint8Array =>
  Uint8Array.from([
    0xff, 0xe1, 0, 34, ...EXIF,
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0,
    0, 0, 0, 0,
  ]); // prettier-ignore
