import { longDate } from '../catalogue/fr/dates.ts';
import { words } from '../catalogue/index.ts';
import type { ActivityPart, Organigramme } from '../domain/documents/model.ts';
import type { Period } from '../domain/dates.ts';
import { plainWords, renderPhrase, renderProse, type TextSurroundings } from './markdown.ts';
import { firstWords } from './first-words.ts';
import { safeMarkup } from './templates.ts';
import { coverageHelpers } from './coverage-helpers.ts';
import { typography } from './typography.ts';

/** What helpers know of the document being printed, carried in Handlebars' private data. */
export interface DocumentData {
  readonly surroundings: TextSurroundings;
  /** Paper has page numbers; a screen has links. */
  readonly paged: boolean;
}

interface Options {
  readonly data: DocumentData;
}

const NO_BREAK = '\u00a0';

const inCatalogue = (keys: readonly string[]): unknown => {
  let found: unknown = words.documents;
  for (const key of keys) found = (found as Record<string, unknown> | undefined)?.[key];
  return found;
};

/** A reader of the words by section and code; a code without a word is a bug and says so. */
const word = (...path: unknown[]): string => {
  const keys = path.slice(0, -1) as string[];
  const found = inCatalogue(keys);
  if (typeof found !== 'string') throw new Error(`no word for ${keys.join('.')}`);
  return found;
};

/** The same where the catalogue has a list. */
const wordList = (...path: unknown[]): readonly string[] => {
  const keys = path.slice(0, -1) as string[];
  const found = inCatalogue(keys);
  if (!Array.isArray(found)) throw new Error(`no list of words for ${keys.join('.')}`);
  return found as readonly string[];
};

const date = (value: string): string => longDate(value).replaceAll(' ', NO_BREAK);

/** « mars 2021 – en cours », « 2016 – 2018 », « 2024 »; only an end known: « jusqu’à 2018 ». */
const span = (start: string | undefined, end: string | undefined): string => {
  const { ongoing, until } = words.documents;
  if (start === undefined) return end === undefined ? '' : `${until} ${date(end)}`;
  if (start === end) return date(start);
  return `${date(start)} – ${end === undefined ? ongoing.replaceAll(' ', NO_BREAK) : date(end)}`;
};

/** Ids are checked by the schema; what goes into markup is checked again where the markup is made. */
const anchor = (id: string): string => {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new Error(`not an anchor: ${id}`);
  return id;
};

/** ` , p. 12` of an anchor, which the printer fills in; nothing on a screen. */
const pageMark = (id: string, paged: boolean): string =>
  paged
    ? `<span class="page">, ${words.documents.page}${NO_BREAK}<span data-page-of="${anchor(id)}"></span></span>`
    : '';

/** « Annexe 3, p. 41 » as a link. */
export const annexLink = (id: string, number: number, paged: boolean): string =>
  `<a class="reference" href="#annexe-${anchor(id)}">${words.documents.annex}${NO_BREAK}${number}${pageMark(`annexe-${id}`, paged)}</a>`;

const OPENING_WORDS = 7;

/** No more than some words of a text, without its markup. */
const wordsOf = (text: string, most: number, { data }: Options): string =>
  firstWords(plainWords(text, data.surroundings), most);

/** Columns of a matrix that a page takes beside the competences. */
const MOST_COLUMNS = 16;
/** Up to here, columns are wide. */
const FEW_COLUMNS = 9;

/** Activities as the columns of as few tables as the page allows, all about as wide; `span` counts the first column too. */
const columnGroups = (activities: readonly ActivityPart[]) => {
  const count = Math.ceil(activities.length / MOST_COLUMNS);
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [index, index + 1].map((part) => Math.ceil((part * activities.length) / count));
    const group = activities.slice(start, end);
    return {
      activities: group,
      several: count > 1,
      few: group.length <= FEW_COLUMNS,
      span: group.length + 1,
    };
  });
};

/** « The first words … » of a sentence that stands elsewhere in full. */
const opening = (text: string, options: Options): string =>
  typography(words.documents.quoted(wordsOf(text, OPENING_WORDS, options)));

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The `data:` address of a picture we read ourselves, and nothing else: an address is where a template could go astray. */
const picture = ({ src }: Organigramme): string => {
  const head = /^data:image\/(?:png|jpeg|webp);base64,/u.exec(src)?.[0];
  if (head === undefined || /[^A-Za-z0-9+/=]/u.test(src.slice(head.length))) throw new Error('not a picture');
  return src;
};

/** Everything templates may call; pure, and unknown ones refused at compile time. */
export const helpers = {
  word,
  wordList,
  date,
  opening,
  brief: (text: string, most: number, options: Options): string => typography(wordsOf(text, most, options)),
  minutes: (count: number): string => words.documents.preparation.duration(count),
  timeSpan: (from: number, count: number): string => words.documents.preparation.span(from, from + count),
  typo: (text: string): string => typography(text),
  prose: (text: string, under: number, { data }: Options) =>
    safeMarkup(renderProse(text, under, data.surroundings)),
  phrase: (text: string, { data }: Options) => safeMarkup(renderPhrase(text, data.surroundings)),
  span: (start: string | undefined, end: string | undefined): string => span(start, end),
  period: (period: Period): string => span(period.start, period.end),
  annexLink: (id: string, number: number, { data }: Options) => safeMarkup(annexLink(id, number, data.paged)),
  pageMark: (id: string, { data }: Options) => safeMarkup(pageMark(id, data.paged)),
  pages: (count: number): string => words.documents.working.pages(count),
  establishedOn: (day: string): string => words.documents.establishedOn(day),
  idOf: (prefix: string, id: string): string => `${prefix}-${anchor(id)}`,
  or: (...args: unknown[]): boolean => args.slice(0, -1).some(isFilled),
  and: (...args: unknown[]): boolean => args.slice(0, -1).every(isFilled),
  /** `BC01-C04` → `C04`, under a heading that names the block. */
  lastPart: (mark: string): string => mark.split('-').at(-1) ?? mark,
  gridNote: (code: string): string => words.documents.grid.note(code),
  several: (list: readonly unknown[]): boolean => list.length > 1,
  columnGroups,
  picture,
  matrixCaption: (activities: readonly ActivityPart[], several: boolean): string =>
    words.documents.grid.matrix(several ? [activities[0]?.number, activities.at(-1)?.number] : []),
  contains: (list: readonly { readonly id: string }[], id: string): boolean =>
    list.some((entry) => entry.id === id),
  ...coverageHelpers,
};
