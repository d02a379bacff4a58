/** The board's page as sections of tables, every cell already in words; `templates/cohort` lays them out. */
import type { CohortBoard } from '../../app/ports/cohort.ts';
import { longDate } from '../../catalogue/fr/dates.ts';
import { words } from '../../catalogue/index.ts';
import type { Overview } from '../../domain/cohort/overview.ts';
import type { CohortRow } from '../../domain/cohort/row.ts';
import { coverageSections, missingSections } from './groups.ts';
import { headCell, nameCell, tableOf, type Cell, type Section } from './table.ts';

interface Fact {
  readonly text: string;
  readonly target: string | undefined;
}

const fact = (count: number, text: string, target: string): readonly Fact[] =>
  count === 0 ? [] : [{ text, target }];

/** What the page begins with; each leads to its section. */
export const boardFacts = (
  { groups, broken, since, still, gone }: CohortBoard,
  overview: Overview,
): readonly Fact[] => {
  const { counts } = words.cohort;
  const rows = groups.flatMap((group) => group.rows);
  const fresh = rows.filter((row) => row.since?.reach === 'new').length;
  return [
    { text: counts.folders(rows.length + broken.length), target: undefined },
    ...fact(broken.length, counts.broken(broken.length), 'broken'),
    ...fact(overview.cut.length, counts.cut(overview.cut.length), 'cut'),
    ...fact(overview.overdue, counts.overdue(overview.overdue), 'deadlines'),
    ...fact(fresh, counts.fresh(fresh), 'changes'),
    {
      text: `${counts.changed(overview.changed.length, overview.unknown.length)} ${words.cohort.since(since)}`,
      target: 'changes',
    },
    ...fact(overview.unknown.length, counts.unknown(overview.unknown.length), 'changes'),
    ...fact(overview.still.length, counts.still(overview.still.length, still), 'still'),
    ...fact(overview.awaited.length, counts.awaited(overview.awaited.length), 'awaited'),
    ...fact(overview.faults, counts.faulty(overview.faults), 'faulty'),
    ...fact(gone.length, counts.gone(gone.length), 'gone'),
  ];
};

/** In the order of a Monday morning; an empty one is left out. */
export const boardSections = (board: CohortBoard, overview: Overview): readonly Section[] =>
  [
    brokenSection(board),
    cutSection(overview),
    deadlineSection(overview),
    changeSection(board, overview),
    ...coverageSections(board),
    ...missingSections(board),
    stillSection(board, overview),
    awaitedSection(overview),
    faultySection(overview),
    goneSection(board),
  ].filter(({ tables, remarks }) => tables.length + remarks.length > 0);

const brokenSection = ({ broken }: CohortBoard): Section => {
  const { sections, columns, captions, failure } = words.cohort;
  return {
    id: 'broken',
    title: sections.broken,
    notes: [],
    tables: tableOf(
      'broken-table',
      captions.broken,
      [columns.folder, columns.error, columns.remedy],
      broken.map(({ folder, error }): Cell[] => {
        const { message, hint } = failure(error);
        return [headCell(folder), { text: message, alert: true }, { text: hint }];
      }),
    ),
    remarks: [],
  };
};

const cutSection = ({ cut }: Overview): Section => {
  const { sections, columns, captions, cut: said } = words.cohort;
  return {
    id: 'cut',
    title: sections.cut,
    notes: [],
    tables: tableOf(
      'cut-table',
      captions.cut,
      [columns.candidate, columns.wrong, columns.remedy],
      cut.map((row): Cell[] => {
        const { message, hint } = said(row.linesLost ?? 0);
        return [nameCell(row), { text: message, alert: true }, { text: hint }];
      }),
    ),
    remarks: [],
  };
};

