import type { TypesetTable } from '../../app/ports/annexes.ts';

const DELIMITERS = [';', ',', '\t'] as const;
/** What a page of A4 shows at a size that is read. Anything beyond stays the text it is. */
const [MOST_COLUMNS, MOST_ROWS, LONGEST_CELL, MOST_ACROSS] = [8, 400, 240, 72];

type Rows = readonly (readonly string[])[];

const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '').length;

const longestWord = (cell: string): number => Math.max(...cell.split(/\s+/u).map((word) => word.length));

const isNarrow = (rows: Rows, columns: number): boolean => {
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => longestWord(row[column] ?? ''))),
  );
  return widths.reduce((sum, width) => sum + width, 0) <= MOST_ACROSS;
};

/** Lines of a title stand alone in the first cell, before the first row that has more than one. */
const tableOf = (rows: Rows): TypesetTable | undefined => {
  const first = rows.findIndex((row) => filled(row) > 1);
  if (first === -1) return undefined;
  const columns = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  const body = rows
    .slice(first)
    .map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
  const [head = [], ...others] = body;
  const fits =
    others.length > 0 &&
    columns <= MOST_COLUMNS &&
    body.length <= MOST_ROWS &&
    // Commas of sentences part no columns: half the rows of a table have several cells, as its head has.
    head.every((cell) => cell !== '') &&
    others.filter((row) => filled(row) > 1).length >= others.length / 2 &&
    body.every((row) => row.every((cell) => cell.length <= LONGEST_CELL)) &&
    isNarrow(body, columns);
  return fits
    ? { kind: 'table', lead: rows.slice(0, first).map(([cell = '']) => cell), rows: body }
    : undefined;
};

/** The table that a text of commas, semicolons or tabs is; undefined where it is none that a page shows as one. */
export const readCsvTable = async (text: string): Promise<TypesetTable | undefined> => {
  const { parse } = await import('csv-parse/sync');
  const found = DELIMITERS.flatMap((delimiter) => {
    try {
      const rows: string[][] = parse(text, { delimiter, relax_column_count: true, trim: true });
      const table = tableOf(rows.filter((row) => filled(row) > 0));
      return table ? [table] : [];
    } catch {
      // A quote that nobody closed: another delimiter, or plain text.
      return [];
    }
  });
  return found.toSorted((a, b) => (b.rows[0]?.length ?? 0) - (a.rows[0]?.length ?? 0))[0];
};
