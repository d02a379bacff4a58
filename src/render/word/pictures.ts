import type { Picture } from '../flow/flow.ts';
import { writeBookmarks, writeParagraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { el, val } from './xml.ts';

/** English metric units: 914,400 to an inch, 635 to a twip, 9,525 to a pixel at 96 dpi. */
const PER_PIXEL = 9525;
const PER_TWIP = 635;
/** Leaves room for a caption on the same page. */
const TALLEST = 20 * 36_000 * 10;

const pngSize = (bytes: DataView): [number, number] => [bytes.getUint32(16), bytes.getUint32(20)];

/** Width and height stand in the first start-of-frame segment. */
const jpegSize = (bytes: DataView): [number, number] | undefined => {
  for (let at = 2; at + 9 < bytes.byteLength && bytes.getUint8(at) === 0xff;) {
    const marker = bytes.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return [bytes.getUint16(at + 7), bytes.getUint16(at + 5)];
    at += 2 + bytes.getUint16(at + 2);
  }
  return undefined;
};

const sizeOf = ({ type, bytes }: NonNullable<Picture['image']>): [number, number] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 24) return undefined;
  return type === 'png' ? pngSize(view) : jpegSize(view);
};

/** An inline picture with its alternative text; a drawing is told by its alternative, in words (docs/documents.md). */
export const writePicture = (
  { image, alt, caption, anchors }: Picture,
  width: number,
  parts: Parts,
  tell: (alt: string) => string,
): string => {
  const size = image && sizeOf(image);
  const under =
    caption === undefined
      ? ''
      : writeParagraph(caption.content, { style: 'Caption', anchors: caption.anchors }, parts);
  if (image === undefined || size === undefined || size[0] === 0 || size[1] === 0) {
    if (alt === '') return under;
    const content = [{ kind: 'text', text: tell(alt), marks: new Set<never>() }] as const;
    return writeParagraph(content, { style: 'AcquisNote', anchors }, parts) + under;
  }
  const scale = Math.min(PER_PIXEL, (width * PER_TWIP) / size[0], TALLEST / size[1]);
  const [cx, cy] = [Math.round(size[0] * scale), Math.round(size[1] * scale)];
  const drawing = writeDrawing(parts.image(image.bytes, image.type), cx, cy, alt, parts.next());
  const run = el('w:r', {}, el('w:drawing', {}, drawing));
  return (
    el('w:p', {}, el('w:pPr', {}, val('w:pStyle', 'AcquisPicture')), writeBookmarks(anchors, run, parts)) +
    under
  );
};

const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

const writeDrawing = (relation: string, cx: number, cy: number, alt: string, id: number): string => {
  const named = { id, name: `image${id}`, descr: alt };
  const extent = { cx, cy };
  return el(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    el('wp:extent', extent),
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
            el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', extent)),
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
          ),
        ),
      ),
    ),
  );
};
