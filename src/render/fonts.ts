import { readFile } from 'node:fs/promises';
import { packageFile } from '../assets.ts';

/** The two families documents name in their styles; each is made of several faces, chosen per character by the browser. */
export const TEXT_FAMILY = 'Acquis Texte';
export const HEADING_FAMILY = 'Acquis Titres';

interface Source {
  /** Package and file stem of a `@fontsource` package (OFL-1.1). */
  readonly name: string;
  readonly families: readonly string[];
  readonly styles: readonly { readonly weight: 400 | 600 | 700; readonly style: 'normal' | 'italic' }[];
  /** Which of the package's subsets are ours; undefined: all. */
  readonly subsets?: readonly string[];
}

const upright = [
  { weight: 400, style: 'normal' },
  { weight: 700, style: 'normal' },
] as const;

/** Later ones are preferred: the browser asks the last declared face whose range holds a character first. */
const SOURCES: readonly Source[] = [
  { name: 'noto-sans-arabic', families: [TEXT_FAMILY, HEADING_FAMILY], styles: upright, subsets: ['arabic'] },
  { name: 'noto-sans-hebrew', families: [TEXT_FAMILY, HEADING_FAMILY], styles: upright, subsets: ['hebrew'] },
  {
    name: 'source-sans-3',
    families: [HEADING_FAMILY],
    styles: [...upright, { weight: 600, style: 'normal' }, { weight: 400, style: 'italic' }],
  },
  {
    name: 'source-serif-4',
    families: [TEXT_FAMILY],
    styles: [
      ...upright,
      { weight: 600, style: 'normal' },
      { weight: 400, style: 'italic' },
      { weight: 700, style: 'italic' },
    ],
  },
];

const fileOf = (name: string, file: string): string => {
  const path = packageFile(`@fontsource/${name}/${file}`);
  if (path === undefined) throw new Error(`font package @fontsource/${name} is not installed`);
  return path;
};

type Range = readonly [first: number, last: number];

const parseRanges = (text: string): Range[] =>
  text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/iu, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });

/** `@font-face` rules by file: a process that prints many documents reads and encodes each font once. */
const rules = new Map<string, Promise<string>>();

const faceRule = (
  { name, families }: Source,
  subset: string,
  { weight, style }: Source['styles'][number],
  ranges: string,
): Promise<string> => {
  const file = `files/${name}-${subset}-${weight}-${style}.woff2`;
  const known = rules.get(file);
  if (known) return known;
  const rule = readFile(fileOf(name, file), 'base64').then((data) =>
    families
      .map(
        (family) =>
          `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};unicode-range:${ranges};src:url(data:font/woff2;base64,${data}) format("woff2")}`,
      )
      .join('\n'),
  );
  rules.set(file, rule);
  return rule;
};

/**
 * The `@font-face` rules a document needs, fonts inlined as `data:`: the Latin faces always, other scripts (Greek,
 * Cyrillic, Vietnamese, Hebrew, Arabic …) only where `text` holds one of their characters.
 */
export const fontFaces = async (text: string): Promise<string> => {
  // Spaces, dashes and quotes are in the Latin faces; other scripts list some of them too and must not be called for that.
  const points = [...new Set(text)]
    .map((char) => char.codePointAt(0) ?? 0)
    .filter((point) => point > 0xff && (point < 0x20_00 || point > 0x20_6f));
  const faces: Promise<string>[] = [];
  for (const source of SOURCES) {
    const subsets = JSON.parse(await readFile(fileOf(source.name, 'unicode.json'), 'utf8')) as Record<
      string,
      string
    >;
    for (const [subset, ranges] of Object.entries(subsets)) {
      if (source.subsets?.includes(subset) === false) continue;
      const parsed = parseRanges(ranges);
      const needed = points.some((point) => parsed.some(([first, last]) => point >= first && point <= last));
      if (!needed && subset !== 'latin') continue;
      for (const style of source.styles) faces.push(faceRule(source, subset, style, ranges));
    }
  }
  return (await Promise.all(faces)).join('\n');
};
