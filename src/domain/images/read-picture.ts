import { nameAt, startsWith } from './byte-list.ts';
import {
  MAX_PICTURE_BYTES,
  MAX_PICTURE_PIXELS,
  UnusablePicture,
  type PictureFault,
  type ReadPicture,
} from './picture.ts';
import { JPEG_HEAD, readJpeg } from './read-jpeg.ts';
import { PNG_HEAD, readPng } from './read-png.ts';
import { readWebp, RIFF_HEAD } from './read-webp.ts';

const readerFor = (bytes: Uint8Array): ((bytes: Uint8Array) => ReadPicture) | undefined => {
  if (startsWith(bytes, PNG_HEAD)) return readPng;
  if (startsWith(bytes, JPEG_HEAD)) return readJpeg;
  return startsWith(bytes, RIFF_HEAD) && bytes.length >= 12 && nameAt(bytes, 8) === 'WEBP'
    ? readWebp
    : undefined;
};

/** A picture as it may be embedded, or why it may not. Pixels are not decoded: a file can still hold none that make sense. */
export const readPicture = (bytes: Uint8Array): ReadPicture | PictureFault => {
  if (bytes.length > MAX_PICTURE_BYTES) return 'large';
  const read = readerFor(bytes);
  if (read === undefined) return 'unsupported';
  try {
    const picture = read(bytes);
    const pixels = picture.width * picture.height;
    if (pixels === 0) return 'damaged';
    return pixels > MAX_PICTURE_PIXELS ? 'large' : picture;
  } catch (error) {
    if (error instanceof UnusablePicture) return error.fault;
    // A view that is read beyond its end.
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
};
