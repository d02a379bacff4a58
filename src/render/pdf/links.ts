import { words } from '../../catalogue/index.ts';
import { decodeName, readDestinations, type PdfObjects } from './objects.ts';
import { hexText } from './text.ts';
import type { PdfChanges } from './writer.ts';

const LINK = '<</Type /Annot\n/Subtype /Link';

const describeLink = (
  body: string,
  places: ReadonlyMap<string, number>,
  firstPage: number,
): string | undefined => {
  const target = /\/Dest \/(\S+)/u.exec(body)?.[1];
  const page = target === undefined ? undefined : places.get(decodeName(target));
  if (page !== undefined) return words.browser.linkTo(page + firstPage - 1);
  return /\/URI \(((?:[^\\()]|\\.)*)\)/u.exec(body)?.[1]?.replaceAll(/\\(.)/gu, '$1');
};

/**
 * Gives each link the words that a screen reader says for it; Chromium leaves them out (ISO 14289-1 §7.18.5 wants them).
 * False where a link stays without, or without a place in the structure tree.
 */
export const describeLinks = (pdf: PdfObjects, changes: PdfChanges, firstPage = 1): boolean => {
  const places = readDestinations(pdf);
  let isSound = true;
  for (let number = 1; number < pdf.size; number++) {
    if (!pdf.begins(number, LINK)) continue;
    const body = pdf.body(number);
    isSound &&= body.includes('/StructParent ');
    if (body.includes('/Contents')) continue;
    const text = describeLink(body, places, firstPage);
    if (text === undefined || text.trim() === '') isSound = false;
    else changes.set(number, body.replace(LINK, `${LINK}\n/Contents ${hexText(text)}`));
  }
  return isSound;
};
