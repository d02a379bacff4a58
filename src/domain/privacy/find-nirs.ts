import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

const GAP = String.raw`[ \n.\-/_]{0,3}`;
const NIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\d[.,])[1-478]${GAP}\d${GAP}\d${GAP}\d${GAP}\d${GAP}\d${GAP}[\dABab](?:${GAP}\d){8}(?![\p{L}\p{N}])`,
  'gu',
);

/** Months of birth as the register has them: 20 to 42 and above 50 where the month is not known. */
const isMonth = (month: number): boolean =>
  (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;

/** Key of the first thirteen signs: what lacks to a multiple of 97, Corsica's letters read as 19 and 18 (Insee). */
const keyOf = (body: string): number =>
  97 - Number(BigInt(body.replace('2A', '19').replace('2B', '18')) % 97n);

const isNir = (signs: string): boolean =>
  /^\d{5}(?:\d\d|2[AB])\d{8}$/u.test(signs) &&
  isMonth(Number(signs.slice(3, 5))) &&
  keyOf(signs.slice(0, 13)) === Number(signs.slice(13));

/** Numbers of social security whose key fits. */
export const findNirs = (folded: FoldedText): Sighting[] =>
  [...folded.text.matchAll(NIR)]
    .filter(({ 0: found }) => isNir(found.replaceAll(/[^\dAB]/giu, '').toUpperCase()))
    .map(({ 0: found, index }) => folded.sighting('nir', index, index + found.length));
