/** JPEG 2000 inside a PDF: what draws is carried, what a camera or a program wrote beside it is not. */
import { UnfitProof } from './unfit.ts';

/** Signature, kind, header and pixels (ISO/IEC 15444-1 annex I); other boxes hold XMP, EXIF, addresses, anything. */
const KEPT = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);
/** Of a header: sides, depths, colours, palette, channels, density. */
const KEPT_IN_HEADER = new Set(['ihdr', 'bpcc', 'colr', 'pclr', 'cmap', 'cdef', 'res ']);

const [START, SIZE, TILE, DATA, COMMENT, END] = [0xff4f, 0xff51, 0xff90, 0xff93, 0xff64, 0xffd9];

interface Box {
  readonly name: string;
  readonly body: Buffer;
}

const readBoxes = (bytes: Buffer): Box[] => {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const named = bytes.readUInt32BE(at);
    // 0: to the end. 1: a length of eight bytes follows, of which a proof needs four.
    const isLong = named === 1 && at + 16 <= bytes.length;
    const length = named === 0 ? bytes.length - at : isLong ? bytes.readUInt32BE(at + 12) : named;
    const head = isLong ? 16 : 8;
    if (length < head) break;
    boxes.push({
      name: bytes.toString('latin1', at + 4, at + 8),
      body: bytes.subarray(at + head, at + length),
    });
    at += length;
  }
  return boxes;
};

const writeBox = ({ name, body }: Box): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/**
 * Comments of the coded pixels made empty: their places stay, since tiles are found by counting bytes. Throws `RangeError`
 * where it ends in the middle of a head.
 */
const withoutComments = (coded: Buffer, most: number): Buffer => {
  const clean = Buffer.from(coded);
  let at = 2;
  let tile = { from: 0, length: 0 };
  for (;;) {
    const marker = clean.readUInt16BE(at);
    if (marker === END) return clean;
    if (marker === DATA) {
      // Zero: the last tile, up to the end.
      const next = tile.from + tile.length;
      if (tile.length === 0 || next >= clean.length) return clean;
      // One that ends before its own pixels would be read for ever.
      if (next <= at) throw new UnfitProof('broken');
      at = next;
      continue;
    }
    if (marker < 0xff50) throw new UnfitProof('broken');
    const length = clean.readUInt16BE(at + 2);
    if (marker === SIZE && clean.readUInt32BE(at + 6) * clean.readUInt32BE(at + 10) > most)
      throw new UnfitProof('too-large');
    if (marker === TILE) tile = { from: at, length: clean.readUInt32BE(at + 6) };
    // After its length and two bytes that say how it is written.
    if (marker === COMMENT) clean.fill(0x20, at + 6, at + 2 + length);
    at += 2 + length;
  }
};

const cleanBox = ({ name, body }: Box, most: number): Box[] => {
  if (!KEPT.has(name)) return [];
  if (name === 'jp2c') return [{ name, body: cleanCoded(body, most) }];
  if (name !== 'jp2h') return [{ name, body }];
  const kept = readBoxes(body).filter((box) => KEPT_IN_HEADER.has(box.name));
  return [{ name, body: Buffer.concat(kept.map(writeBox)) }];
};

const cleanCoded = (coded: Buffer, most: number): Buffer => {
  if (coded.length < 4 || coded.readUInt16BE(0) !== START) throw new UnfitProof('broken');
  return withoutComments(coded, most);
};

/**
 * A file of JPEG 2000, or its coded pixels without boxes around them. Throws `UnfitProof`: `broken` where no pixels are found,
 * `too-large` for more than `most` points, which a PDF may deny.
 */
export const stripJp2 = (bytes: Buffer, most: number): Buffer => {
  try {
    if (bytes.length >= 2 && bytes.readUInt16BE(0) === START) return cleanCoded(bytes, most);
    const kept = readBoxes(bytes).flatMap((box) => cleanBox(box, most));
    if (!kept.some(({ name }) => name === 'jp2c')) throw new UnfitProof('broken');
    return Buffer.concat(kept.map(writeBox));
  } catch (error) {
    if (error instanceof RangeError) throw new UnfitProof('broken', { cause: error });
    throw error;
  }
};
