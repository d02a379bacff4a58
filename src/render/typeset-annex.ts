/** Proofs that are text alone, set in the document itself: searched, read aloud and copied like its own words. */
import type { TypesetTable, TypesetText } from '../app/ports/annexes.ts';
import { escapeMarkup } from '../domain/text/escape-markup.ts';

/** Each says by itself in which direction it runs; lines and blanks stay as they were typed. */
const writeText = ({ text }: TypesetText): string =>
  text
    .split(/\n(?:[^\S\n]*\n)+/u)
    .map((part) => part.replaceAll(/^\n+|\s+$/gu, ''))
    .filter((part) => part !== '')
    .map((part) => `<p dir="auto">${escapeMarkup(part)}</p>`)
    .join('\n');

const NUMBER = /^[-+−±]?\d[\d\s.,]*(?:\s?[%€])?$/u;

const writeTable = ({ lead, rows }: TypesetTable, title: string): string => {
  const [head = [], ...body] = rows;
  const isNumeric = head.map((_, column) =>
    body.every((row) => row[column] === '' || NUMBER.test(row[column] ?? '')),
  );
  const shape = (column: number): string => (isNumeric[column] ? ' class="numeric"' : '');
  const heads = head.map((cell, column) => `<th scope="col"${shape(column)}>${escapeMarkup(cell)}</th>`);
  const lines = body.map(
    (row) =>
      `<tr>${row.map((cell, column) => `<td${shape(column)}>${escapeMarkup(cell)}</td>`).join('')}</tr>`,
  );
  const caption = (lead.length === 0 ? [title] : lead).map(escapeMarkup).join('<br>');
  return `<div class="scroll"><table class="typeset"><caption>${caption}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`;
};

/** HTML in which nothing of the file is markup. */
export const writeTypeset = (content: TypesetText | TypesetTable, title: string): string =>
  `<div class="annex-text">${content.kind === 'text' ? writeText(content) : writeTable(content, title)}</div>`;