const deadlineSection = ({ deadlines }: Overview): Section => {
  const { sections, columns, captions, deadline: said, left } = words.cohort;
  return {
    id: 'deadlines',
    title: sections.deadlines,
    notes: [],
    tables: tableOf(
      'deadlines-table',
      captions.deadlines,
      [columns.candidate, columns.deadline, columns.due, columns.left],
      deadlines.map(({ row, deadline }): Cell[] => [
        nameCell(row),
        { text: said(deadline) },
        { text: longDate(deadline.due), sort: deadline.due },
        { text: left(deadline.days), sort: String(deadline.days), alert: deadline.days < 0 },
      ]),
    ),
    remarks: [],
  };
};

const namesOf = (rows: readonly CohortRow[]): string => rows.map(({ label }) => label).join(', ');

const changeSection = (board: CohortBoard, { changed, unchanged, unknown }: Overview): Section => {
  const { cohort } = words;
  return {
    id: 'changes',
    title: `${cohort.sections.changes} ${cohort.since(board.since)}`,
    notes: [],
    tables: [
      ...tableOf(
        'changes-table',
        cohort.captions.changes,
        [cohort.columns.candidate, cohort.columns.changes],
        changed.map((row): Cell[] => [nameCell(row), { list: sayings(row) }]),
      ),
      ...tableOf(
        'unknown-table',
        `${cohort.unknown}. ${cohort.unknownHint}`,
        [cohort.columns.candidate, cohort.columns.reason],
        unknown.map((row): Cell[] => [nameCell(row), { list: sayings(row) }]),
      ),
    ],
    remarks:
      unchanged.length === 0 ? [] : [`${cohort.unchanged} (${unchanged.length}) : ${namesOf(unchanged)}.`],
  };
};

const sayings = ({ since, certification }: CohortRow): readonly string[] =>
  since === undefined
    ? []
    : [
        words.cohort.reach(since),
        ...(since.changes === undefined ? [] : words.cohort.changePhrases(since.changes, certification)),
      ].filter((part) => part !== '');

const stillSection = ({ still: after }: CohortBoard, { still }: Overview): Section => {
  const { sections, columns, captions, quiet, lastSave } = words.cohort;
  return {
    id: 'still',
    title: sections.still(after),
    notes: [],
    tables: tableOf(
      'still-table',
      captions.still,
      [columns.candidate, columns.since, columns.lastSave],
      still.map((row): Cell[] => [
        nameCell(row),
        { text: quiet(row.quietDays), sort: String(row.quietDays) },
        { text: lastSave(row.lastSave), sort: row.lastSave.on },
      ]),
    ),
    remarks: [],
  };
};

const awaitedSection = ({ awaited }: Overview): Section => {
  const { sections, columns, captions, fromNobody, noDate, waiting } = words.cohort;
  return {
    id: 'awaited',
    title: sections.awaited,
    notes: [],
    tables: tableOf(
      'awaited-table',
      captions.awaited,
      [columns.candidate, columns.proof, columns.from, columns.askedOn, columns.since],
      awaited.map(({ row, proof }): Cell[] => [
        nameCell(row),
        { text: `${proof.id} ${proof.title}` },
        { text: proof.from ?? fromNobody },
        { text: proof.askedOn === undefined ? noDate : longDate(proof.askedOn), sort: proof.askedOn ?? '' },
        { text: waiting(proof.days), sort: String(proof.days ?? '') },
      ]),
    ),
    remarks: [],
  };
};

const faultySection = ({ faulty }: Overview): Section => {
  const { sections, columns, captions, faultOf } = words.cohort;
  return {
    id: 'faulty',
    title: sections.faulty,
    notes: [],
    tables: tableOf(
      'faulty-table',
      captions.faulty,
      [columns.candidate, columns.proof, columns.fault],
      faulty.flatMap((row) =>
        row.faults.map((fault): Cell[] => [
          nameCell(row),
          { text: `${fault.id} ${fault.title}` },
          { text: faultOf(fault), alert: true },
        ]),
      ),
    ),
    remarks: [],
  };
};

const goneSection = ({ gone }: CohortBoard): Section => ({
  id: 'gone',
  title: words.cohort.sections.gone,
  notes: [],
  tables: [],
  remarks: gone.length === 0 ? [] : [`${gone.join(', ')}.`],
});
