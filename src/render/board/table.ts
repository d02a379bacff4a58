import { words } from '../../catalogue/index.ts';
import type { CohortRow } from '../../domain/cohort/row.ts';

/** One cell; `text` or `list`. */
export interface Cell {
  readonly text?: string;
  readonly list?: readonly string[];
  /** Names its row. */
  readonly heads?: boolean;
  /** Said in smaller type after the text. */
  readonly aside?: string;
  /** What the column is sorted by, where it is not the text. */
  readonly sort?: string;
  readonly number?: boolean;
  /** Worth a look; the text says why, colour only repeats it. */
  readonly alert?: boolean;
  /** 0–100. */
  readonly bar?: number;
}

/** A cell as the template reads it, which refuses what a cell lacks: every field is there, empty or not. */
type PlacedCell = { readonly [Field in keyof Required<Cell>]: Cell[Field] | undefined };

export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly sortable: boolean;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  readonly remarks: readonly string[];
}

export const headCell = (text: string): Cell => ({ text, heads: true });

export const nameCell = ({ label, fictional, since, linesLost }: CohortRow): Cell => {
  const asides = [
    ...(linesLost === undefined ? [] : [words.cohort.isCut]),
    ...(fictional ? [words.cohort.fictional] : []),
    ...(since?.reach === 'new' ? [words.cohort.isNew] : []),
  ];
  return { text: label, heads: true, sort: label, ...(asides.length > 0 && { aside: asides.join(', ') }) };
};

const placeCell = ({ text, list, heads, aside, sort, number, alert, bar }: Cell): PlacedCell => ({
  text,
  list,
  heads,
  aside,
  sort: sort ?? text ?? list?.join(' ') ?? '',
  number,
  alert,
  bar,
});

/** No table at all without rows; a column is of numbers when its cells are. */
export const tableOf = (
  id: string,
  caption: string,
  labels: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly Table[] =>
  rows.length === 0
    ? []
    : [
        {
          id,
          caption,
          columns: labels.map((label, at) => ({ label, number: rows[0]?.[at]?.number === true })),
          rows: rows.map((row) => row.map(placeCell)),
          sortable: rows.length > 1,
        },
      ];
