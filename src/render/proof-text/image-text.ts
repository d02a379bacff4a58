import type { ProofText } from '../../app/ports/privacy.ts';

const TIFF_HEAD = 6;
const GPS = 0x8825;
const MOST_ENTRIES = 200;

/** True where a photo's own notes (EXIF) have a part that says where it was taken. */
const tellsWhere = (exif: Uint8Array): boolean => {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const start = String.fromCodePoint(...exif.subarray(0, 4)) === 'Exif' ? TIFF_HEAD : 0;
  try {
    const little = view.getUint16(start) === 0x4949;
    const first = start + view.getUint32(start + 4, little);
    const entries = Math.min(view.getUint16(first, little), MOST_ENTRIES);
    for (let index = 0; index < entries; index++)
      if (view.getUint16(first + 2 + index * 12, little) === GPS) return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
};

/** A picture has no text; it may say where it was taken. */
export const readImageText = async (
  bytes: Uint8Array,
): Promise<Omit<Extract<ProofText, { kind: 'text' }>, 'whole'>> => {
  const { default: sharp } = await import('sharp');
  const { exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return {
    kind: 'text',
    pages: [''],
    paged: false,
    properties: { position: exif !== undefined && tellsWhere(exif) },
  };
};
