import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

const GAP = String.raw`[ \n.\-]{1,2}`;
const SIRET = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\d[.,])(?:\d{14}|\d{3}(?:${GAP}\d{3}){2}${GAP}\d{5}|\d{9}${GAP}\d{5}|\d{3}(?:${GAP}\d{3}){2}${GAP}\d{3}${GAP}\d{2})(?![\p{L}\p{N}])`,
  'gu',
);
const SIREN = new RegExp(
  String.raw`(?<![\p{N}]|\d[.,])(?:\d{9}|\d{3}(?:${GAP}\d{3}){2})(?![\p{L}\p{N}])`,
  'gu',
);
/** Nine figures are anything; one in ten has a fitting key. */
const SAYS_SIREN =
  /(?:siren|\brcs\b|r\.c\.s\.|\btva\b|registre du commerce)[^\n\d]{0,30}(?:fr[ ]?\d\d[ ]?)?$/iu;
const AROUND = 60;
const LA_POSTE = '356000000';

const figuresOf = (text: string): string => text.replaceAll(/\D/gu, '');

/** From the right, every other figure counts twice, its own figures added up; the sum is a multiple of ten. */
const passesLuhn = (figures: string): boolean => {
  const sum = figures
    .split('')
    .toReversed()
    .reduce((total, sign, index) => {
      const value = Number(sign) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
};

/** La Poste has more offices than the key leaves numbers: there the sum of figures is a multiple of five. */
const isSiret = (figures: string): boolean =>
  !/^0+$/u.test(figures) &&
  (passesLuhn(figures) ||
    (figures.startsWith(LA_POSTE) &&
      figures.split('').reduce((total, sign) => total + Number(sign), 0) % 5 === 0));

/** Numbers of establishments: of somebody who works alone, they lead to a name and an address. */
export const findSirets = (folded: FoldedText): Sighting[] =>
  [...folded.text.matchAll(SIRET)]
    .filter(({ 0: found }) => isSiret(figuresOf(found)))
    .map(({ 0: found, index }) => folded.sighting('siret', index, index + found.length));

/** Numbers of companies, where the text says that they are. */
export const findSirens = (folded: FoldedText): Sighting[] =>
  [...folded.text.matchAll(SIREN)]
    .filter(
      ({ 0: found, index }) =>
        SAYS_SIREN.test(folded.text.slice(Math.max(0, index - AROUND), index)) &&
        passesLuhn(figuresOf(found)),
    )
    .map(({ 0: found, index }) => folded.sighting('siren', index, index + found.length));
