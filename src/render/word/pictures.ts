import { UnusablePicture } from '../../domain/images/picture.ts';
import { readJpeg } from '../../domain/images/read-jpeg.ts';
import type { Picture } from '../flow/flow.ts';
import { writeBookmarks, writeParagraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { el, val } from './xml.ts';

/** English metric units: 914,400 to an inch, 635 to a twip, 9,525 to a pixel at 96 dpi. */
const PER_PIXEL = 9525;
const PER_TWIP = 635;
/** Leaves room for a caption on the same page. */
const TALLEST = 20 * 36_000 * 10;

/** How its points have to be turned and mirrored before a person sees them upright; the mirror comes first. */
interface Turn {
  /** Quarters of a turn, clockwise. */
  readonly quarters: number;
  readonly mirror?: 'flipH' | 'flipV';
}

/** What EXIF calls 1 to 8. */
const TURNS: readonly Turn[] = [
  { quarters: 0 }, { quarters: 0, mirror: 'flipH' }, { quarters: 2 }, { quarters: 0, mirror: 'flipV' },
  { quarters: 3, mirror: 'flipH' }, { quarters: 1 }, { quarters: 1, mirror: 'flipH' }, { quarters: 3 },
]; // prettier-ignore
const UPRIGHT: Turn = { quarters: 0 };

/** Points as they are coded: sides of their own, and how they are to be turned. */
interface Points {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
}

const readPng = (bytes: Uint8Array): Points | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 24) return undefined;
  return { bytes, width: view.getUint32(16), height: view.getUint32(20), turn: UPRIGHT };
};

/** Without the mark that would have it turned: programs for text ignore it, and who did not would turn the picture twice. */
const readTurned = (bytes: Uint8Array): Points | undefined => {
  try {
    const { orientation, ...points } = readJpeg(bytes, { keepsOrientation: false });
    return { ...points, turn: TURNS[orientation - 1] ?? UPRIGHT };
  } catch (error) {
    if (error instanceof UnusablePicture || error instanceof RangeError) return undefined;
    throw error;
  }
};

const readPoints = ({ type, bytes }: NonNullable<Picture['image']>): Points | undefined => {
  const points = type === 'png' ? readPng(bytes) : readTurned(bytes);
  return points && points.width > 0 && points.height > 0 ? points : undefined;
};

const liesDown = ({ quarters }: Turn): boolean => quarters % 2 === 1;

/**
 * What a picture takes, in its points. Of one that lies down LibreOffice leaves its reach free around the picture as it is
 * seen, Word around its points: there is room for both, and in the middle of it both show it at the same place.
 */
const roomOf = ({ width, height, turn }: Points): { readonly across: number; readonly down: number } => {
  if (!liesDown(turn)) return { across: width, down: height };
  const reach = Math.abs(width - height);
  return height > width ? { across: height + reach, down: width } : { across: height, down: width + reach };
};

/** An inline picture with its alternative text; a drawing is told by its alternative, in words (docs/documents.md). */
export const writePicture = (
  { image, alt, caption, anchors }: Picture,
  width: number,
  parts: Parts,
  tell: (alt: string) => string,
): string => {
  const points = image && readPoints(image);
  const under =
    caption === undefined
      ? ''
      : writeParagraph(caption.content, { style: 'Caption', anchors: caption.anchors }, parts);
  if (image === undefined || points === undefined) {
    if (alt === '') return under;
    const content = [{ kind: 'text', text: tell(alt), marks: new Set<never>() }] as const;
    return writeParagraph(content, { style: 'AcquisNote', anchors }, parts) + under;
  }
  const { turn } = points;
  const room = roomOf(points);
  const scale = Math.min(PER_PIXEL, (width * PER_TWIP) / room.across, TALLEST / room.down);
  const extent = { cx: Math.round(points.width * scale), cy: Math.round(points.height * scale) };
  const drawing = writeDrawing(parts.image(points.bytes, image.type), extent, turn, alt, parts.next());
  const run = el('w:r', {}, el('w:drawing', {}, drawing));
  const place = val('w:pStyle', 'AcquisPicture') + (liesDown(turn) ? val('w:jc', 'center') : '');
  return el('w:p', {}, el('w:pPr', {}, place), writeBookmarks(anchors, run, parts)) + under;
};

const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

interface Extent {
  readonly cx: number;
  readonly cy: number;
}

/** A picture that is turned reaches beyond its extent, which is that of its points, above and below or on both sides. */
const writeReach = ({ cx, cy }: Extent, turn: Turn): string => {
  if (!liesDown(turn)) return '';
  const [beside, above] = [Math.max(0, Math.round((cy - cx) / 2)), Math.max(0, Math.round((cx - cy) / 2))];
  return el('wp:effectExtent', { l: beside, t: above, r: beside, b: above });
};

/** A quarter of a turn in the unit of DrawingML, a sixty-thousandth of a degree. */
const QUARTER = 5_400_000;

const writeDrawing = (relation: string, extent: Extent, turn: Turn, alt: string, id: number): string => {
  const named = { id, name: `image${id}`, descr: alt };
  const turned = {
    rot: turn.quarters === 0 ? undefined : turn.quarters * QUARTER,
    ...(turn.mirror && { [turn.mirror]: 1 }),
  };
  return el(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    el('wp:extent', { ...extent }),
    writeReach(extent, turn),
    el('wp:docPr', named),
    el('wp:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noChangeAspect: 1 })),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: PICTURE },
        el(
          'pic:pic',
          {},
          el('pic:nvPicPr', {}, el('pic:cNvPr', named), '<pic:cNvPicPr/>'),
          el(
            'pic:blipFill',
            {},
            el('a:blip', { 'r:embed': relation }),
            '<a:stretch><a:fillRect/></a:stretch>',
          ),
          el(
            'pic:spPr',
            {},
            el('a:xfrm', turned, el('a:off', { x: 0, y: 0 }), el('a:ext', { ...extent })),
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
          ),
        ),
      ),
    ),
  );
};
