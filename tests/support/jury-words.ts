import { words } from '../../src/catalogue/index.ts';
import type { FindingArgs } from '../../src/domain/findings.ts';

/** Letters, digits and signs alone: typography sets its own spaces and apostrophes. */
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’]/gu, '’')
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .trim();

const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

const HOLE = '⟨⟩';
const SOME_DAY = '2031-07-19';

/** What a finding says whatever it is about: its sentences, cut where an argument stands. */
const findingSentences = (): string[] => {
  const anything = new Proxy<FindingArgs>(
    {},
    {
      get: (_, key) => (key === 'expires' || key === 'eligible' || key === 'end' ? SOME_DAY : HOLE),
    },
  );
  return Object.values(words.findings).flatMap((say) => {
    const { message, hint } = say(anything);
    return [message, hint]
      .flatMap((text) => text.split(/⟨⟩|19 juillet 2031/u))
      .map((part) => part.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  });
};

/** Long enough that nobody writes the same by chance. */
const ofLength =
  (least: number) =>
  (text: string): boolean =>
    letters(text).replaceAll(/[^\p{L}\p{N}]/gu, '').length >= least;

/** Ordinary words that are also the state of a block. */
const ORDINARY = new Set<string>(['acquis', 'en cours', 'complet']);

/** What sheets say; the deck's own words are for the jury. */
const { slides: _slides, ...sheets } = words.documents.preparation;

/** Everything the working side says, as the catalogue has it: a new sentence there is forbidden here on the same day. */
export const workshopWords = (): string[] => [
  ...Object.values(words.check.grades),
  words.check.fragile,
  ...Object.values(words.check.states).filter((state) => !ORDINARY.has(state)),
  words.documents.working.mark,
  words.documents.working.toWrite,
  words.documents.working.material,
  ...leaves(words.documents.working).filter(ofLength(14)),
  ...leaves(words.documents.coverage).filter(ofLength(14)),
  // Slides and sheets share some titles; advice is never shared.
  ...leaves(sheets).filter(ofLength(40)),
  ...leaves(words.check.severities),
  ...findingSentences().filter(ofLength(16)),
  'couverture documentaire',
  'note privée',
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`);

/** Signs of something that was not filled in. */
const PLACEHOLDER =
  /\{\{|\}\}|\[\[|\bundefined\b|\[object|\bNaN\b|\bTODO\b|\bXXX\b|lorem ipsum|à renseigner/iu;

/**
 * What a jury's text says that it should not: words of the workshop, percentages and placeholders that the candidate did
 * not write. `own`: what she or he wrote.
 */
export const workshopWordsIn = (text: string, own: string): string[] => {
  const [said, written] = [letters(text), letters(own)];
  const found = [...new Set(workshopWords().map(letters))].filter(
    (word) =>
      said.includes(word) &&
      !written.includes(word) &&
      new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(word)}(?![\p{L}\p{N}])`, 'u').test(said),
  );
  const percentages = (said.match(/\d+(?:,\d+)? ?%/gu) ?? []).filter(
    (part) => !written.replaceAll(' ', '').includes(part.replaceAll(' ', '')),
  );
  const placeholder = PLACEHOLDER.exec(text)?.[0];
  return [
    ...found,
    ...percentages,
    ...(placeholder === undefined || own.includes(placeholder) ? [] : [placeholder]),
  ];
};

/** What a reader of the page sees: no style, no script, no mark. */
export const visibleText = (html: string): string =>
  html
    .replaceAll(/<(style|script|head)\b.*?<\/\1>/gsu, ' ')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&(?:#x27|#39|apos);/gu, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Headings without words, and those that nothing stands under before the next one of the same or a higher level. */
export const emptyHeadingsIn = (html: string): string[] => {
  const body = html.slice(html.indexOf('<body'));
  const headings = [...body.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gsu)];
  return headings.flatMap((heading, index) => {
    const [whole, level = '', inner = ''] = heading;
    const next = headings[index + 1];
    const under = body.slice(heading.index + whole.length, next?.index ?? body.length);
    const isFilled = visibleText(under).trim() !== '' || /<(?:img|svg)\b/u.test(under);
    const title = visibleText(inner).replaceAll(/\s+/gu, ' ').trim();
    return title === '' || (!isFilled && Number(next?.[1] ?? 0) <= Number(level)) ? [title] : [];
  });
};
