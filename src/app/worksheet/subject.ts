import { worksheetOf, type Worksheet, type WorksheetSubject } from '../../domain/worksheet/worksheet.ts';
import { AcquisError } from '../errors.ts';
import type { PortfolioStore, Workspace } from '../ports/world.ts';
import type { FormFiles, WorksheetForms } from '../ports/worksheet.ts';

export interface WorksheetPorts {
  readonly store: PortfolioStore;
  readonly forms: WorksheetForms;
  readonly files: FormFiles;
}

/** Rejects with `unknown-id`, which names those there are. */
export const requireWorksheet = (workspace: Workspace, subject: WorksheetSubject): Worksheet => {
  const worksheet = worksheetOf(workspace, subject);
  if (worksheet) return worksheet;
  const known = workspace.portfolio.activities.map(({ id }) => id).join(', ');
  throw new AcquisError('usage', 'unknown-id', { kind: 'activities', id: subject.id, known });
};
