/** How a page of a file stands before a person (ISO 32000-1 §14.11.2): cropped, turned, in its own unit. */
import { PDFArray, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { AnnexPage } from '../../app/ports/annexes.ts';
import { UnfitProof } from './unfit.ts';

export type Box = readonly [left: number, bottom: number, right: number, top: number];
export type Matrix = readonly [number, number, number, number, number, number];

export interface PageView extends AnnexPage {
  /** What is seen, in the page's own coordinates. */
  readonly box: Box;
  /** From the page's own coordinates to ours. */
  readonly matrix: Matrix;
}

const LETTER: Box = [0, 0, 612, 792];
/** Sides that readers of PDF agree to show (ISO 32000-1 annex C). */
const [SMALLEST, LARGEST] = [3, 14_400];

export const numbersOf = (value: PDFObject | undefined): readonly number[] => {
  if (!(value instanceof PDFArray)) return [];
  return Array.from({ length: value.size() }, (_, index) => {
    const each = value.lookup(index);
    return each instanceof PDFNumber ? each.asNumber() : Number.NaN;
  });
};

/** A rectangle whichever corners it is given by; undefined where it is none. */
export const boxOf = (value: PDFObject | undefined): Box | undefined => {
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = numbersOf(value);
  const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  return box.every(Number.isFinite) ? box : undefined;
};

const crop = (media: Box, cropped: Box | undefined): Box => {
  if (cropped === undefined) return media;
  const box: Box = [
    Math.max(media[0], cropped[0]), Math.max(media[1], cropped[1]),
    Math.min(media[2], cropped[2]), Math.min(media[3], cropped[3]),
  ]; // prettier-ignore
  return box[2] > box[0] && box[3] > box[1] ? box : media;
};

const turned = ([x0, y0, x1, y1]: Box, quarters: number): Matrix => {
  switch (quarters) {
    case 1:
      return [0, -1, 1, 0, -y0, x1];
    case 2:
      return [-1, 0, 0, -1, x1, y1];
    case 3:
      return [0, 1, -1, 0, y1, -x0];
    default:
      return [1, 0, 0, 1, -x0, -y0];
  }
};

const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFNumber && Number.isFinite(value.asNumber()) ? value.asNumber() : undefined;

/** `inherited`: a key of the page or of what it stands under. */
export const viewPage = (inherited: (key: string) => PDFObject | undefined): PageView => {
  const box = crop(boxOf(inherited('MediaBox')) ?? LETTER, boxOf(inherited('CropBox')));
  const quarters = ((Math.round((numberOf(inherited('Rotate')) ?? 0) / 90) % 4) + 4) % 4;
  const unit = numberOf(inherited('UserUnit')) ?? 1;
  const [across, up] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit];
  if (![across, up].every((side) => side >= SMALLEST && side <= LARGEST)) throw new UnfitProof('broken');
  const [width, height] = quarters % 2 === 0 ? [across, up] : [up, across];
  const [a, b, c, d, e, f] = turned(box, quarters).map((each) => each * unit) as unknown as Matrix;
  return { width, height, box, matrix: [a, b, c, d, e, f] };
};
