/** Photographs and scans inside a PDF, with no more points than a page of A4 shows at a fineness. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib';
import type { ImageFineness } from '../../domain/images/fineness.ts';
import { valueOf } from './copier.ts';
import { sidesAt } from './image-pages.ts';
import { openImages, type ImageTool } from './image-tool.ts';
import { stripJpeg } from './jpeg-segments.ts';
import { decodeFilters, filtersOf } from './streams.ts';
import { MAX_PIXELS } from './unfit.ts';

/** What weighs less than this is a logo or a signature: nothing is gained by it. */
const LEAST_BYTES = 30_000;

const name = (value: string): PDFName => PDFName.of(value);

/** A JPEG whose colours are its own affair: masks by colour and hints to its decoder name values that would change. */
const isPlainJpeg = (stream: PDFRawStream): boolean => {
  const { dict } = stream;
  const coding = filtersOf(stream).at(-1);
  return (
    valueOf(dict, 'Subtype') === name('Image') &&
    (coding === 'DCTDecode' || coding === 'DCT') &&
    !dict.has(name('DecodeParms')) &&
    !(valueOf(dict, 'Mask') instanceof PDFArray)
  );
};

const encode = async (sharp: ImageTool, jpeg: Uint8Array, fineness: ImageFineness) => {
  const source = sharp(jpeg, { limitInputPixels: MAX_PIXELS, failOn: 'warning' });
  const { width, height, channels } = await source.metadata();
  // Four inks are for a printing house, and would come back as three colours.
  if (channels !== 1 && channels !== 3) return undefined;
  return source
    .resize({ ...sidesAt({ width, height }, fineness), fit: 'fill' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: fineness.quality })
    .toBuffer({ resolveWithObject: true });
};

const coarsen = async (
  sharp: ImageTool,
  stream: PDFRawStream,
  fineness: ImageFineness,
): Promise<PDFRawStream | undefined> => {
  const filters = filtersOf(stream).length;
  // Without its profile too: a PDF takes the colours of an image from what it says of it itself.
  const jpeg = stripJpeg(decodeFilters(stream, filters - 1));
  const made = await encode(sharp, jpeg, fineness);
  if (made === undefined || made.data.length >= jpeg.length) return undefined;
  const dict = stream.dict.clone(stream.dict.context);
  dict.set(name('Width'), PDFNumber.of(made.info.width));
  dict.set(name('Height'), PDFNumber.of(made.info.height));
  dict.set(name('Filter'), name('DCTDecode'));
  return PDFRawStream.of(dict, made.data);
};

/** Changes what the file holds in memory. An image that does not decode, or gains nothing, stays as it is. */
export const coarsenImages = async (context: PDFContext, fineness: ImageFineness): Promise<void> => {
  const sharp = await openImages();
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.contents.length < LEAST_BYTES) continue;
    if (!(object.dict instanceof PDFDict) || !isPlainJpeg(object)) continue;
    const coarser = await coarsen(sharp, object, fineness).catch(() => undefined);
    if (coarser !== undefined) context.assign(reference, coarser);
  }
};
