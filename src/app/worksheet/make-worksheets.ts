import type { WorksheetSubject } from '../../domain/worksheet/worksheet.ts';
import { AcquisError } from '../errors.ts';
import type { Workspace } from '../ports/world.ts';
import type { DocumentPlace, DocumentWriter } from '../ports/export.ts';
import type { WorksheetFormat } from '../ports/worksheet.ts';
import { isUntouched } from './read-form.ts';
import { requireWorksheet, type WorksheetPorts } from './subject.ts';
import { EXPORTS_FOLDER, WORK_FOLDER } from '../../domain/folder-names.ts';

export interface WorksheetRequest {
  readonly folder: string;
  readonly format: WorksheetFormat;
  readonly out: string | undefined;
  readonly nameOf: (subject: WorksheetSubject) => string;
}

const placeOf = (name: string, { folder }: Workspace, out: string | undefined): DocumentPlace =>
  out === undefined
    ? { folder, below: [EXPORTS_FOLDER, WORK_FOLDER], name }
    : { folder: out, below: [], name };

/** Writes a form for each subject; one that somebody has written in is never replaced. Yields the paths. */
export async function* makeWorksheets(
  { store, forms, files, writer }: WorksheetPorts & { readonly writer: DocumentWriter },
  { folder, out, format, nameOf }: WorksheetRequest,
  subjectsOf: (workspace: Workspace) => readonly WorksheetSubject[],
): AsyncGenerator<string> {
  const workspace = await store.open(folder);
  const worksheets = subjectsOf(workspace).map((subject) => requireWorksheet(workspace, subject));
  const places = worksheets.map(({ subject }) => placeOf(nameOf(subject), workspace, out));
  for (const place of places) {
    const former = await files.readIfThere(place);
    if (former && !(await isUntouched(forms, former, workspace)))
      throw new AcquisError('usage', 'worksheet-taken', { file: former.path });
  }
  for (const [index, worksheet] of worksheets.entries())
    yield (await writer.write(places[index]!, await forms.write(worksheet, format))).path;
}
