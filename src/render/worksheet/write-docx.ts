/** A form as a file of Word: one heading per field, its question in a quiet grey, and room to write. */
import {
  Bookmark, Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Tab, TextRun,
  type ParagraphChild,
} from 'docx'; // prettier-ignore
import { words } from '../../catalogue/index.ts';
import { fieldWords, type FieldWords } from '../../catalogue/worksheet-words.ts';
import type { Worksheet, WorksheetField } from '../../domain/worksheet/worksheet.ts';
import { cleanText } from '../clean-text.ts';
import type { Block, List, Run } from './blocks.ts';
import { headingBookmark, shownText } from './form.ts';
import { look, numberingFor } from './docx-look.ts';
import { STYLES, styleId } from './docx-styles.ts';
import { MARK_NAME, writeMark, type FormMark } from './mark.ts';
import { parseMarkdown } from './parse-markdown.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const; // prettier-ignore

/** Lists of one file: each has a number of its own, or Word would count on from one to the next. */
interface Lists {
  count: number;
  readonly starts: Set<number>;
}

/** XML has no way to say most control characters, and Word takes a bare tab or line end for a space. */
const pieces = (text: string): (string | Tab)[] =>
  cleanText(text)
    .split(/(\t)/u)
    .map((piece) => (piece === '\t' ? new Tab() : piece))
    .filter((piece) => piece !== '');

const textRun = (run: Run): TextRun => {
  if (run.isBreak) return new TextRun({ break: 1 });
  if (run.text === '\n') return new TextRun({ text: ' ', style: styleId(STYLES.softBreak) });
  return new TextRun({
    children: pieces(run.text),
    ...(run.strong && { bold: true }),
    ...(run.emphasis && { italics: true }),
    ...(run.delete && { strike: true }),
    ...(run.code && { style: styleId(STYLES.code) }),
  });
};

const children = (runs: readonly Run[]): ParagraphChild[] => {
  const nodes: ParagraphChild[] = [];
  for (let at = 0; at < runs.length;) {
    const { url } = runs[at] as Run;
    let end = at + 1;
    while (end < runs.length && runs[end]?.url === url) end++;
    const texts = runs.slice(at, end).map(textRun);
    if (url === undefined) nodes.push(...texts);
    else nodes.push(new ExternalHyperlink({ children: texts, link: cleanText(url) }));
    at = end;
  }
  return nodes;
};

const listParagraphs = ({ ordered, start, items }: List, level: number, lists: Lists): Paragraph[] => {
  const instance = ++lists.count;
  if (ordered) lists.starts.add(start);
  const reference = ordered ? `numbers-${start}` : 'bullets';
  return items.flatMap((item) =>
    item.flatMap((block, index): Paragraph[] => {
      if (block.type === 'list') return listParagraphs(block, level + 1, lists);
      if (block.type !== 'paragraph') return [];
      return [
        new Paragraph({
          children: children(block.runs),
          ...(index === 0
            ? { numbering: { reference, level, instance } }
            : { style: styleId(`${STYLES.continuation} ${level + 1}`) }),
        }),
      ];
    }),
  );
};

const blockParagraphs = (block: Block, lists: Lists): Paragraph[] => {
  switch (block.type) {
    case 'paragraph':
      return [new Paragraph({ children: children(block.runs) })];
    case 'heading':
      // A level below the headings of the form.
      return [
        new Paragraph({
          children: children(block.runs),
          style: `Heading${block.level + 1}`,
        }),
      ];
    case 'quote':
      return block.paragraphs.map(
        (runs) => new Paragraph({ children: children(runs), style: styleId(STYLES.quote) }),
      );
    case 'list':
      return listParagraphs(block, 0, lists);
    case 'table':
      return [];
    case 'raw':
      return [
        new Paragraph({
          style: styleId(STYLES.raw),
          children: block.source
            .split('\n')
            .map((line, index) => new TextRun({ children: pieces(line), ...(index > 0 && { break: 1 }) })),
        }),
      ];
  }
};

const answerParagraphs = (field: WorksheetField, lists: Lists): Paragraph[] => {
  const shown = shownText(field);
  const written =
    field.kind === 'prose'
      ? parseMarkdown(shown).blocks.flatMap(({ block }) => blockParagraphs(block, lists))
      : [new Paragraph({ children: children([{ text: shown }]) })];
  return written.length > 0 ? written : [new Paragraph({})];
};

const quiet = (text: string): Paragraph =>
  new Paragraph({ style: styleId(STYLES.guidance), children: [new TextRun(text)] });

const fieldParagraphs = (
  field: WorksheetField,
  { key, label, guidance }: FieldWords,
  lists: Lists,
): Paragraph[] => [
  new Paragraph({
    heading: HEADINGS[0],
    children: [new Bookmark({ id: headingBookmark(key), children: [new TextRun(cleanText(label))] })],
  }),
  ...guidance.map(quiet),
  ...answerParagraphs(field, lists),
];

export const writeDocx = async (worksheet: Worksheet, mark: FormMark): Promise<Uint8Array> => {
  const lists: Lists = { count: 0, starts: new Set() };
  const titles = fieldWords(worksheet);
  const told = words.worksheet;
  const written = writeMark(mark);
  const body = worksheet.fields.flatMap((field, index) =>
    fieldParagraphs(field, titles[index] as FieldWords, lists),
  );
  const title = cleanText(told.title(worksheet)).replaceAll(/\s+/g, ' ');
  const document = new Document({
    title,
    creator: 'Acquis',
    customProperties: [{ name: MARK_NAME, value: written }],
    styles: look,
    numbering: numberingFor(lists.starts),
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1418, right: 1418 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: styleId(STYLES.mark),
                children: [new TextRun({ children: [told.page, PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...[told.subtitle(worksheet).replaceAll(/\s+/g, ' '), ...told.intro(worksheet, 'docx')].map(
            (line) => quiet(cleanText(line)),
          ),
          ...body,
          new Paragraph({
            style: styleId(STYLES.mark),
            children: [new TextRun(`${told.markNote} ${written}`)],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
