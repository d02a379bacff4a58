import { concat } from '../../domain/bytes.ts';
import { UnusablePicture } from '../../domain/images/picture.ts';
import { readJpeg } from '../../domain/images/read-jpeg.ts';
import { UnfitProof } from './unfit.ts';

const END = Uint8Array.of(0xff, 0xd9);

const tryStrip = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    return readJpeg(bytes, { keepsOrientation: false }).bytes;
  } catch (error) {
    if (error instanceof UnusablePicture || error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * The pixels of a JPEG as they are coded, without what a camera wrote beside them. A PDF does not turn its images, so the
 * orientation goes too. Throws `UnfitProof` where it cannot be told what is pixels.
 */
export const stripJpeg = (bytes: Uint8Array): Uint8Array => {
  // Scanners forget the end, and no reader minds.
  const stripped = tryStrip(bytes) ?? tryStrip(concat(bytes, END));
  if (stripped === undefined) throw new UnfitProof('broken');
  return stripped;
};
