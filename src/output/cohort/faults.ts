/** The folders that count for nothing, or for less than they should. */
import type { CohortBoard } from '../../app/ports/cohort.ts';
import { words } from '../../catalogue/index.ts';
import type { Overview } from '../../domain/cohort/overview.ts';
import { entry, section, type Paper } from './paper.ts';

interface Fault {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
}

/** Folders with what is wrong with each, and what to do. */
const faultLines = (title: string, faults: readonly Fault[], paper: Paper): string =>
  section(
    `${title} (${faults.length})`,
    faults.flatMap(({ name, message, hint }) => [
      paper.style.red(entry(name, paper, '  ✗ ', '    ')),
      entry(message, paper, '    ', '    '),
      paper.style.dim(entry(hint, paper, '    → ', '      ')),
    ]),
    paper,
  );

export const brokenLines = ({ broken }: CohortBoard, paper: Paper): string => {
  const { sections, failure } = words.cohort;
  return faultLines(
    sections.broken,
    broken.map(({ folder, error }) => ({ name: folder, ...failure(error) })),
    paper,
  );
};

export const cutLines = ({ cut }: Overview, paper: Paper): string =>
  faultLines(
    words.cohort.sections.cut,
    cut.map(({ label, linesLost = 0 }) => ({ name: label, ...words.cohort.cut(linesLost) })),
    paper,
  );
