/** Forms of a portfolio in memory: written, changed, read back against the portfolio. */
import type { WorksheetFormat } from '../../src/app/ports/worksheet.ts';
import { applyForm, type Decisions } from '../../src/app/worksheet/save-form.ts';
import type { ReadForm } from '../../src/app/worksheet/read-form.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { compareForm } from '../../src/domain/worksheet/compare.ts';
import { worksheetOf, type WorksheetSubject } from '../../src/domain/worksheet/worksheet.ts';
import { parseTypedPeriod } from '../../src/prompts/typed-dates.ts';
import { createWorksheetForms } from '../../src/render/worksheet/worksheet-forms.ts';
import { smallReferential } from './build-portfolio.ts';

export const forms = createWorksheetForms();

export const placeOf = (portfolio: Portfolio) => ({ portfolio, referential: smallReferential() });

export const formOf = async (
  portfolio: Portfolio,
  subject: WorksheetSubject,
  format: WorksheetFormat,
): Promise<Uint8Array> => forms.write(worksheetOf(placeOf(portfolio), subject)!, format);

/** What the command sees before it asks anything. */
export const readBack = async (
  portfolio: Portfolio,
  subject: WorksheetSubject,
  bytes: Uint8Array,
): Promise<ReadForm> => {
  const worksheet = worksheetOf(placeOf(portfolio), subject)!;
  const form = await forms.open('fiche', bytes);
  const fresh = await (await forms.open('', await forms.write(worksheet, form.format))).read(worksheet);
  const reading = await form.read(worksheet);
  return {
    workspace: { folder: '', revision: '', ...placeOf(portfolio) },
    worksheet,
    comparisons: compareForm(worksheet, fresh.fields, reading.fields, form.mark?.prints ?? new Map()),
    unrecognised: reading.unrecognised,
    notices: reading.notices,
    marked: form.mark !== undefined,
  };
};

/** Keys and standings of what differs. */
export const differences = ({ comparisons }: ReadForm): (readonly [string, string, string])[] =>
  comparisons
    .filter(({ standing }) => standing !== 'same')
    .map(({ field, standing, proposed }) => [field.key, standing, proposed] as const);

export const applied = (
  form: ReadForm,
  decisions: Decisions = { sides: new Map(), rest: undefined },
): Portfolio =>
  applyForm(form, 'fiche', decisions, { readPeriod: parseTypedPeriod, labelOf: ({ key }) => key }).portfolio;
