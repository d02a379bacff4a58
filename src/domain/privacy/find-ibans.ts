import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

/** Length of an account's number by country (IBAN registry). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, DZ: 26, EE: 20, ES: 24, FI: 18,
  FR: 27, GB: 22, GR: 27, HR: 21, HU: 28, IE: 22, IL: 23, IS: 26, IT: 27, LB: 28, LI: 21, LT: 20, LU: 20, LV: 21,
  MA: 28, MC: 27, MT: 31, MU: 30, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27,
  SN: 28, TN: 24, TR: 26, UA: 29,
}; // prettier-ignore

const HEAD = /(?<![\p{L}\p{N}])[A-Z]{2}[ \n.-]{0,2}\d[ ]?\d/giu;
const GAP = ' \n.-_/';
const MOST_GAP = 3;

/** ISO 13616: the first four signs go last, letters count from 10, and 1 remains of a division by 97. */
const isSound = (signs: string): boolean => {
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};

/** Reads on from `at` until `length` letters and figures are there; undefined where something else stands between. */
const takeSigns = (text: string, at: number, length: number): { signs: string; end: number } | undefined => {
  let signs = '';
  let gap = 0;
  let end = at;
  for (; signs.length < length; end++) {
    if (end >= text.length) return undefined;
    const sign = text.charAt(end).toUpperCase();
    if ((sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z')) {
      signs += sign;
      gap = 0;
    } else if (!GAP.includes(sign) || ++gap > MOST_GAP) return undefined;
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(end)) ? undefined : { signs, end };
};

/** Accounts at a bank whose key fits. */
export const findIbans = (folded: FoldedText): Sighting[] =>
  [...folded.text.matchAll(HEAD)].flatMap(({ 0: head, index }) => {
    const length = LENGTHS[head.slice(0, 2).toUpperCase()];
    const taken = length === undefined ? undefined : takeSigns(folded.text, index, length);
    return taken !== undefined && isSound(taken.signs) ? [folded.sighting('iban', index, taken.end)] : [];
  });
