import { AcquisError } from '../../app/errors.ts';
import type { FormReading, OpenedForm, WorksheetForms, WorksheetFormat } from '../../app/ports/worksheet.ts';
import type { ReadField } from '../../domain/worksheet/compare.ts';
import type { Worksheet } from '../../domain/worksheet/worksheet.ts';
import { detectFormat } from './detect-format.ts';
import { linePrints, shownText } from './form.ts';
import { markdownMark, readMarkdownForm, writeMarkdownForm } from './markdown-form.ts';
import type { FormMark } from './mark.ts';
import { openDocx, readDocxFields, type DocxForm } from './read-docx.ts';
import { restoreSource } from './restore-source.ts';
import { writeDocx } from './write-docx.ts';

/** A text of a form that is no archive is as long as a portfolio may be, and some. */
const MOST_TEXT_BYTES = 2_000_000;

const bytesOf = (worksheet: Worksheet, format: WorksheetFormat, mark: FormMark): Uint8Array =>
  format === 'docx'
    ? writeDocx(worksheet, mark)
    : new TextEncoder().encode(writeMarkdownForm(worksheet, mark));

const markOf = (worksheet: Worksheet, fields: ReadonlyMap<string, ReadField>): FormMark => ({
  portfolio: worksheet.portfolio,
  subject: worksheet.subject,
  prints: new Map([...fields].map(([key, { print }]) => [key, print])),
  lines: linePrints(worksheet),
});

/** Read back and marked with what was read: a form is told by what it says, not by what it was meant to say. */
const write = async (worksheet: Worksheet, format: WorksheetFormat): Promise<Uint8Array> => {
  const draft = bytesOf(worksheet, format, markOf(worksheet, new Map()));
  const { fields } =
    format === 'docx'
      ? readDocxFields(await openDocx('', draft), worksheet)
      : readMarkdownForm(new TextDecoder().decode(draft), worksheet);
  return bytesOf(worksheet, format, markOf(worksheet, fields));
};

const restored = async (form: DocxForm, worksheet: Worksheet): Promise<FormReading> => {
  const reading = readDocxFields(form, worksheet);
  const draft = await openDocx('', writeDocx(worksheet, markOf(worksheet, new Map())));
  const fresh = readDocxFields(draft, worksheet).fields;
  const fields = new Map<string, ReadField>(reading.fields);
  for (const field of worksheet.fields) {
    const [read, untouched] = [reading.fields.get(field.key), fresh.get(field.key)];
    if (field.kind === 'prose' && read && untouched)
      fields.set(field.key, {
        print: read.print,
        text: restoreSource(shownText(field), untouched.blocks, read.blocks),
      });
  }
  return { ...reading, fields };
};

const open = async (file: string, bytes: Uint8Array): Promise<OpenedForm> => {
  const format = detectFormat(bytes);
  if (format === 'docx') {
    const form = await openDocx(file, bytes);
    return { format, mark: form.mark, read: (worksheet) => restored(form, worksheet) };
  }
  if (format !== 'md') throw new AcquisError('data', 'worksheet-format', { file, found: format });
  if (bytes.byteLength > MOST_TEXT_BYTES)
    throw new AcquisError('data', 'worksheet-too-large', { file, limit: MOST_TEXT_BYTES / 1e6 });
  const text = new TextDecoder().decode(bytes);
  return { format, mark: markdownMark(text), read: async (worksheet) => readMarkdownForm(text, worksheet) };
};

export const createWorksheetForms = (): WorksheetForms => ({ write, open });
