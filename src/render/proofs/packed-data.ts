/** Streams whose bytes are carried as they are packed: fonts, profiles, pixels. */
import { PDFName, PDFNumber, type PDFRawStream } from '@cantoo/pdf-lib';
import { dictionary, entriesOf, keys, type Keys, type Shape } from './allowed.ts';
import { streamOf, type Copier } from './copier.ts';
import { stripJp2 } from './jp2-boxes.ts';
import { stripJpeg } from './jpeg-segments.ts';
import { writeStream } from './plain-pdf.ts';
import { decodeFilters, filtersOf, parametersOf } from './streams.ts';
import { UnfitProof, MAX_PIXELS } from './unfit.ts';

const LONG_NAMES: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode', LZW: 'LZWDecode', A85: 'ASCII85Decode', AHx: 'ASCIIHexDecode', RL: 'RunLengthDecode',
  DCT: 'DCTDecode', CCF: 'CCITTFaxDecode',
}; // prettier-ignore
const TEXT_FILTERS = ['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'];
const PIXEL_FILTERS = [...TEXT_FILTERS, 'CCITTFaxDecode', 'JBIG2Decode'];

const PARAMETERS: Shape = dictionary({
  ...keys('Predictor Colors BitsPerComponent Columns EarlyChange'),
  ...keys('K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform'),
  JBIG2Globals: (value, copier) => copyPacked(value, {}, copier),
});

interface Packed {
  readonly filters: readonly string[];
  readonly data: Uint8Array;
  /** How many of the file's filters are undone already. */
  readonly undone: number;
}

/** What a camera wrote around its pixels stands in the stream itself: place, device, owner, a small picture. */
const withoutMetadata = (stream: PDFRawStream, filters: readonly string[]): Packed => {
  const coding = filters.at(-1);
  const undone = filters.length - 1;
  if (coding === 'DCTDecode')
    return { filters: [coding], data: stripJpeg(decodeFilters(stream, undone)), undone };
  if (coding === 'JPXDecode')
    return { filters: [coding], data: stripJp2(decodeFilters(stream, undone), MAX_PIXELS), undone };
  return { filters, data: stream.contents, undone: 0 };
};

/** Filters and bytes of a stream with the allowed entries of its dictionary. Throws `UnfitProof` for a filter unknown to us. */
const writePacked = (stream: PDFRawStream, allowed: Keys, isPixels: boolean, copier: Copier): Uint8Array => {
  const named = filtersOf(stream).map((name) => LONG_NAMES[name] ?? name);
  const { filters, data, undone } = isPixels
    ? withoutMetadata(stream, named)
    : { filters: named, data: stream.contents, undone: 0 };
  const known = isPixels ? [...PIXEL_FILTERS, 'DCTDecode', 'JPXDecode'] : TEXT_FILTERS;
  if (!filters.every((name) => known.includes(name))) throw new UnfitProof('broken');
  const parameters = filters.map((_, index) => {
    const own = parametersOf(stream, undone + index);
    return (own && copier.copy(own, PARAMETERS)) ?? 'null';
  });
  const lines = [
    entriesOf(stream.dict, allowed, copier),
    filters.length > 0 ? `/Filter [${filters.map((name) => `/${name}`).join(' ')}]` : '',
    parameters.some((each) => each !== 'null') ? `/DecodeParms [${parameters.join(' ')}]` : '',
  ];
  return writeStream(lines.filter((line) => line !== '').join('\n'), data);
};

const copyPacked = (value: Parameters<Shape>[0], allowed: Keys, copier: Copier): Uint8Array | undefined => {
  const stream = streamOf(value);
  return stream && writePacked(stream, allowed, false, copier);
};

/** A stream of data with these entries. */
export const packed =
  (allowed: Keys): Shape =>
  (value, copier) =>
    copyPacked(value, allowed, copier);

const sideOf = ({ dict }: PDFRawStream, key: string): number => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
};

/** A stream of pixels with these entries, within the number that an image may have. */
export const pixels =
  (allowed: Keys): Shape =>
  (value, copier) => {
    const stream = streamOf(value);
    if (stream === undefined) return undefined;
    if (sideOf(stream, 'Width') * sideOf(stream, 'Height') > MAX_PIXELS) throw new UnfitProof('too-large');
    return writePacked(stream, allowed, true, copier);
  };
