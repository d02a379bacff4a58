/** Bytes of streams: unpacked within limits where they are read, carried as they are where they are not. */
import { inflateSync, constants } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { UnfitProof } from './unfit.ts';

/** Of one stream that is read: drawings, not pictures. */
const MAX_CONTENT = 48_000_000;

/** Filters in their order (ISO 32000-1 §7.4), short names written out. */
export const filtersOf = ({ dict }: PDFRawStream): readonly string[] => {
  const filter = dict.lookup(PDFName.of('Filter'));
  const names =
    filter instanceof PDFArray ? filter.asArray().map((each) => dict.context.lookup(each)) : [filter];
  return names.flatMap((name) => (name instanceof PDFName ? [name.asString().slice(1)] : []));
};

export const parametersOf = ({ dict }: PDFRawStream, index: number): PDFDict | undefined => {
  const parameters = dict.lookup(PDFName.of('DecodeParms'));
  const own = parameters instanceof PDFArray ? lookupAt(parameters, index) : parameters;
  return own instanceof PDFDict ? own : undefined;
};

const lookupAt = (list: PDFArray, index: number): PDFObject | undefined =>
  index < list.size() ? list.lookup(index) : undefined;

const inflate = (packed: Uint8Array): Buffer => {
  try {
    // A stream that stops in the middle is shown as far as it goes, as readers do.
    return inflateSync(packed, { maxOutputLength: MAX_CONTENT, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnfitProof(isBomb ? 'too-large' : 'broken', { cause: error });
  }
};

const decodeOther = (dict: PDFDict, contents: Uint8Array, filter: string): Buffer => {
  const alone = PDFDict.withContext(dict.context);
  alone.set(PDFName.of('Filter'), PDFName.of(filter));
  const decoded = decodePDFRawStream(PDFRawStream.of(alone, contents)).decode();
  if (decoded.length > MAX_CONTENT) throw new UnfitProof('too-large');
  return Buffer.from(decoded);
};

/** Unpacked by its first `count` filters. Throws `UnfitProof` for a bomb, for damage, for a filter that packs no text. */
export const decodeFilters = (stream: PDFRawStream, count: number): Buffer => {
  let bytes: Buffer = Buffer.from(stream.contents.buffer, stream.contents.byteOffset, stream.contents.length);
  for (const [index, filter] of filtersOf(stream).slice(0, count).entries()) {
    const predictor = parametersOf(stream, index)?.lookup(PDFName.of('Predictor'));
    // Pixels are predicted from their neighbours; words never are.
    if (predictor instanceof PDFNumber && predictor.asNumber() > 1) throw new UnfitProof('broken');
    bytes =
      filter === 'FlateDecode' || filter === 'Fl' ? inflate(bytes) : decodeOther(stream.dict, bytes, filter);
  }
  return bytes;
};

export const decode = (stream: PDFRawStream): Buffer => decodeFilters(stream, filtersOf(stream).length);
