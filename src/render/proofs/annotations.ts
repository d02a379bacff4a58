/** What lies on a page and is seen: filled fields, stamps, signatures, ink, the boxes that cover something. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import { dictionaryOf, nameOf, valueOf, type Copier } from './copier.ts';
import { boxOf, numbersOf, type Box, type Matrix } from './page-view.ts';
import { forms } from './resources.ts';
import { UnfitProof } from './unfit.ts';

/** Hidden, or not to be viewed (ISO 32000-1 table 165). */
const UNSEEN = 0x02 | 0x20;
/** They open something, or wait to be opened; on paper there is nothing of them. */
const ACTING = new Set([
  'Link',
  'Popup',
  'Movie',
  'Sound',
  'Screen',
  'RichMedia',
  '3D',
  'FileAttachment',
  'TrapNet',
]);
const MAX_ON_A_PAGE = 2000;

export interface PlacedForm {
  /** Reference of the form in our file. */
  readonly form: string;
  readonly source: PDFDict;
  readonly matrix: Matrix;
}

const flagsOf = (annotation: PDFDict): number => {
  const flags = valueOf(annotation, 'F');
  return flags instanceof PDFNumber ? flags.asNumber() : 0;
};

/** A key of a field, or of the field it is a part of. */
const fieldValue = (annotation: PDFDict, key: string): PDFObject | undefined => {
  let field: PDFDict | undefined = annotation;
  for (let depth = 0; field && depth < 32; depth++) {
    const value = valueOf(field, key);
    if (value !== undefined) return value;
    field = dictionaryOf(field, 'Parent');
  }
  return undefined;
};

const isWritten = (value: PDFObject | undefined): boolean =>
  value !== undefined && !['', '()', '<>', '/Off', 'null', '[  ]'].includes(String(value));

/** Without a look of their own: the sign of a note, whose words are not on the page, or nothing. */
const MARGINAL = new Set(['Text', 'Watermark', 'PrinterMark']);

/** Something is to be seen, and how it looks is left to the program that opens the file: it would be lost here. */
const losesSomething = (annotation: PDFDict, kind: string, [x0, y0, x1, y1]: Box): boolean => {
  if (x1 === x0 || y1 === y0 || MARGINAL.has(kind)) return false;
  if (kind !== 'Widget') return true;
  const type = fieldValue(annotation, 'FT');
  return type !== PDFName.of('Sig') && isWritten(fieldValue(annotation, 'V'));
};

const appearanceOf = (annotation: PDFDict): [source: PDFObject | undefined, isNamed: boolean] => {
  const appearances = dictionaryOf(annotation, 'AP');
  const normal = appearances?.get(PDFName.of('N'));
  const found = appearances && valueOf(appearances, 'N');
  if (!(found instanceof PDFDict)) return [normal, normal !== undefined];
  const state = nameOf(annotation, 'AS');
  // A box that is not ticked has no appearance of that name.
  return [state === undefined ? undefined : found.get(PDFName.of(state)), true];
};

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** From the form's box to the rectangle on the page (ISO 32000-1 §12.5.5, algorithm 8.1). */
const placeIn = (rectangle: Box, form: PDFDict): Matrix | undefined => {
  const box = boxOf(valueOf(form, 'BBox'));
  const given = numbersOf(valueOf(form, 'Matrix'));
  const [a, b, c, d, e, f] = (
    given.length === 6 && given.every(Number.isFinite) ? given : IDENTITY
  ) as Matrix;
  if (box === undefined) return undefined;
  const corners = [0, 2].flatMap((x) =>
    [1, 3].map((y) => [a * box[x]! + c * box[y]! + e, b * box[x]! + d * box[y]! + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [across, up] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  if (across === 0 || up === 0) return undefined;
  const [scaleX, scaleY] = [(rectangle[2] - rectangle[0]) / across, (rectangle[3] - rectangle[1]) / up];
  return [scaleX, 0, 0, scaleY, rectangle[0] - left * scaleX, rectangle[1] - bottom * scaleY];
};

const place = (annotation: PDFDict, copier: Copier): readonly PlacedForm[] => {
  const kind = nameOf(annotation, 'Subtype') ?? '';
  const isUnseen =
    (flagsOf(annotation) & UNSEEN) !== 0 || copier.layers.isOff(annotation.get(PDFName.of('OC')));
  if (isUnseen || ACTING.has(kind)) return [];
  const rectangle = boxOf(valueOf(annotation, 'Rect'));
  if (rectangle === undefined) return [];
  const [appearance, isNamed] = appearanceOf(annotation);
  const source = copier.context.lookup(appearance);
  if (!(source instanceof PDFStream)) {
    if (!isNamed && losesSomething(annotation, kind, rectangle)) throw new UnfitProof('not-printable');
    return [];
  }
  const matrix = placeIn(rectangle, source.dict);
  const form =
    matrix && !copier.layers.isOff(source.dict.get(PDFName.of('OC'))) && copier.copy(appearance, forms);
  return form ? [{ form, source: source.dict, matrix }] : [];
};

/** Throws `UnfitProof` (`not-printable`) where something is to be seen and only the program that opens the file knows how. */
export const placeAnnotations = (page: PDFDict, copier: Copier): readonly PlacedForm[] => {
  const listed = valueOf(page, 'Annots');
  if (!(listed instanceof PDFArray)) return [];
  if (listed.size() > MAX_ON_A_PAGE) throw new UnfitProof('too-large');
  return Array.from({ length: listed.size() }, (_, index) => listed.lookup(index)).flatMap((annotation) =>
    annotation instanceof PDFDict ? place(annotation, copier) : [],
  );
};
