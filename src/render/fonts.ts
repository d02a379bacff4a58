import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageFile } from '../assets.ts';

interface Face {
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** How the package's files end: `latin` + this. */
  readonly file: string;
}

interface Source {
  /** What styles call it. */
  readonly family: string;
  /** A fontsource package, OFL-1.1. */
  readonly package: string;
  readonly faces: readonly Face[];
  /** Which of the package's subsets are ours; undefined: all. */
  readonly subset?: string;
  /** Unicode ranges, where the package's own leave out characters that the file holds. */
  readonly ranges?: string;
  /** Part of every document, needed or not. */
  readonly always?: string;
}

const face = (weight: number, style: 'normal' | 'italic' = 'normal'): Face => ({
  weight: String(weight),
  style,
  file: `${weight}-${style}.woff2`,
});

const REGULAR_AND_BOLD = [face(400), face(700)];

/**
 * Literata for reading and Source Sans 3 for headings: both draw ’ by a glyph of its own. Where a font shares one with ʼ
 * (Source Serif 4, Inter), Chromium writes ʼ into the PDF, and nobody who searches « l’association » finds it. Vazirmatn for
 * Arabic, since Noto's draws most letters as a bare form and loose dots, which come out of the PDF without their dots.
 */
const SOURCES: readonly Source[] = [
  {
    family: 'Acquis Texte',
    package: '@fontsource/literata',
    faces: [...REGULAR_AND_BOLD, face(600), face(400, 'italic'), face(700, 'italic')],
    always: 'latin',
  },
  {
    family: 'Acquis Titres',
    package: '@fontsource/source-sans-3',
    faces: [...REGULAR_AND_BOLD, face(600), face(400, 'italic')],
    always: 'latin',
  },
  {
    family: 'Acquis Hebreu',
    package: '@fontsource/noto-sans-hebrew',
    faces: REGULAR_AND_BOLD,
    subset: 'hebrew',
    ranges: 'U+0590-05FF,U+FB1D-FB4F',
  },
  {
    family: 'Acquis Arabe',
    package: '@fontsource/vazirmatn',
    faces: REGULAR_AND_BOLD,
    subset: 'arabic',
    ranges: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+FB50-FDFF,U+FE70-FEFC',
  },
  {
    family: 'Acquis Symboles',
    package: '@fontsource/noto-sans-math',
    faces: [face(400)],
    subset: 'latin',
    ranges: 'U+2010-2011,U+2070-209F,U+2100-2121,U+2123-2BFF,U+1D400-1D7FF',
  },
  {
    family: 'Acquis Emoji',
    package: '@fontsource-variable/noto-emoji',
    faces: [{ weight: '300 700', style: 'normal', file: 'wght-normal.woff2' }],
  },
];

const stack = (first: string, generic: string): string =>
  [first, ...SOURCES.slice(2).map(({ family }) => family)]
    .map((family) => `"${family}"`)
    .concat(generic)
    .join(', ');

/** Values for `font-family`: the face for reading or for headings, then the ones that stand in for other scripts. */
export const TEXT_FONTS = stack('Acquis Texte', 'serif');
export const HEADING_FONTS = stack('Acquis Titres', 'sans-serif');

const fileOf = (specifier: string): string => {
  const path = packageFile(specifier);
  if (path === undefined) throw new Error(`font file ${specifier} is not installed`);
  return path;
};

const fileName = ({ package: name }: Source, subset: string, face: Face): string =>
  `${name.slice(name.indexOf('/') + 1)}-${subset}-${face.file}`;

/**
 * Subset → Unicode ranges. Numbered subsets are keyed `[3]` and their files named `-3-`. The Latin subset gives up the
 * combining accents it shares with the extended one, else the browser draws Ÿ as Y and a loose accent without a name.
 */
const subsetsOf = async (source: Source): Promise<[subset: string, ranges: string][]> => {
  const listed = JSON.parse(await readFile(fileOf(`${source.package}/unicode.json`), 'utf8')) as object;
  return Object.entries(listed)
    .map(([key, ranges]): [string, string] => [
      key.replaceAll(/[[\]]/gu, ''),
      source.ranges ?? String(ranges),
    ])
    .filter(([subset]) => source.subset === undefined || source.subset === subset)
    .map(([subset, ranges]) => [
      subset,
      subset === 'latin' ? ranges.replace('U+0304,U+0308,U+0329,', '') : ranges,
    ]);
};

/** Every file that `fontFaces` may read. */
export const fontFiles = async (): Promise<string[]> => {
  const perSource = SOURCES.map(async (source) => {
    const list = fileOf(`${source.package}/unicode.json`);
    const subsets = await subsetsOf(source);
    const named = subsets.flatMap(([subset]) => source.faces.map((face) => fileName(source, subset, face)));
    return [list, ...named.map((name) => join(dirname(list), 'files', name))];
  });
  return (await Promise.all(perSource)).flat();
};

const covers = (ranges: string, points: readonly number[]): boolean =>
  ranges.split(',').some((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    const [low, high] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    return points.some((point) => point >= low && point <= high);
  });

/** Encoded fonts by file: a process that prints many documents reads each one once. */
const encoded = new Map<string, Promise<string>>();

const faceRule = async (source: Source, subset: string, ranges: string, face: Face): Promise<string> => {
  const file = fileOf(`${source.package}/files/${fileName(source, subset, face)}`);
  const data = encoded.get(file) ?? readFile(file, 'base64');
  encoded.set(file, data);
  return `@font-face{font-family:"${source.family}";font-weight:${face.weight};font-style:${face.style};unicode-range:${ranges};src:url(data:font/woff2;base64,${await data}) format("woff2")}`;
};

/** Digits, spaces, dashes, joiners: in the Latin faces already, though subsets of other scripts list some of them too. */
const asksForNothing = (point: number): boolean =>
  point <= 0xff ||
  (point >= 0x20_00 && point <= 0x20_6f && point !== 0x20_10 && point !== 0x20_11) ||
  point === 0xfe_0f;

/**
 * The `@font-face` rules a document needs, fonts inlined as `data:`: Latin always; Greek, Cyrillic, Vietnamese, Hebrew,
 * Arabic, symbols and emoji only where `text` (markup included or not) holds one of their characters.
 */
export const fontFaces = async (text: string): Promise<string> => {
  const points = [...new Set(text)]
    .map((char) => char.codePointAt(0) ?? 0)
    .filter((point) => !asksForNothing(point));
  const rules: Promise<string>[] = [];
  for (const source of SOURCES) {
    const subsets = await subsetsOf(source);
    // « œ » is in the Latin subset, and in the range of the extended one.
    const own = subsets.find(([subset]) => subset === source.always)?.[1];
    const asked = points.filter((point) => own === undefined || !covers(own, [point]));
    for (const [subset, ranges] of subsets) {
      if (subset !== source.always && !covers(ranges, asked)) continue;
      for (const face of source.faces) rules.push(faceRule(source, subset, ranges, face));
    }
  }
  return (await Promise.all(rules)).join('\n');
};
