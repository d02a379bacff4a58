import { PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { failing, type PdfUaRule } from './rule.ts';
import { attributeOf, labelOf, type StructureElement } from './structure-elements.ts';

const SCOPES = new Set(['Row', 'Column', 'Both']);

const rowsOf = (table: StructureElement): StructureElement[] =>
  table.kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : rowsOf(kid)));
const cellsOf = (row: StructureElement): StructureElement[] =>
  row.kids.filter(({ type }) => type === 'TH' || type === 'TD');

const spanOf = (cell: StructureElement, key: 'RowSpan' | 'ColSpan'): number => {
  const value = attributeOf(cell, 'Table', key);
  return value instanceof PDFNumber ? value.asNumber() : 1;
};

/** Columns that each row fills, cells from rows above counted. */
const widthsOf = (table: StructureElement): number[] => {
  const rows = rowsOf(table);
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries())
    for (const cell of cellsOf(row))
      for (let below = index; below < Math.min(rows.length, index + spanOf(cell, 'RowSpan')); below++)
        widths[below] = (widths[below] ?? 0) + spanOf(cell, 'ColSpan');
  return widths;
};

const tablesIn = (elements: readonly StructureElement[]): StructureElement[] =>
  elements.filter(({ type }) => type === 'Table');

export const TABLE_RULES: readonly PdfUaRule[] = [
  {
    name: 'table-headers',
    source: '15-001 and 15-002, as far as a program sees: a table has a header cell',
    find: ({ tree }) =>
      tablesIn(tree.elements)
        .filter((table) => !rowsOf(table).some((row) => cellsOf(row).some(({ type }) => type === 'TH')))
        .map(labelOf),
  },
  {
    name: 'table-scope',
    source: '15-003',
    find: ({ tree }) =>
      tree.elements.flatMap((element) => {
        if (element.type !== 'TH') return [];
        const scope = attributeOf(element, 'Table', 'Scope');
        return failing(!(scope instanceof PDFName && SCOPES.has(scope.decodeText())), labelOf(element));
      }),
  },
  {
    name: 'table-regular',
    source: 'ISO 14289-1 §7.5: rows of one table fill the same number of columns',
    find: ({ tree }) =>
      tablesIn(tree.elements).flatMap((table) => {
        const widths = widthsOf(table);
        return failing(new Set(widths).size > 1, `${labelOf(table)}: ${widths.join(' ')}`);
      }),
  },
  {
    name: 'table-caption',
    source: '09-004: a caption is the first or the last thing in its table',
    find: ({ tree }) =>
      tablesIn(tree.elements).flatMap((table) => {
        const captions = table.kids.filter(({ type }) => type === 'Caption');
        const place = captions[0] && table.kids.indexOf(captions[0]);
        const isFine = place === undefined || place === 0 || place === table.kids.length - 1;
        return failing(captions.length > 1 || !isFine, labelOf(table));
      }),
  },
];
