/** What the board says of each certification in a terminal: its candidates' coverage, and what they lack most. */
import { words } from '../../catalogue/index.ts';
import type { CertificationGroup } from '../../domain/cohort/groups.ts';
import type { CohortRow } from '../../domain/cohort/row.ts';
import { entry, section, type Paper } from './paper.ts';
import { safeText } from '../safe-text.ts';
import { padEnd, widthOf, wrap } from '../wrap.ts';

/** Below it a table has no room: a name stands alone, its figures below. */
const TABLE_WIDTH = 70;
const PERCENT_WIDTH = '100 %'.length;
/** More are for a page one can scroll and sort. */
const MOST_MISSING = 8;

export const groupLines = (
  { code, title, status, blocks, rows }: CertificationGroup,
  paper: Paper,
): string => {
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

export const missingLines = ({ code, missing }: CertificationGroup, paper: Paper): string => {
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
