/** A text as detectors read it: typographic signs made plain, invisible ones gone, each sign still knowing where it stood. */
import type { PersonalKind, Sighting } from './sighting.ts';
import { withoutAccents } from '../text/without-accents.ts';

export interface FoldedText {
  readonly text: string;
  /** What was found from `start` to `end` of the folded text, with its place in the text that was given. */
  sighting(kind: PersonalKind, start: number, end: number): Sighting;
}

/** Soft hyphens, joiners, marks of direction: seen by nobody, and enough to break a number in two. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const DASH = /[\u2010-\u2015\u2212\u2043]/;
const APOSTROPHE = /[\u2018\u2019\u02bc\u2032\u00b4`]/;
const DOT = /[\u00b7\u2022\u2219\u22c5]/;

const foldSign = (sign: string): string => {
  if (sign === '\n' || sign === ' ' || (sign >= '!' && sign < '`') || (sign > '`' && sign <= '~'))
    return sign;
  if (INVISIBLE.test(sign)) return '';
  if (/\s/.test(sign)) return ' ';
  if (DASH.test(sign)) return '-';
  if (APOSTROPHE.test(sign)) return "'";
  if (DOT.test(sign)) return '.';
  // Letters of full width, ligatures of a printed page.
  return sign >= '\u2000' ? sign.normalize('NFKC') : sign;
};

/** `map` turns one sign into what it is read as: nothing, itself, or several signs. */
const foldWith = (given: string, map: (sign: string) => string): FoldedText => {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of given) {
    const read = map(sign);
    for (let count = 0; count < read.length; count++) places.push(at);
    text += read;
    at += sign.length;
  }
  places.push(given.length);
  return {
    text,
    sighting: (kind, start, end) => {
      const from = places[start] ?? given.length;
      const last = places[end - 1] ?? from;
      const to = last + (given.codePointAt(last)! > 0xffff ? 2 : 1);
      return { kind, value: given.slice(from, to).replaceAll(/\s+/gu, ' '), start: from, end: to };
    },
  };
};

export const foldText = (given: string): FoldedText => foldWith(given, foldSign);

const NAME_SIGNS = new Map<string, string>();

const foldSignOfName = (sign: string): string => {
  if (sign >= 'a' && sign <= 'z') return sign;
  const known = NAME_SIGNS.get(sign);
  if (known !== undefined) return known;
  const read = withoutAccents(foldSign(sign))
    .replaceAll(/œ/giu, 'oe')
    .replaceAll(/æ/giu, 'ae')
    .replaceAll('ß', 'ss')
    .toLowerCase();
  NAME_SIGNS.set(sign, read);
  return read;
};

/** The same, blind to case and accents: for names. */
export const foldForNames = (given: string): FoldedText => foldWith(given, foldSignOfName);
