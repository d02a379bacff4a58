import { PDFName, PDFStream, type PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictsAt, keysOf, nameAt, streamAt, textAt } from './pdf-values.ts';
import { failing, type PdfUaRule, type ReadForRules } from './rule.ts';

interface UsedFont {
  readonly name: string;
  readonly dict: PDFDict;
  /** Codes that the pages show, as numbers. */
  readonly codes: ReadonlySet<number>;
}

const usedFonts = ({ painted }: ReadForRules): UsedFont[] => {
  const codes = new Map<PDFDict, Set<number>>();
  for (const { what, font, codes: hex = '' } of painted) {
    if (what !== 'text' || font === undefined) continue;
    const known = codes.get(font) ?? new Set<number>();
    codes.set(font, known);
    const width = nameAt(font, 'Subtype') === 'Type0' ? 4 : 2;
    for (let at = 0; at + width <= hex.length; at += width)
      known.add(Number.parseInt(hex.slice(at, at + width), 16));
  }
  return [...codes].map(([dict, used]) => ({
    name: nameAt(dict, 'BaseFont') ?? nameAt(dict, 'Name') ?? 'font without a name',
    dict,
    codes: used,
  }));
};

const descendantOf = (dict: PDFDict): PDFDict => dictsAt(dict, 'DescendantFonts')[0]?.dict ?? dict;

/** A `ToUnicode` map: code → its characters in hexadecimal. */
const unicodeMap = (dict: PDFDict): ReadonlyMap<number, string> => {
  const map = new Map<number, string>();
  const text = streamAt(dict, 'ToUnicode');
  const hex = (value: string | undefined): number => Number.parseInt(value ?? '', 16);
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, code, value = ''] of body.matchAll(/<(\w+)>\s*<([\w\s]+)>/gu)) map.set(hex(code), value);
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const [, from, to, value = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu))
      for (let code = hex(from); code <= hex(to); code++) {
        const last = (hex(value.slice(-4)) + code - hex(from)).toString(16).padStart(4, '0');
        map.set(code, value.slice(0, -4) + last);
      }
    for (const [, from, , list = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/gu))
      for (const [index, [, value = '']] of [...list.matchAll(/<(\w+)>/gu)].entries())
        map.set(hex(from) + index, value);
  }
  return map;
};

const NO_CHARACTER = new Set(['0000', 'feff', 'fffe']);

const eachFont =
  (find: (font: UsedFont) => readonly string[]) =>
  (pdf: ReadForRules): string[] =>
    usedFonts(pdf).flatMap((font) => find(font).map((what) => `${font.name} ${what}`.trim()));

export const FONT_RULES: readonly PdfUaRule[] = [
  {
    name: 'font-embedded',
    source: '31-009',
    find: eachFont(({ dict }) => {
      // A Type 3 font draws its characters itself: nothing to embed.
      if (nameAt(dict, 'Subtype') === 'Type3') return [];
      const keys = keysOf(dictAt(descendantOf(dict), 'FontDescriptor'));
      return failing(!keys.some((key) => /^FontFile[23]?$/u.test(key)), '');
    }),
  },
  {
    name: 'font-unicode',
    source: '31-027',
    find: eachFont(({ dict }) => failing(!keysOf(dict).includes('ToUnicode'), '')),
  },
  {
    name: 'font-codes',
    source: '10-001',
    find: eachFont(({ dict, codes }) => {
      if (!keysOf(dict).includes('ToUnicode')) return [];
      const map = unicodeMap(dict);
      return [...codes].filter((code) => !map.has(code)).map((code) => `code ${code}`);
    }),
  },
  {
    name: 'font-characters',
    source: '31-028, 31-029',
    find: eachFont(({ dict }) =>
      [...unicodeMap(dict)].flatMap(([code, value]) =>
        failing(NO_CHARACTER.has(value.replaceAll(/\s/gu, '').toLowerCase()), `code ${code}: U+${value}`),
      ),
    ),
  },
  {
    name: 'font-glyphs',
    source: '31-030',
    find: eachFont(({ dict, codes }) =>
      failing(nameAt(dict, 'Subtype') === 'Type0' && codes.has(0), 'draws a missing glyph'),
    ),
  },
  {
    name: 'font-cid',
    source: '31-001, 31-003, 31-004, 31-006 to 31-008',
    find: eachFont(({ dict }) => {
      if (nameAt(dict, 'Subtype') !== 'Type0') return [];
      const cid = descendantOf(dict);
      const info = dictAt(cid, 'CIDSystemInfo');
      const map = cid.lookup(PDFName.of('CIDToGIDMap'));
      const isMapped =
        map instanceof PDFStream || (map instanceof PDFName && map.decodeText() === 'Identity');
      return [
        ...failing(
          textAt(info, 'Registry') === undefined || textAt(info, 'Ordering') === undefined,
          'CIDSystemInfo',
        ),
        ...failing(nameAt(cid, 'Subtype') === 'CIDFontType2' && !isMapped, 'CIDToGIDMap'),
        ...failing(!['Identity-H', 'Identity-V'].includes(nameAt(dict, 'Encoding') ?? ''), 'Encoding'),
      ];
    }),
  },
];
