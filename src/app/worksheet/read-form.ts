/** From a file that came back to what it would change. Nothing is written here. */
import { compareForm, type Comparison } from '../../domain/worksheet/compare.ts';
import { worksheetOf, type Worksheet, type WorksheetSubject } from '../../domain/worksheet/worksheet.ts';
import { AcquisError } from '../errors.ts';
import type { Workspace } from '../ports/world.ts';
import type { FormFile, FormReading, OpenedForm, WorksheetForms } from '../ports/worksheet.ts';
import { requireWorksheet, type WorksheetPorts } from './subject.ts';

export interface ReadForm {
  readonly workspace: Workspace;
  readonly worksheet: Worksheet;
  readonly comparisons: readonly Comparison[];
  readonly unrecognised: FormReading['unrecognised'];
  readonly notices: FormReading['notices'];
  /** False where the form lost the mark of what it was made with. */
  readonly marked: boolean;
}

export interface ReadRequest {
  readonly folder: string;
  readonly file: string;
  readonly kind: WorksheetSubject['kind'];
  /** What the person says the form is about. */
  readonly subject: WorksheetSubject | undefined;
  /** The option that says it. */
  readonly flag: string;
}

const subjectOf = (
  { mark }: OpenedForm,
  { file, kind, subject, flag }: ReadRequest,
  { portfolio }: Workspace,
): WorksheetSubject => {
  const found = mark?.subject ?? subject;
  if (found === undefined) throw new AcquisError('data', 'worksheet-unmarked', { file, flags: flag });
  if (mark && mark.portfolio !== portfolio.id)
    throw new AcquisError('data', 'other-portfolio', {
      file,
      found: mark.portfolio,
      expected: portfolio.id,
    });
  const isAsked = subject === undefined || subject.id.toLowerCase() === found.id.toLowerCase();
  if (found.kind !== kind || !isAsked)
    throw new AcquisError('data', 'worksheet-subject', {
      file,
      found: found.id,
      expected: subject?.id ?? flag,
    });
  return found;
};

/** Reads a form against the portfolio as it is now. */
export const readForm = async (
  { store, forms, files }: WorksheetPorts,
  request: ReadRequest,
): Promise<ReadForm> => {
  const form = await forms.open(request.file, await files.read(request.file));
  const workspace = await store.open(request.folder);
  const worksheet = requireWorksheet(workspace, subjectOf(form, request, workspace));
  const fresh = await forms.open(request.file, await forms.write(worksheet, form.format));
  const [now, reading] = [await fresh.read(worksheet), await form.read(worksheet)];
  return {
    workspace,
    worksheet,
    comparisons: compareForm(worksheet, now.fields, reading.fields, form.mark?.prints ?? new Map()),
    unrecognised: reading.unrecognised,
    notices: reading.notices,
    marked: form.mark !== undefined,
  };
};

/** True for a form that holds no word but those it was made with: nothing is lost with it. */
export const isUntouched = async (
  forms: WorksheetForms,
  { path, bytes }: FormFile,
  workspace: Workspace,
): Promise<boolean> => {
  try {
    const form = await forms.open(path, bytes);
    const { mark } = form;
    const worksheet = mark?.portfolio === workspace.portfolio.id && worksheetOf(workspace, mark.subject);
    if (!mark || !worksheet) return false;
    const { fields, unrecognised } = await form.read(worksheet);
    return (
      unrecognised.length === 0 && [...fields].every(([key, { print }]) => mark.prints.get(key) === print)
    );
  } catch (error) {
    if (error instanceof AcquisError) return false;
    throw error;
  }
};
