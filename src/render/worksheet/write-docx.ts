/** A form as a file of Word: one heading per field, its question in a quiet grey, and room to write. */
import { words } from '../../catalogue/index.ts';
import { fieldWords, type FieldWords } from '../../catalogue/worksheet-words.ts';
import type { Worksheet, WorksheetField } from '../../domain/worksheet/worksheet.ts';
import { cleanText } from '../clean-text.ts';
import type { Block as FlowBlock, Inline } from '../flow/flow.ts';
import { writeWord } from '../word/write-word.ts';
import { paragraphOf, toFlow, toInlines } from './blocks-to-flow.ts';
import { formVocabulary } from './docx-look.ts';
import { headingBookmark, shownText } from './form.ts';
import { MARK_NAME, writeMark, type FormMark } from './mark.ts';
import { parseMarkdown } from './parse-markdown.ts';

const plain = (text: string): Inline[] => toInlines([{ text: cleanText(text) }]);

const heading = (level: number, text: string, anchors: readonly string[]): FlowBlock => ({
  kind: 'heading',
  level,
  opensPage: false,
  anchors,
  content: plain(text),
});

const quiet = (text: string): FlowBlock => paragraphOf(plain(text), 'guidance');

const answer = (field: WorksheetField): FlowBlock[] => {
  const shown = shownText(field);
  const written =
    field.kind === 'prose'
      ? parseMarkdown(shown).blocks.flatMap(({ block }) => toFlow(block))
      : [paragraphOf(plain(shown))];
  return written.length > 0 ? written : [paragraphOf([])];
};

const fieldBlocks = (field: WorksheetField, { key, label, guidance }: FieldWords): FlowBlock[] => [
  heading(2, label, [headingBookmark(key)]),
  ...guidance.map(quiet),
  ...answer(field),
];

/** The same worksheet and mark give the same bytes. */
export const writeDocx = (worksheet: Worksheet, mark: FormMark): Uint8Array => {
  const titles = fieldWords(worksheet);
  const told = words.worksheet;
  const written = writeMark(mark);
  const title = cleanText(told.title(worksheet)).replaceAll(/\s+/g, ' ');
  const blocks = [
    heading(1, title, []),
    ...[told.subtitle(worksheet).replaceAll(/\s+/g, ' '), ...told.intro(worksheet, 'docx')].map(quiet),
    ...worksheet.fields.flatMap((field, index) => fieldBlocks(field, titles[index] as FieldWords)),
    paragraphOf(plain(`${told.markNote} ${written}`), 'mark'),
  ];
  return writeWord(
    { blocks, landscape: false },
    {
      title,
      author: 'Acquis',
      custom: { [MARK_NAME]: written },
      running: { topLeft: '', topRight: '', bottomLeft: '' },
      vocabulary: formVocabulary,
      carriesFonts: false,
    },
  );
};
