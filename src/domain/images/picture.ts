/**
 * Pictures that documents show: what may be embedded, told from the bytes alone. A name or an extension proves nothing, and
 * what an image carries beside its pixels (place, device, author, comments, a second picture behind its end) is not handed on.
 */

export type PictureType = 'png' | 'jpeg' | 'webp';

/** Why a picture is not shown. `altered`: not the bytes that were recorded. `unsupported`: neither PNG, nor JPEG, nor WebP that stands still. `large`: bytes or pixels. */
export const PICTURE_FAULTS = [
  'missing', 'outside', 'not-a-file', 'altered', 'large', 'unsupported', 'damaged',
] as const; // prettier-ignore
export type PictureFault = (typeof PICTURE_FAULTS)[number];

/** Of one file: ten times what a scanned page at 300 dpi takes. */
export const MAX_PICTURE_BYTES = 10_000_000;
/** Of one picture: decoded, four bytes each, it still fits beside a browser. An A3 page at 300 dpi has 17 million. */
export const MAX_PICTURE_PIXELS = 40_000_000;
/** Of all pictures of a portfolio together: they travel in the text of each document. */
export const MAX_ALL_BYTES = 30_000_000;
export const MAX_ALL_PIXELS = 100_000_000;

/** The bytes to embed, without metadata; sides in pixels as the picture is shown. */
export interface ReadPicture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What a reader of one format says; thrown inside it, so that reading beyond the end is one case of it. */
export class UnusablePicture extends Error {
  readonly fault: 'unsupported' | 'damaged';
  constructor(fault: 'unsupported' | 'damaged') {
    super(fault);
    this.fault = fault;
  }
}

/** What the disk holds of one organigramme. `src` is a `data:` address. */
export type PictureState =
  | { readonly state: 'present'; readonly src: string; readonly width: number; readonly height: number }
  | { readonly state: PictureFault };

/** By id of the organisation; one that has no organigramme has no entry. */
export type Pictures = ReadonlyMap<string, PictureState>;
