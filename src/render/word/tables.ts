import { plainText, type Block, type Cell, type Table } from '../flow/flow.ts';
import { writeParagraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { el, val } from './xml.ts';

/** Writes the blocks of a cell, in the styles of tables, `width` twips wide. */
export type WriteCell = (blocks: readonly Block[], width: number) => string;

const PADDING = 170;
/** Of a letter of nine points and a half, on average, in twips. */
const LETTER = 100;

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [plainText(block.content)]
      : block.kind === 'list'
        ? block.items.flatMap(linesOf)
        : [],
  );

/** Words that must not be cut, and how much a column has to say, share the width. */
const columnWidths = ({ head, body }: Table, count: number, total: number): number[] => {
  const rows = [...head, ...body];
  const needs = Array.from({ length: count }, (_, index) => {
    const lines = rows.flatMap((row) => {
      const cell = row.length === count ? row[index] : undefined;
      return cell === undefined ? [] : linesOf(cell.blocks);
    });
    const longest = Math.max(4, ...lines.map(({ length }) => length));
    const word = Math.max(
      4,
      ...lines.flatMap((line) => line.split(/[\s\u2011-]+/u)).map(({ length }) => length),
    );
    return { least: Math.min(word, 24) * LETTER + PADDING, share: Math.min(longest, 400) ** 0.6 };
  });
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const shares = needs.reduce((sum, { share }) => sum + share, 0);
  const spare = Math.max(0, total - least);
  return needs.map((need) =>
    Math.floor(need.least * Math.min(1, total / least) + (spare * need.share) / shares),
  );
};

interface Placed {
  readonly cell: Cell;
  readonly at: number;
  readonly merge: 'restart' | 'continue' | undefined;
}

/** Cells at their columns; one that goes on below leaves its continuations there, as Word wants them. */
const placeCells = (rows: readonly (readonly Cell[])[]): Placed[][] => {
  let above: { readonly cell: Cell; readonly at: number; left: number }[] = [];
  return rows.map((row) => {
    const placed: Placed[] = [];
    let at = 0;
    const goOn = (): void => {
      for (
        let going = above.find((each) => each.at === at && each.left > 0);
        going !== undefined;
        going = above.find((each) => each.at === at && each.left > 0)
      ) {
        placed.push({ cell: going.cell, at, merge: 'continue' });
        going.left--;
        at += going.cell.columns;
      }
    };
    for (const cell of row) {
      goOn();
      placed.push({ cell, at, merge: cell.rows > 1 ? 'restart' : undefined });
      if (cell.rows > 1) above.push({ cell, at, left: cell.rows - 1 });
      at += cell.columns;
    }
    goOn();
    above = above.filter(({ left }) => left > 0);
    return placed;
  });
};

const writeCell = ({ cell, at, merge }: Placed, widths: readonly number[], write: WriteCell): string => {
  const width = widths.slice(at, at + cell.columns).reduce((sum, each) => sum + each, 0);
  const blocks = merge === 'continue' ? [] : cell.blocks;
  const text = write(blocks, width);
  const isComplete = blocks.length > 0 && blocks.at(-1)?.kind !== 'table';
  return el(
    'w:tc',
    {},
    el(
      'w:tcPr',
      {},
      el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      cell.columns > 1 ? val('w:gridSpan', cell.columns) : '',
      merge === undefined ? '' : val('w:vMerge', merge),
    ),
    text + (isComplete ? '' : el('w:p', {}, el('w:pPr', {}, val('w:pStyle', 'AcquisCell')))),
  );
};

/** Heads are repeated on each page; no row is cut by the end of one. */
export const writeTable = (table: Table, total: number, write: WriteCell, parts: Parts): string => {
  const rows = placeCells([...table.head, ...table.body]);
  const count = Math.max(1, ...rows.map((row) => row.reduce((sum, { cell }) => sum + cell.columns, 0)));
  const widths = columnWidths(table, count, total);
  const caption = table.caption;
  const words = caption === undefined ? undefined : plainText(caption.content);
  const leads = table.body.some(([first]) => first?.header === true);
  const properties = el(
    'w:tblPr',
    {},
    val('w:tblStyle', 'AcquisTable'),
    el('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
    val('w:tblLayout', 'fixed').replace('w:val', 'w:type'),
    el('w:tblLook', {
      'w:val': leads ? '00A0' : '0020',
      'w:firstRow': table.head.length > 0 ? 1 : 0,
      'w:lastRow': 0,
      'w:firstColumn': leads ? 1 : 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    words === undefined ? '' : val('w:tblCaption', words),
  );
  const written = rows.map((row, index) => {
    const isHead = index < table.head.length;
    return el(
      'w:tr',
      {},
      el('w:trPr', {}, '<w:cantSplit/>', isHead ? '<w:tblHeader/>' : ''),
      ...row.map((placed) => writeCell(placed, widths, write)),
    );
  });
  const grid = el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width })));
  return [
    caption === undefined
      ? ''
      : writeParagraph(
          caption.content,
          { style: 'Caption', anchors: caption.anchors, keepNext: true },
          parts,
        ),
    el('w:tbl', {}, properties, grid, ...written),
  ].join('');
};
