import { NARRATIVE_FIELDS } from '../domain/portfolio.ts';
import type { Worksheet, WorksheetField } from '../domain/worksheet/worksheet.ts';
import { words } from './index.ts';
import { questionWords } from './question-words.ts';

/** One heading of a form: what the field is called, and the lines of guidance under it. */
export interface FieldWords {
  readonly key: string;
  readonly label: string;
  readonly guidance: readonly string[];
}

const guidanceOf = ({ key, competence }: WorksheetField, { subject }: Worksheet): readonly string[] => {
  const { ask } = words.worksheet;
  if (competence)
    return [...(competence.statement === '' ? [] : [ask.statement(competence.statement)]), ask.claim];
  if (subject.kind === 'document') return [ask.section(key, subject.id) ?? ''].filter((line) => line !== '');
  if (key === 'title') return [ask.title];
  if (key === 'period') return [ask.period];
  const field = NARRATIVE_FIELDS.find((name) => name === key);
  if (field === undefined) return [];
  const { message, help, more } = questionWords(`activity.${field}`);
  return [[message, help, more].filter((part) => part !== undefined).join(' ')];
};

/** What stands around each field of a form, in the form's order. */
export const fieldWords = (worksheet: Worksheet): readonly FieldWords[] =>
  worksheet.fields.map((field) => ({
    key: field.key,
    label: words.worksheet.label(field, worksheet.subject.kind),
    guidance: guidanceOf(field, worksheet),
  }));
