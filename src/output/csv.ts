/** A cell a spreadsheet reads as text: a leading formula sign is neutralised, plain numbers stay numbers. */
const cell = (value: string): string => {
  const formula = /^[\s\u00a0\u202f]*[=+\-@\t\r\n]/u.test(value) && !/^[+-]?\d+(?:[.,]\d+)?$/u.test(value);
  const safe = formula ? `'${value}` : value;
  return /["\n\r;,]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 lines with the semicolons French spreadsheets expect, and the mark that makes them read UTF-8. */
export const csvDocument = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
