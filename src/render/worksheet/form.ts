/** What both kinds of form have in common: how headings and guidance are recognised, and how a field is shown. */
import { words } from '../../catalogue/index.ts';
import { fieldWords } from '../../catalogue/worksheet-words.ts';
import type { Worksheet, WorksheetField } from '../../domain/worksheet/worksheet.ts';
import { cleanText } from '../clean-text.ts';
import { linePrint, printOf, type FormMark } from './mark.ts';

/** Names of bookmarks have forty letters at most, and no sign. */
export const headingBookmark = (key: string): string => `acquis_${printOf(key)}`;

/** Letters as they are compared: programs change apostrophes, spaces and capitals while people type. */
const normalLine = (text: string): string =>
  cleanText(text).normalize('NFC').replaceAll(/[’‘ʼ]/g, "'").replaceAll(/\s+/gu, '').toLowerCase();

/** A field as a person reads it: a period in words. */
export const shownText = ({ kind, text }: WorksheetField): string => {
  if (kind === 'prose') return text;
  if (kind === 'line' || text === '') return text.replaceAll(/\s+/gu, ' ').trim();
  const [start = '', end = ''] = text.split('/');
  return words.worksheet.period({ start, ...(end !== '' && { end }) });
};

export interface Landmarks {
  /** Key of the field whose heading this line is. */
  readonly keyOf: (line: string) => string | undefined;
  readonly keyOfBookmark: (name: string) => string | undefined;
  /** True for a line of ours, in the words of this version or of the one that made the form. */
  readonly isOurs: (line: string) => boolean;
  /** Guidance as it is written, the longest first: somebody may have answered on its line. */
  readonly guidance: readonly string[];
}

/** Every line that stands in a form beside its headings and answers. */
const linesOf = (worksheet: Worksheet): string[] => [
  words.worksheet.title(worksheet),
  words.worksheet.subtitle(worksheet),
  ...words.worksheet.intro(worksheet, 'docx'),
  ...words.worksheet.intro(worksheet, 'md'),
  ...fieldWords(worksheet).flatMap(({ guidance }) => guidance),
];

export const linePrints = (worksheet: Worksheet): ReadonlySet<string> =>
  new Set(linesOf(worksheet).map((line) => linePrint(normalLine(line))));

/** What to look for in a form of this kind, made by whichever version. */
export const landmarksOf = (worksheet: Worksheet, mark: FormMark | undefined): Landmarks => {
  const fields = fieldWords(worksheet);
  const labels = new Map(fields.map(({ key, label }) => [normalLine(label), key]));
  const bookmarks = new Map(fields.map(({ key }) => [headingBookmark(key), key]));
  const ours = linePrints(worksheet);
  return {
    keyOf: (line) => labels.get(normalLine(line)),
    keyOfBookmark: (name) => bookmarks.get(name),
    isOurs: (line) => {
      const print = linePrint(normalLine(line));
      return ours.has(print) || (mark?.lines.has(print) ?? false);
    },
    guidance: fields.flatMap(({ guidance }) => guidance).toSorted((one, other) => other.length - one.length),
  };
};
