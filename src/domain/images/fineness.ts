/** How finely images of proofs stand in a document: from what paper shows to what can still be read. */

export interface ImageFineness {
  /** Points of an image on an inch of a page of A4. */
  readonly dpi: number;
  /** Of a JPEG, 1 to 100. */
  readonly quality: number;
  /** How much more a picture without loss may weigh than a JPEG of it: letters and lines suffer from JPEG. */
  readonly losslessCost: number;
}

export const FINEST: ImageFineness = { dpi: 200, quality: 82, losslessCost: 1.5 };

/** Where a place takes less than images of that kind weigh, one after the other. */
export const COARSER: readonly ImageFineness[] = [
  { dpi: 120, quality: 72, losslessCost: 1 },
  { dpi: 100, quality: 50, losslessCost: 1 },
];
