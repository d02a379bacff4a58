/**
 * The faces of our documents inside a Word file (ISO 29500-1 §17.8.1), so that it looks alike on machines that have
 * neither. They are the `.woff` of the same packages as the PDF's (SIL Open Font License, installable embedding).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { packageFile } from '../../assets.ts';
import { FONTS } from './looks.ts';

type Slot = 'Regular' | 'Bold' | 'Italic' | 'BoldItalic';

export interface EmbeddedFont {
  readonly family: string;
  readonly slot: Slot;
  /** Of the obfuscation, which the format wants. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

const FACES: readonly (readonly [family: string, slot: Slot, file: string])[] = [
  [FONTS.text, 'Regular', '@fontsource/literata/files/literata-latin-400-normal.woff'],
  [FONTS.text, 'Bold', '@fontsource/literata/files/literata-latin-700-normal.woff'],
  [FONTS.text, 'Italic', '@fontsource/literata/files/literata-latin-400-italic.woff'],
  [FONTS.titles, 'Regular', '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'],
  [FONTS.titles, 'Bold', '@fontsource/source-sans-3/files/source-sans-3-latin-700-normal.woff'],
];

interface Piece {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Buffer;
}

const piecesOf = (woff: Buffer): Piece[] =>
  Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + 20 * index;
    const [offset, packed, length] = [
      woff.readUInt32BE(at + 4),
      woff.readUInt32BE(at + 8),
      woff.readUInt32BE(at + 12),
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.toString('latin1', at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });

/** What the words of a whole font add up to; a field of its `head` sees to that. */
const WHOLE_SUM = 0xb1b0afba;

/** Of big-endian words, modulo 2³². */
const sumOf = (bytes: Buffer): number => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
};

/** A WOFF 1 file as the OpenType file it was made from (W3C WOFF §5): the same tables, unpacked, behind one directory. */
export const unpackWoff = (woff: Buffer): Buffer => {
  const pieces = piecesOf(woff);
  const count = pieces.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  for (const [index, value] of [count, power * 16, Math.log2(power), (count - power) * 16].entries())
    head.writeUInt16BE(value, 4 + 2 * index);
  let offset = head.length;
  let adjustment = 0;
  const padded = pieces.map(({ tag, checksum, bytes }, index) => {
    const at = 12 + 16 * index;
    head.write(tag, at, 'latin1');
    for (const [field, value] of [checksum, offset, bytes.length].entries())
      head.writeUInt32BE(value, at + 4 + 4 * field);
    if (tag === 'head') adjustment = offset + 8;
    const whole = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(whole);
    offset += whole.length;
    return whole;
  });
  const font = Buffer.concat([head, ...padded]);
  font.writeUInt32BE(0, adjustment);
  font.writeUInt32BE((WHOLE_SUM - sumOf(font)) >>> 0, adjustment);
  return font;
};

/** The first 32 bytes changed by a key that is told beside them. */
const obfuscate = (font: Buffer, key: string): Buffer => {
  const hidden = Buffer.from(font);
  const mask = Buffer.from(key, 'hex').toReversed();
  for (let index = 0; index < 32; index++)
    hidden.writeUInt8(hidden.readUInt8(index) ^ (mask[index % 16] ?? 0), index);
  return hidden;
};

const asGuid = (hex: string): string =>
  `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}}`;

let loaded: readonly EmbeddedFont[] | undefined;

/** Read once; nothing where the packages are not as they were when this was written: a document without is whole too. */
export const embeddedFonts = (): readonly EmbeddedFont[] =>
  (loaded ??= FACES.flatMap(([family, slot, file]): EmbeddedFont[] => {
    const path = packageFile(file);
    if (path === undefined) return [];
    const font = unpackWoff(readFileSync(path));
    const key = createHash('sha256').update(font).digest('hex').slice(0, 32).toUpperCase();
    return [{ family, slot, key: asGuid(key), bytes: obfuscate(font, key) }];
  }));
