import { copyObjects } from './copy.ts';
import { pageNumbers, readPdfObjects, type PdfObjects } from './objects.ts';
import { PrintFailure } from '../browser/print-failure.ts';
import type { PdfChanges } from './writer.ts';

/** The pixels of the picture that keeps a place (`annex-carriers.ts`), as three bytes each. */
const KEEPER_PIXELS =
  'ac46585a1156efd60de45be0c2920e783b9cb5f1410aa0e36199cbcd35b541b9d157160039c88e8a5aadca8c89';
const PICTURE = '<</Type /XObject\n/Subtype /Image\n';

/** Object number of the picture that keeps places; undefined where there is none. */
const findKeeper = (pdf: PdfObjects): number | undefined => {
  for (let number = 1; number < pdf.size; number++) {
    if (!pdf.begins(number, PICTURE)) continue;
    const head = pdf.raw(number)?.toString('latin1', 0, 400) ?? '';
    if (!/\/Width 3\s/u.test(head) || !/\/Height 5\s/u.test(head)) continue;
    if (Buffer.from(pdf.stream(number).text, 'latin1').toString('hex') === KEEPER_PIXELS) return number;
  }
  return undefined;
};

/**
 * Puts the pages of other PDFs, in order, where the printed one keeps a place for each: inside the tags of the picture that
 * kept it, so that its words stay theirs. Throws `misplaced-annexes` where places and pages are not as many. False where PDF/UA
 * cannot be promised of what was put there.
 */
export const placeAnnexes = (
  pdf: PdfObjects,
  changes: PdfChanges,
  annexes: readonly Uint8Array[],
): boolean => {
  const keeper = findKeeper(pdf);
  const places =
    keeper === undefined ? [] : pageNumbers(pdf).filter((page) => keptIn(keeper).test(pdf.body(page)));
  let placed = 0;
  let isSound = true;
  for (const bytes of annexes) {
    const annex = readPdfObjects(bytes);
    const copier = copyObjects(annex, changes);
    for (const page of pageNumbers(annex)) {
      const place = places[placed];
      placed += 1;
      if (place === undefined || keeper === undefined) continue;
      const form = copier.copyPage(page);
      changes.set(place, changes.body(place).replace(keptIn(keeper), `$1${form} 0 R`));
    }
    isSound &&= copier.isSound;
  }
  if (placed !== places.length) throw new PrintFailure('misplaced-annexes', `${placed}/${places.length}`);
  if (keeper !== undefined) changes.set(keeper, 'null');
  return isSound;
};

/** The name by which a page draws an object: `/X10 10 0 R`. */
const keptIn = (keeper: number): RegExp => new RegExp(`(/XObject <<[^>]*?/\\S+ )${keeper} 0 R`, 'u');
