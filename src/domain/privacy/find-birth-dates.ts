import type { FoldedText } from './folded-text.ts';
import type { Sighting } from './sighting.ts';

const MONTH = String.raw`(?:janv(?:ier|\.)?|f[ée]v(?:rier|r?\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[ûu]t|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?)`;
const DATE = [
  String.raw`\d{1,2}(?:[ ]?er)?[ \n]{1,2}${MONTH}[ \n]{1,2}(?:\d{4}|\d{2})`,
  String.raw`\d{1,2}[ ]?[/.-][ ]?\d{1,2}[ ]?[/.-][ ]?(?:\d{4}|\d{2})`,
  String.raw`\d{1,2}[ ]\d{2}[ ]\d{4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
].join('|');

/** « né à Vaulx-en-Velin le 9 octobre 1998 »: the place, before the date. */
const PLACE = String.raw`(?:[ \n]{1,2}(?:à|a|au|aux|en)[ \n][\p{L}][\p{L}' ()\d-]{0,48}?,?)?`;
const BORN = String.raw`(?<!\p{L})n(?:é|e)(?:\(e\)|\.e|e|\.e\.s|es|s|\(e\)s)?(?!\p{L})${PLACE}[ \n]{0,2}:?[ \n]{0,2}(?:(?:le|un|du|the)(?![\p{L}])[ \n]{0,2}:?[ \n]{0,2})?`;
const LABEL = String.raw`(?<!\p{L})(?:date[s]?[ \n](?:et[ ](?:lieu|ville)[ ])?de[ \n](?:la[ ])?naiss(?:ance|\.)?|d\.?[ ]?d\.?[ ]?n\b\.?|naissance|naiss\.)[ \n]{0,3}[:=|-]?[ \n]{0,3}(?:(?:le|du)[ ])?`;

/** The value is the date alone; what announces it goes before. */
const ANNOUNCED = new RegExp(`(${BORN}|${LABEL})(${DATE})(?![\\p{L}\\p{N}])`, 'giu');
/** « 12/03/1984 (date de naissance) ». */
const NAMED_BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}])(${DATE})(?=[ ]{0,2}[(,-][ ]{0,2}(?:date de )?naissance)`,
  'giu',
);

const THING =
  'associations?|coopératives?|entreprises?|structures?|fédérations?|unions?|réseaux?|collectifs?|mutuelles?|fondations?|scop|scic|sociétés?|ressourceries?|recycleries?|épiceries?|projets?|idées?|dispositifs?|services?|centres?|maisons?|ateliers?|comités?|instituts?|groupements?|syndicats?|partenariats?|filières?|festivals?|crèches?|loi|jardins?|cafés?|chantiers?|initiatives?|démarches?|tiers-lieux?|plateformes?|ong|régies?|foyers?|écoles?|radios?|journal|revue';
/** The subject of « née le … » is a thing where nothing but a few small words or its quoted name stands between. */
const THING_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${THING})(?!\\p{L})(?:[ \\n](?!et |a |ont |avec )\\p{Ll}[\\p{L}'-]*){0,3}(?:[ ]?[«"][^»"\\n]{1,48}[»"])?[ ]?,?[ \\n]?(?:qui[ ])?$`,
  'iu',
);
/** « L’association Les Toits du Rhône est née le … »: a thing opens the sentence, and is said to be born. */
const THING_IS = new RegExp(
  `(?<!\\p{L})(?:${THING})(?!\\p{L})[^.!?;:]{0,60}[ \\n](?:est|était|fut|sont|étaient)[ \\n]$`,
  'iu',
);
const AROUND = 100;

const isOfAThing = (before: string): boolean => THING_BEFORE.test(before) || THING_IS.test(before);

/** Dates on which somebody was born; the birthday of an association is none. */
export const findBirthDates = (folded: FoldedText): Sighting[] => {
  const { text } = folded;
  const announced = [...text.matchAll(ANNOUNCED)].flatMap(({ 1: sign = '', 2: date = '', index }) => {
    const before = text.slice(Math.max(0, index - AROUND), index);
    const start = index + sign.length;
    return /^n/iu.test(sign) && !/^naiss/iu.test(sign) && isOfAThing(before)
      ? []
      : [folded.sighting('birth-date', start, start + date.length)];
  });
  const behind = [...text.matchAll(NAMED_BEHIND)].map(({ 1: date = '', index }) =>
    folded.sighting('birth-date', index, index + date.length),
  );
  return [...announced, ...behind];
};
