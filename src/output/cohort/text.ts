import type { CohortBoard } from '../../app/ports/cohort.ts';
import { longDate } from '../../catalogue/fr/dates.ts';
import { words } from '../../catalogue/index.ts';
import { overviewOf, type Overview } from '../../domain/cohort/overview.ts';
import type { CohortRow } from '../../domain/cohort/row.ts';
import { brokenLines, cutLines } from './faults.ts';
import { groupLines, missingLines } from './groups-text.ts';
import { entry, section, type Paper } from './paper.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 110;

/** The board for a terminal: what presses first, then changes, then the whole cohort. */
export const cohortText = (board: CohortBoard, terminal: Terminal): string => {
  const paper: Paper = { width: Math.min(terminal.width, WIDEST), style: terminal.style.data };
  const rows = board.groups.flatMap((group) => group.rows);
  const overview = overviewOf(rows, board.still);
  return `${[
    heading(board, overview, rows, paper),
    brokenLines(board, paper),
    cutLines(overview, paper),
    deadlineLines(overview, paper),
    changeLines(board, overview, paper),
    ...board.groups.map((group) => groupLines(group, paper)),
    ...board.groups.map((group) => missingLines(group, paper)),
    stillLines(board, overview, paper),
    awaitedLines(overview, paper),
    faultyLines(overview, paper),
    goneLines(board, paper),
    paper.style.dim(wrap(words.cohort.juryDecides, paper.width)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
};

const heading = (
  { date, since, still, broken, gone }: CohortBoard,
  overview: Overview,
  rows: readonly CohortRow[],
  { width, style }: Paper,
): string => {
  const { counts, title, on } = words.cohort;
  const fresh = rows.filter((row) => row.since?.reach === 'new').length;
  const facts = [
    counts.folders(rows.length + broken.length),
    ...(broken.length === 0 ? [] : [counts.broken(broken.length)]),
    ...(overview.cut.length === 0 ? [] : [counts.cut(overview.cut.length)]),
    ...(fresh === 0 ? [] : [counts.fresh(fresh)]),
    `${counts.changed(overview.changed.length, overview.unknown.length)} ${words.cohort.since(since)}`,
    ...(overview.unknown.length === 0 ? [] : [counts.unknown(overview.unknown.length)]),
    ...(overview.overdue === 0 ? [] : [counts.overdue(overview.overdue)]),
    ...(overview.still.length === 0 ? [] : [counts.still(overview.still.length, still)]),
    ...(overview.awaited.length === 0 ? [] : [counts.awaited(overview.awaited.length)]),
    ...(overview.faults === 0 ? [] : [counts.faulty(overview.faults)]),
    ...(gone.length === 0 ? [] : [counts.gone(gone.length)]),
  ];
  return [style.bold(wrap(`${title}, ${on(date)}`, width)), wrap(facts.join(' · '), width)].join('\n');
};

const deadlineLines = ({ deadlines }: Overview, paper: Paper): string =>
  section(
    `${words.cohort.sections.deadlines} (${deadlines.length})`,
    deadlines.map(({ row, deadline }) => {
      const overdue = deadline.days < 0;
      const text = `${row.label} : ${words.cohort.deadline(deadline)}, ${longDate(deadline.due)}, ${words.cohort.left(deadline.days)}`;
      const line = entry(text, paper, overdue ? '  ! ' : '    ');
      return overdue ? paper.style.yellow(line) : line;
    }),
    paper,
  );

const namesOf = (rows: readonly CohortRow[]): string => rows.map(({ label }) => label).join(', ');

const changeLines = (
  { since }: CohortBoard,
  { changed, unchanged, unknown }: Overview,
  paper: Paper,
): string => {
  const { cohort } = words;
  const lines = [
    ...changed.map((row) => {
      const said = [
        row.since === undefined ? '' : cohort.reach(row.since),
        ...(row.since?.changes === undefined
          ? []
          : cohort.changePhrases(row.since.changes, row.certification)),
      ];
      return entry(`${row.label} : ${said.filter((part) => part !== '').join(' ; ')}`, paper);
    }),
    ...(unchanged.length === 0
      ? []
      : [entry(`${cohort.unchanged} (${unchanged.length}) : ${namesOf(unchanged)}`, paper)]),
    ...unknown.map((row) =>
      entry(`${row.label} : ${row.since === undefined ? '' : cohort.reach(row.since)}`, paper, '  ? '),
    ),
    ...(unknown.length === 0 ? [] : [paper.style.dim(entry(cohort.unknownHint, paper, '    → '))]),
  ];
  return section(`${cohort.sections.changes} ${cohort.since(since)}`, lines, paper);
};

const stillLines = ({ still: after }: CohortBoard, { still }: Overview, paper: Paper): string =>
  section(
    `${words.cohort.sections.still(after)} (${still.length})`,
    still.map((row) =>
      entry(
        `${row.label} : ${words.cohort.quiet(row.quietDays)}, ${words.cohort.lastSave(row.lastSave)}`,
        paper,
      ),
    ),
    paper,
  );

const awaitedLines = ({ awaited }: Overview, paper: Paper): string =>
  section(
    `${words.cohort.sections.awaited} (${awaited.length})`,
    awaited.map(({ row, proof }) =>
      entry(
        `${row.label} : ${proof.id} ${proof.title}, ${proof.from ?? words.cohort.fromNobody}, ${words.cohort.waiting(proof.days)}`,
        paper,
      ),
    ),
    paper,
  );

const faultyLines = ({ faulty, faults }: Overview, paper: Paper): string =>
  section(
    `${words.cohort.sections.faulty} (${faults})`,
    faulty.map((row) =>
      paper.style.yellow(
        entry(`${row.label} : ${row.faults.map(words.cohort.fault).join(', ')}`, paper, '  ! '),
      ),
    ),
    paper,
  );

const goneLines = ({ gone }: CohortBoard, paper: Paper): string =>
  section(
    `${words.cohort.sections.gone} (${gone.length})`,
    gone.map((name) => entry(name, paper)),
    paper,
  );
