import type { CohortBoard } from '../app/ports-cohort.ts';
import { longDate } from '../catalogue/fr/dates.ts';
import { words } from '../catalogue/index.ts';
import type { CertificationGroup } from '../domain/cohort/groups.ts';
import { overviewOf, type Overview } from '../domain/cohort/overview.ts';
import type { CohortRow } from '../domain/cohort/row.ts';
import { brokenLines, cutLines } from './cohort-faults.ts';
import { entry, section, type Paper } from './cohort-paper.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { padEnd, widthOf, wrap } from './wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 110;
/** Below it a table has no room: a name stands alone, its figures below. */
const TABLE_WIDTH = 70;
const PERCENT_WIDTH = '100 %'.length;
/** More are for a page one can scroll and sort. */
const MOST_MISSING = 8;

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

const groupLines = ({ code, title, status, blocks, rows }: CertificationGroup, paper: Paper): string => {
  const { cohort } = words;
  if (rows.length === 0) return '';
  const marks = blocks.map((block) => cohort.mark(block.code, code));
  const isTable = paper.width >= TABLE_WIDTH;
  const cells = rows.map((row) => ({ row, cells: blockCells(row, blocks) }));
  const widths = marks.map((mark, at) =>
    Math.max(widthOf(mark), ...cells.map((one) => widthOf(one.cells[at] ?? ''))),
  );
  // Two columns before each: the name, the share, the blocks, and what is said of a new folder.
  const figures = [PERCENT_WIDTH, ...widths, widthOf(cohort.isNew)].reduce((sum, own) => sum + own + 2, 2);
  const column = Math.min(
    Math.max(...rows.map(({ label }) => widthOf(label))),
    Math.max(12, paper.width - figures),
  );
  const lines = cells.map(({ row, cells: own }) =>
    isTable ? tableLine(row, own, widths, column, paper) : narrowLine(row, own, marks, paper),
  );
  const head = isTable
    ? [
        paper.style.dim(
          padEnd('', column + PERCENT_WIDTH + 6) +
            marks.map((mark, at) => padEnd(mark, widths[at] ?? 0)).join('  '),
        ),
      ]
    : [];
  return section(
    `${cohort.sections.coverage} · ${title} (${code}), ${cohort.counts.folders(rows.length)}`,
    [entry(cohort.registration(status), paper), ...head, ...lines],
    paper,
  );
};

/** In the order of the group's blocks: a folder with another référentiel may lack some. */
const blockCells = (row: CohortRow, blocks: CertificationGroup['blocks']): readonly string[] =>
  blocks.map(({ code }) => {
    const block = row.blocks.find((one) => one.code === code);
    return block === undefined ? '' : words.cohort.block(block);
  });

const tableLine = (
  row: CohortRow,
  cells: readonly string[],
  widths: readonly number[],
  column: number,
  { style, width }: Paper,
): string => {
  const name = safeText(row.label).replaceAll(/\s+/gu, ' ');
  const percent = words.cohort.percent(row.summary.percent).padStart(PERCENT_WIDTH);
  const rest = [percent, ...cells.map((cell, at) => padEnd(cell, widths[at] ?? 0))].join('  ');
  const mark = row.since?.reach === 'new' ? words.cohort.isNew : '';
  const figures = `  ${row.summary.complete ? style.green(rest) : rest}  ${mark}`.trimEnd();
  // A name longer than its column keeps a line to itself.
  return widthOf(name) > column
    ? `${wrap(name, width, '  ')}\n${' '.repeat(column + 2)}${figures}`
    : `  ${padEnd(name, column)}${figures}`;
};

const narrowLine = (
  row: CohortRow,
  cells: readonly string[],
  marks: readonly string[],
  paper: Paper,
): string => {
  const figures = [
    words.cohort.percent(row.summary.percent),
    ...cells.map((cell, at) => (cell === '' ? '' : `${marks[at]} ${cell}`)),
    row.since?.reach === 'new' ? words.cohort.isNew : '',
  ].filter((part) => part !== '');
  return `${entry(row.label, paper, '  ', '  ')}\n${entry(figures.join(' · '), paper, '      ')}`;
};

const missingLines = ({ code, missing }: CertificationGroup, paper: Paper): string => {
  const { cohort } = words;
  const shown = missing
    .slice(0, MOST_MISSING)
    .map(({ id, short, absent, unsupported, folders }) =>
      entry(
        `${cohort.mark(id, code)} ${short} : ${cohort.lacking(absent, unsupported, folders)} (${cohort.lackingDetail(absent, unsupported)})`,
        paper,
      ),
    );
  const rest = missing.length - shown.length;
  return section(
    `${cohort.sections.missing} · ${code}`,
    rest > 0 ? [...shown, paper.style.dim(entry(cohort.more(rest), paper))] : shown,
    paper,
  );
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

const goneLines = ({ gone }: CohortBoard, paper: Paper): string =>
  section(
    `${words.cohort.sections.gone} (${gone.length})`,
    gone.map((name) => entry(name, paper)),
    paper,
  );
