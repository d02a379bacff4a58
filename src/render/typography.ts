/**
 * French typography of rendered prose: spaces and apostrophes only, never a letter, a digit or a sign of punctuation
 * else. Not for official statements (their letters are register data), ids or addresses. Idempotent.
 */
const THIN = '\u202f';
const FIXED = '\u00a0';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** What a number names and must not part from. */
const NUMBERED =
  'annexes?|articles?|axes?|blocs?|chapitres?|étapes?|figures?|fonctions?|lots?|niveaux?|pages?|phases?|tableaux?|tomes?';
const UNITS = 'km²|km|m²|m³|m|cm|mm|ha|kg|g|t|l|L|cl|hl|kWh|MWh|kW|ko|Mo|Go|To|min|s|°C|k€|M€|Md€|ETP|pt|px';

/** Addresses (with or without their scheme), citations and paths keep every character as typed. */
const UNTOUCHED =
  /(?:https?:\/\/|www\.|mailto:)\S+|(?<!\S)[^\s@]+@\S+|(?<![^\s(])[\w-]+(?:\.[\w-]+)+\/\S*|\[\[[A-Za-z0-9_-]{1,40}\]\]/giu;

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
  [pattern('(?<=\\d)~*(?=[%‰€])'), FIXED],
  [pattern(`(?<=\\d)~(?=(?:${UNITS})(?![\\p{L}\\p{N}²³’']))`), FIXED],
  [pattern('(?<![\\p{L}\\d.,])(\\d{1,3})((?:~\\d{3})+)(?![\\d\\p{L}])'), ''],
  [pattern('\\b([nN])°~*(?=\\d)'), `$1°${FIXED}`],
  [pattern(`(?<=\\b(?:\\d{1,2}|1er))~(?=(?:${MONTHS})(?!\\p{L}))`), FIXED],
  [pattern('(?<=\\d)~(?=h(?:~\\d|(?!\\p{L})))'), FIXED],
  [pattern('(?<=\\d~h)~(?=\\d)'), FIXED],
  [
    pattern(
      '(?<=(?<!\\p{L})(?:MM?\\.|Mmes?|Mlles?|Dre?|Pre?|art\\.|pp?\\.|chap\\.|vol\\.|fig\\.|al\\.))~(?=[\\p{Lu}\\d])',
    ),
    FIXED,
  ],
  [pattern(`(?<=(?<!\\p{L})(?:${NUMBERED}))~(?=\\d)`, 'giu'), FIXED],
  // Initials: « J. Dupont », « J.-P. Martin ».
  [pattern('(?<=(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.-)?\\p{Lu}\\.)~(?=\\p{Lu}\\p{Ll})'), FIXED],
  [pattern('(?<=(?<!\\p{L})[IVX]{1,5}e)~(?=siècles?(?!\\p{L}))'), FIXED],
  [pattern('(?<=,)~(?=etc\\.)'), FIXED],
  // An aside between two dashes holds on to both.
  [
    pattern('(?<=[^\\s\\d])~([–—])~(?=\\S)([^–—\\n]{1,300}?\\S)~\\1(?=[\\s,.;:!?…])'),
    ` $1${FIXED}$2${FIXED}$1`,
  ],
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
