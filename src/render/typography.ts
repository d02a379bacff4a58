/**
 * French typography of rendered prose: spaces and apostrophes only, never a letter, a digit or a sign of punctuation
 * else. Not for official statements (their letters are register data), ids or addresses. Idempotent.
 */
const THIN = '\u202f';
const FIXED = '\u00a0';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** Addresses, citations and paths keep every character as typed. */
const UNTOUCHED = /(?:https?:\/\/|www\.|mailto:)\S+|(?<!\S)[^\s@]+@\S+|\[\[[A-Za-z0-9_-]{1,40}\]\]/giu;

const SPACES = '[ \\u00a0\\u202f]';
const pattern = (source: string, flags = 'gu'): RegExp => new RegExp(source.replaceAll('~', SPACES), flags);

/** In order: each rule leaves what the others made alone. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})'(?=[\p{L}\p{N}«"])/gu, '’'],
  [pattern('«~*'), `«${FIXED}`],
  [pattern('(?<!~)~*»'), `${FIXED}»`],
  // A sign that follows a word, never one inside a run of signs (« ?! ») or after an opening bracket.
  [pattern('(?<=[\\p{L}\\p{N}\\p{M}»)\\]€%°…”"’])~*(?=[;!?])'), THIN],
  // A colon without space stays where it may be a time, a ratio or a code.
  [pattern('(?<=[\\p{L}\\p{N}\\p{M}»)\\]€%°…”"’])(?:~+(?=:)|(?=:(?:\\s|$)))'), FIXED],
  [pattern('(?<=\\d)~*(?=[%€])'), FIXED],
  [pattern('(?<![\\p{L}\\d.,])(\\d{1,3})((?:~\\d{3})+)(?![\\d\\p{L}])'), ''],
  [pattern('\\b([nN])°~*(?=\\d)'), `$1°${FIXED}`],
  [pattern(`(?<=\\b(?:\\d{1,2}|1er))~(?=(?:${MONTHS})(?!\\p{L}))`), FIXED],
  [pattern('(?<=\\d)~(?=h(?:~\\d|(?!\\p{L})))'), FIXED],
  [pattern('(?<=\\d~h)~(?=\\d)'), FIXED],
  [pattern('(?<=(?<!\\p{L})(?:M\\.|Mme|Mlle|Dr|art\\.|p\\.|chap\\.))~(?=[\\p{Lu}\\d])'), FIXED],
];

const groupThousands = (_: string, head: string, groups: string): string =>
  head + groups.replaceAll(/[ \u00a0\u202f]/g, THIN);

const setProse = (text: string): string =>
  RULES.reduce(
    (result, [rule, replacement]) =>
      replacement === '' ? result.replaceAll(rule, groupThousands) : result.replaceAll(rule, replacement),
    text,
  );

/** `text` is plain text (no markup); what looks like an address or a citation is left as it is. */
export const typography = (text: string): string => {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(UNTOUCHED)) {
    result += setProse(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + setProse(text.slice(end));
};
