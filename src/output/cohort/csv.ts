import type { CohortBoard } from '../../app/ports/cohort.ts';
import { isStill } from '../../domain/cohort/overview.ts';
import type { CohortRow, Since } from '../../domain/cohort/row.ts';
import { words } from '../../catalogue/index.ts';
import { csvDocument } from '../csv.ts';

/** One row per folder, those that could not be read at the end; the last column says what is wrong with a folder. */
export const cohortTable = ({ groups, broken, since, still }: CohortBoard): string => {
  const { cohort } = words;
  const empty = cohort.csv.slice(2).map(() => '');
  return csvDocument([
    cohort.csv,
    ...groups.flatMap(({ rows }) => rows.map((row) => rowCells(row, since.day, still))),
    ...broken.map(({ folder, error }) => [folder, ...empty, cohort.failure(error).message]),
  ]);
};

const yesNo = (value: boolean): string => (value ? words.cohort.yes : words.cohort.no);

const rowCells = (row: CohortRow, sinceDay: string, still: number): readonly string[] => {
  const { summary, blocks, since, lastSave, deadlines, certification } = row;
  const next = deadlines[0];
  return [
    row.folder,
    row.name,
    yesNo(row.fictional),
    certification,
    row.stage,
    ...[
      summary.competences,
      summary.cited,
      summary.supported,
      summary.analysed,
      summary.fragile,
      summary.percent,
    ].map(String),
    blocks
      .map((block) => `${words.cohort.mark(block.code, certification)} ${words.cohort.block(block)}`)
      .join(' | '),
    sinceDay,
    since === undefined ? '' : words.cohort.reach(since),
    changeCell(since, certification),
    lastSave.on,
    String(row.quietDays),
    yesNo(isStill(row, still)),
    next === undefined ? '' : words.cohort.deadline(next),
    next?.due ?? '',
    next === undefined ? '' : String(next.days),
    String(row.awaited.length),
    String(row.toAskFor),
    row.faults.map(words.cohort.fault).join(' | '),
    row.linesLost === undefined ? '' : words.cohort.cut(row.linesLost).message,
  ];
};

const changeCell = (since: Since | undefined, certification: string): string =>
  since?.changes === undefined ? '' : words.cohort.changePhrases(since.changes, certification).join(' | ');
