import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

/** Capitals tell a name from a word, so that letters of ours are spelled in both cases one by one. */
const anyCase = (plain: string): string =>
  plain.replaceAll(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

const SMALL = `(?:${anyCase("de la|de l'|de|du|des|d'|la|le|les|l'|aux|au|à la|à l'|à|et|sur|sous|en|lès|lez|ès")})`;
/** A word of a street's name. */
const PART = String.raw`[\p{L}\d][\p{L}\d'.-]{0,30}`;
const CAPITAL = String.raw`\p{Lu}[\p{L}\d'.-]{0,30}`;
const NUMBER = String.raw`(?<![\p{L}\p{N}]|\d[ .,/-])(?:n° ?)?\d{1,4}(?:[ ]?(?:${anyCase('bis|ter|quater')}|[A-D](?![\p{L}'])))?[ ]?,?[ \n]`;

/** A number before one of these is a house's. */
const SURE = String.raw`(?:${anyCase('rue|avenue|ave?|boulevard|blvd|boul|bld|bd|impasse|imp|chemin|chem|che|allée|ruelle|venelle|faubourg|fbg|esplanade|lotissement|rond-point|sentier|sente')}|${anyCase('allées')}(?=[ ]\p{Lu}))[.]?`;
/** These are ordinary words too: a capital or a postcode has to tell. */
const UNSURE = `(?:${anyCase('place|pl|cours|quai|route|rte|passage|villa|résidence|cité|clos|mail|voie|promenade|montée|hameau|square|sq|traverse|côte|parvis|levée|drève|domaine|quartier|rés|lot')})[.]?`;
const POSTCODE = String.raw`(?:F-? ?)?(?:0[1-9]|[1-8]\d|9[0-8]|2[AB])[ ]?\d{3}(?!\d)`;
const TOWN = String.raw`[ \n]\p{Lu}[\p{L}'-]{0,30}(?:[ ](?:${SMALL}[ ]?)?\p{Lu}[\p{L}'-]{0,30}){0,4}(?:[ ]${anyCase('cedex')}(?:[ ]\d{1,2})?|[ ]\d{1,2}(?=[ ]|$))?`;
const TO_TOWN = String.raw`[ ]?[,;.|(-]?[ \n]{1,3}(?:-[ ])?${POSTCODE}${TOWN}`;
const NAME = String.raw`(?:[ ]?${SMALL}[ ]?){0,2}[ ]?${PART}(?:[ ]${SMALL}(?:[ ]|(?<='))${PART}|[ ]${CAPITAL}){0,5}`;
const CAPITAL_NAME = String.raw`(?:${SMALL}[ ]?){0,2}(?!\p{Lu}{2,6}(?![\p{L}]))${CAPITAL}(?:[ ](?:${SMALL}(?:[ ]|(?<=')))?${CAPITAL}){0,5}`;
const LOW_NAME = String.raw`${NAME}(?=${TO_TOWN})`;

const STREET = new RegExp(
  String.raw`${NUMBER}(?:${SURE}[ ]${NAME}|${UNSURE}[ ](?:${LOW_NAME}|${CAPITAL_NAME}))(?:${TO_TOWN})?`,
  'gu',
);
/** A house without a number, as in the country: only with its postcode. */
const HOUSE = new RegExp(
  String.raw`(?<!\p{L})(?:${anyCase('lieu-dit|lieudit|hameau|résidence|lotissement|villa|domaine|ferme|château|foyer|immeuble|bâtiment|bât.')})[ ]${NAME}${TO_TOWN}`,
  'gu',
);
/** « BP » is a budget too. */
const BOX = new RegExp(
  String.raw`(?<!\p{L})(?:${anyCase('boîte postale')}|B\.?P\.?|C\.?S\.?|TSA)[ ]?(?:n°[ ]?)?\d{1,5}(?:[ ]\d{2,3})?${TO_TOWN}|(?<!\p{L})${anyCase('boîte postale')}[ ](?:n°[ ]?)?\d{1,5}`,
  'gu',
);

/** « 2023 rue … » and « 1998, place … » begin with a year. */
const isAYear = (found: string): boolean =>
  /^(?:19|20)\d\d\b/u.test(found) && !new RegExp(POSTCODE, 'u').test(found);

/** Postal addresses: a number and a street, a house with its postcode, a box at the post office. */
export const findAddresses = (folded: FoldedText): Sighting[] =>
  [STREET, HOUSE, BOX]
    .flatMap((pattern) => [...folded.text.matchAll(pattern)])
    .filter(({ 0: found }) => !isAYear(found))
    .map(({ 0: found, index }) => {
      const trimmed = found.replace(/[\s.,'-]+$/u, '');
      return folded.sighting('address', index, index + trimmed.length);
    });
