import type { AnnexPage } from '../../app/ports/annexes.ts';
import type { ImageFineness } from '../../domain/images/fineness.ts';
import { createPlainPdf, reference, writeNumber, writeStream, type PlainPdf } from './plain-pdf.ts';
import { UnfitProof, MAX_PIXELS } from './unfit.ts';
import { openImages, type ImageTool } from './image-tool.ts';
import { readPngData } from './png-data.ts';

/** In points of a page. */
const A4 = { long: 841.89, short: 595.28 } as const;
/** A point of a screenshot, in points of a page: 96 of them are an inch. */
const SCREEN = 0.75;
const MAX_IMAGE_PAGES = 100;

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** The largest sides within a box that may stand or lie, in proportion; never larger than they are. */
const fitIn = ({ width, height }: Sides, box: { readonly long: number; readonly short: number }): Sides => {
  const scale = Math.min(1, box.long / Math.max(width, height), box.short / Math.min(width, height));
  return { width: width * scale, height: height * scale };
};

/** Points of an image that a page of A4 shows at this fineness, in proportion; never more than there are. */
export const sidesAt = (sides: Sides, { dpi }: ImageFineness): Sides => {
  const [long, short] = [Math.round((A4.long * dpi) / 72), Math.round((A4.short * dpi) / 72)];
  const { width, height } = fitIn(sides, { long, short });
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
};

const pageOf = ({ width, height }: Sides): AnnexPage =>
  fitIn({ width: width * SCREEN, height: height * SCREEN }, A4);

interface Picture {
  readonly bytes: Uint8Array;
  readonly page: number;
  readonly sides: Sides;
  readonly fineness: ImageFineness;
}

interface Encoded {
  readonly dictionary: string;
  readonly data: Uint8Array;
}

const colourSpace = (channels: number): string => (channels === 1 ? '/DeviceGray' : '/DeviceRGB');

/** Pixels alone, turned as a person sees them, on white, in the colours of a screen. Metadata is not carried over. */
const encode = async (sharp: ImageTool, { bytes, page, sides, fineness }: Picture): Promise<Encoded> => {
  const size = sidesAt(sides, fineness);
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', page });
  const { format, channels, space } = await source.metadata();
  const pixels = source
    .autoOrient()
    .resize({ ...size, fit: 'fill' })
    .flatten({ background: 'white' })
    .toColourspace(channels < 3 || space === 'b-w' ? 'b-w' : 'srgb');
  const asJpeg = async (): Promise<Encoded> => {
    const { data, info } = await pixels
      .clone()
      .jpeg({ quality: fineness.quality })
      .toBuffer({ resolveWithObject: true });
    const look = `/ColorSpace ${colourSpace(info.channels)}\n/BitsPerComponent 8\n/Filter /DCTDecode`;
    return { dictionary: `/Width ${info.width}\n/Height ${info.height}\n${look}`, data };
  };
  if (format === 'jpeg') return asJpeg();
  const png = readPngData(await pixels.clone().png({ adaptiveFiltering: true }).toBuffer());
  const lossy = await asJpeg();
  if (png.data.length > lossy.data.length * fineness.losslessCost) return lossy;
  const parameters = `/Predictor 15\n/Colors ${png.channels}\n/BitsPerComponent ${png.depth}\n/Columns ${png.width}`;
  return {
    dictionary: `/Width ${png.width}\n/Height ${png.height}\n/ColorSpace ${colourSpace(png.channels)}\n/BitsPerComponent ${png.depth}\n/Filter /FlateDecode\n/DecodeParms <<${parameters}>>`,
    data: png.data,
  };
};

const addImagePage = (pdf: PlainPdf, { dictionary, data }: Encoded, page: AnnexPage): void => {
  const image = pdf.add(writeStream(`/Type /XObject\n/Subtype /Image\n${dictionary}`, data));
  const matrix = `${writeNumber(page.width)} 0 0 ${writeNumber(page.height)} 0 0 cm`;
  const contents = pdf.add(writeStream('', Buffer.from(`q ${matrix} /Im Do Q`)));
  const resources = pdf.add(`<</XObject <</Im ${reference(image)}>>>>`);
  pdf.addPage(page, resources, contents);
};

/**
 * One page for each page of a scan (TIFF), one for any other image: of what moves, the first that is seen. Throws
 * `UnfitProof`: `too-large` for the number of points, `broken` for what does not decode to its end.
 */
export const makeImagePages = async (
  bytes: Uint8Array,
  fineness: ImageFineness,
): Promise<ReturnType<PlainPdf['write']>> => {
  const sharp = await openImages();
  const pdf = createPlainPdf();
  try {
    const { format, pages = 1 } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    const count = format === 'tiff' ? pages : 1;
    if (count > MAX_IMAGE_PAGES) throw new UnfitProof('too-large');
    for (let page = 0; page < count; page++) {
      const { autoOrient } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, page }).metadata();
      const picture = { bytes, page, sides: autoOrient, fineness };
      addImagePage(pdf, await encode(sharp, picture), pageOf(autoOrient));
    }
  } catch (error) {
    if (error instanceof UnfitProof || !(error instanceof Error)) throw error;
    throw new UnfitProof(/pixel limit/u.test(error.message) ? 'too-large' : 'broken', { cause: error });
  }
  return pdf.write();
};
