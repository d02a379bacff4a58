/** What the board says of each certification: its candidates' coverage, and what they lack most. */
import type { CohortBoard } from '../../app/ports/cohort.ts';
import { longDate } from '../../catalogue/fr/dates.ts';
import { words } from '../../catalogue/index.ts';
import { folderName, type BlockStanding, type CohortRow } from '../../domain/cohort/row.ts';
import { nameCell, tableOf, type Cell, type Section } from './table.ts';

const number = (value: number): Cell => ({ text: String(value), sort: String(value), number: true });

/** Sorted by its share; what is acquired stands above all, what is not aimed at has no place. */
const blockCell = (block: BlockStanding | undefined): Cell => {
  if (block === undefined) return { text: '', number: true };
  const share = block.competences === 0 ? 0 : block.supported / block.competences;
  const sort = block.state === 'acquired' ? '2' : block.state === 'not-targeted' ? '' : share.toFixed(3);
  return { text: words.cohort.block(block), sort, number: true };
};

const coverageRow = (row: CohortRow, blocks: readonly { readonly code: string }[]): readonly Cell[] => {
  const { percent, supported, competences, analysed, fragile } = row.summary;
  return [
    nameCell(row),
    { text: words.cohort.percent(percent), sort: String(percent), number: true, bar: percent },
    { text: `${supported}/${competences}`, sort: String(supported), number: true },
    ...blocks.map(({ code }) => blockCell(row.blocks.find((block) => block.code === code))),
    number(analysed),
    number(fragile),
    { text: longDate(row.lastSave.on), sort: row.lastSave.on },
    { text: folderName(row.folder) },
  ];
};

export const coverageSections = ({ groups }: CohortBoard): readonly Section[] =>
  groups.map(({ code, title, status, blocks, rows }, index) => {
    const { cohort } = words;
    return {
      id: `coverage-${index}`,
      title: `${cohort.sections.coverage} · ${title} (${code})`,
      notes: [cohort.registration(status)],
      tables: tableOf(
        `coverage-${index}-table`,
        cohort.captions.coverage(rows.length),
        [
          cohort.columns.candidate,
          cohort.columns.percent,
          cohort.columns.supported,
          ...blocks.map((block) => cohort.mark(block.code, code)),
          cohort.columns.analysed,
          cohort.columns.fragile,
          cohort.columns.lastSave,
          cohort.columns.folder,
        ],
        rows.map((row) => coverageRow(row, blocks)),
      ),
      remarks: [],
    };
  });

export const missingSections = ({ groups }: CohortBoard): readonly Section[] =>
  groups.map(({ code, title, missing }, index) => {
    const { cohort } = words;
    return {
      id: `missing-${index}`,
      title: `${cohort.sections.missing} · ${title} (${code})`,
      notes: [],
      tables: tableOf(
        `missing-${index}-table`,
        cohort.captions.missing,
        [
          cohort.columns.competence,
          cohort.columns.lacking,
          cohort.columns.absent,
          cohort.columns.unsupported,
        ],
        missing.map(({ id, short, folders, absent, unsupported }): Cell[] => [
          { text: `${cohort.mark(id, code)} ${short}`, heads: true },
          {
            text: cohort.lacking(absent, unsupported, folders),
            sort: String(absent + unsupported),
            number: true,
          },
          number(absent),
          number(unsupported),
        ]),
      ),
      remarks: [],
    };
  });
