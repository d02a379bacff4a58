import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

/** Between two groups of figures: a blank, a dot, a dash or a stroke, with blanks or a line end around it. */
const GAP = String.raw`(?:[ \n]{1,3}|[ ]?[.\-/_][ \n]?)`;
const NO_GAP = String.raw`(?:${GAP})?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}]|\d[.,])`;
const BEHIND = String.raw`(?![\p{L}\p{N}])`;

/** Not 08: what begins so is a service anybody may call, not a person. */
const NATIONAL = [
  String.raw`0[1-79](?:${GAP}\d{2}){4}`,
  String.raw`0[1-79]\d{8}`,
  String.raw`0[1-79]\d{2}(?:${GAP}\d{2}){3}`,
  String.raw`0[1-79]\d{2}(?:${GAP}\d{3}){2}`,
  String.raw`0[1-79](?:${GAP}\d{4}){2}`,
  String.raw`0[1-79]${GAP}\d{8}`,
  String.raw`\(0[1-79]\)${NO_GAP}\d{2}(?:${NO_GAP}\d{2}){3}`,
].join('|');

const FROM_ABROAD = String.raw`(?:\(?\+[ ]?33\)?|0033)${NO_GAP}(?:\(0\)${NO_GAP}|0(?=[1-79]))?[1-79](?:${NO_GAP}\d){8}`;

/** Ten figures at least, code of the country included: shorter runs behind a plus sign are mostly amounts. */
const ELSEWHERE = String.raw`(?:\+|00(?=[2-9]))(?!33)[1-9]\d{0,2}(?:${GAP}|(?=\d)|[ ]?\(0\)[ ]?)\d(?:${NO_GAP}\d){6,11}`;

const FRENCH = new RegExp(`${BEFORE}(?:${NATIONAL}|${FROM_ABROAD})${BEHIND}`, 'gu');
const FOREIGN = new RegExp(`${BEFORE}(?:${ELSEWHERE})${BEHIND}`, 'gu');

/** A book's number of ten figures may look like one of a phone. */
const IS_A_BOOK = /ISBN[ :n°-]{0,6}$/iu;
/** More pairs of figures around it: a series, not a number. */
const SERIES_BEFORE = /\d\d[ .,;/-]{1,2}\d\d[ .,;/-]{1,2}$/u;
const SERIES_BEHIND = /^[ .,-]{1,2}\d\d(?!\d)/u;
const IS_AN_AMOUNT = /^[ ]?(?:€|%|\$|euros?\b|eur\b|f\b|k€|m€)/iu;

/** Phone numbers, French and foreign, however the figures are grouped. */
export const findPhones = (folded: FoldedText): Sighting[] => {
  const { text } = folded;
  const around = (index: number, length: number): readonly [string, string] => [
    text.slice(Math.max(0, index - 12), index),
    text.slice(index + length, index + length + 8),
  ];
  const french = [...text.matchAll(FRENCH)].filter(({ 0: found, index }) => {
    const [before, behind] = around(index, found.length);
    const isSeries = /^0\d[ .]/u.test(found) && (SERIES_BEFORE.test(before) || SERIES_BEHIND.test(behind));
    return !isSeries && !IS_A_BOOK.test(before) && !IS_AN_AMOUNT.test(behind);
  });
  const foreign = [...text.matchAll(FOREIGN)].filter(({ 0: found, index }) => {
    const figures = found.replaceAll(/\D/gu, '').length;
    return figures >= 10 && figures <= 15 && !IS_AN_AMOUNT.test(around(index, found.length)[1]);
  });
  return [...french, ...foreign].map(({ 0: found, index }) =>
    folded.sighting('phone', index, index + found.length),
  );
};
