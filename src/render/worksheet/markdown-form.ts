/** A form as Markdown: headings with the field's key behind them, questions as quotations, texts as they are stored. */
import type { FormReading, Unrecognised } from '../../app/ports/worksheet.ts';
import { words } from '../../catalogue/index.ts';
import { fieldWords } from '../../catalogue/worksheet-words.ts';
import type { ReadField } from '../../domain/worksheet/compare.ts';
import type { Worksheet } from '../../domain/worksheet/worksheet.ts';
import { cleanText } from '../clean-text.ts';
import { landmarksOf, shownText, type Landmarks } from './form.ts';
import { printOf, readMark, writeMark, type FormMark } from './mark.ts';

const MARK_LINE = /^<!-- acquis-fiche\/.* -->$/;

/** A line that opens a field: `## Contexte {#context}`, or without the key where somebody tidied it away. */
const keyIn = (line: string, { keyOf, keyOfAnchor }: MarkdownLandmarks): string | undefined => {
  const [, label, anchor] = /^##\s+(.*?)\s*(?:\{#([^{}]+)\})?\s*$/u.exec(line) ?? [];
  if (label === undefined) return undefined;
  return (anchor === undefined ? undefined : keyOfAnchor(anchor)) ?? keyOf(label);
};

type MarkdownLandmarks = Landmarks & { readonly keyOfAnchor: (anchor: string) => string | undefined };

const landmarks = (worksheet: Worksheet, mark: FormMark | undefined): MarkdownLandmarks => {
  const anchors = new Map(worksheet.fields.map(({ key }) => [anchorOf(key), key]));
  return { ...landmarksOf(worksheet, mark), keyOfAnchor: (anchor) => anchors.get(anchor) };
};

/** The key itself, where nothing in it could be taken for anything else. */
const anchorOf = (key: string): string => (/^[\w:.-]+$/.test(key) ? key : `champ-${printOf(key)}`);

/** A line of a text that means something to the form travels behind a backslash, and loses it on its way back. */
const isSpecial = (line: string, marks: MarkdownLandmarks): boolean =>
  keyIn(line, marks) !== undefined ||
  MARK_LINE.test(line) ||
  (line.startsWith('>') && marks.isOurs(line.replace(/^>\s?/u, '')));

const protect = (text: string, marks: MarkdownLandmarks): string =>
  text
    .split('\n')
    .map((line) => (isSpecial(line.replace(/^\\+/u, ''), marks) ? `\\${line}` : line))
    .join('\n');

const release = (line: string, marks: MarkdownLandmarks): string =>
  line.startsWith('\\') && isSpecial(line.replace(/^\\+/u, ''), marks) ? line.slice(1) : line;

const normalEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

const oneLine = (line: string): string => cleanText(line).replaceAll(/\s+/gu, ' ');
const quoted = (line: string): string => `> ${oneLine(line)}`;

export const writeMarkdownForm = (worksheet: Worksheet, mark: FormMark): string => {
  const { worksheet: told } = words;
  const marks = landmarks(worksheet, mark);
  const fields = fieldWords(worksheet).flatMap(({ key, label, guidance }, index) => {
    const field = worksheet.fields[index]!;
    return [
      `## ${oneLine(label)} {#${anchorOf(key)}}`,
      ...guidance.map(quoted),
      protect(normalEnds(shownText(field)), marks),
    ];
  });
  return (
    [
      `# ${oneLine(told.title(worksheet))}`,
      ...[told.subtitle(worksheet), ...told.intro(worksheet, 'md')].map(quoted),
      ...fields,
      `<!-- ${writeMark(mark)} -->\n`,
    ]
      .join('\n\n')
      // The one sign that makes a file no text.
      .replaceAll('\0', '')
  );
};

export const markdownMark = (text: string): FormMark | undefined => readMark(text);

interface Stretch {
  readonly key: string | undefined;
  readonly place: Unrecognised['place'];
  readonly heading: string;
  readonly lines: string[];
}

/** Without the empty lines that part a text from what stands around it. */
const textOf = ({ lines }: Stretch): string => lines.join('\n').replace(/^(?:[^\S\n]*\n)+|\s+$/gu, '');

/** What `shownText` of a stored text comes back as. */
export const readMarkdownForm = (text: string, worksheet: Worksheet): FormReading => {
  const marks = landmarks(worksheet, readMark(text));
  const stretches: Stretch[] = [{ key: undefined, place: 'before', heading: '', lines: [] }];
  const seen = new Set<string>();
  for (const line of normalEnds(text.replace(/^\uFEFF/u, '')).split('\n')) {
    const key = keyIn(line, marks);
    if (key !== undefined) {
      stretches.push({
        key: seen.has(key) ? undefined : key,
        place: 'repeated',
        heading: line.replaceAll(/^##\s+|\s*\{#[^{}]+\}\s*$/gu, ''),
        lines: [],
      });
      seen.add(key);
    } else if (MARK_LINE.test(line)) stretches.push({ key: undefined, place: 'end', heading: '', lines: [] });
    else if (!isGuidance(line, stretches.at(-1), marks)) stretches.at(-1)?.lines.push(release(line, marks));
  }
  const fields = new Map<string, ReadField>(
    stretches.flatMap((stretch) => {
      const found = textOf(stretch);
      return stretch.key === undefined
        ? []
        : [[stretch.key, { text: found, print: printOf(found) }] as const];
    }),
  );
  return {
    fields,
    unrecognised: stretches
      .filter(({ key }) => key === undefined)
      .map((stretch) => ({ place: stretch.place, heading: stretch.heading, text: textOf(stretch) }))
      .filter(({ text: found }) => found !== ''),
    notices: [],
  };
};

const isGuidance = (line: string, stretch: Stretch | undefined, marks: MarkdownLandmarks): boolean =>
  (line.startsWith('>') && marks.isOurs(line.replace(/^>\s?/u, ''))) ||
  (stretch?.place === 'before' && line.startsWith('# ') && marks.isOurs(line.slice(2)));
