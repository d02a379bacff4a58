import { safeText } from './safe-text.ts';

/**
 * A cell a spreadsheet reads as text: a leading formula sign is neutralised, plain numbers stay numbers. It may as well be
 * read in a terminal, which it must not command.
 */
const cell = (value: string): string => {
  const formula = /^[\s\u00a0\u202f]*[=+\-@\t\r\n]/u.test(value) && !/^[+-]?\d+(?:[.,]\d+)?$/u.test(value);
  const safe = safeText(formula ? `'${value}` : value);
  return /["\n\r;,]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 lines with the semicolons French spreadsheets expect. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');

/** Lines after the mark that makes spreadsheets read UTF-8. */
export const csvDocument = (rows: readonly (readonly string[])[]): string => `\ufeff${csvLines(rows)}`;
