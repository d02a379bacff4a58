import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CsvError, Info } from 'csv-parse';
import type { Defect } from '../../app/defects.ts';
import { AcquisError } from '../../app/errors.ts';
import type { FoundFolder, Manifest, ManifestRow } from '../../app/ports/batch-run.ts';
import { cannotRead } from '../disk-errors.ts';
import { decodeWindows1252 } from '../../domain/text/windows-1252.ts';
import { withoutAccents } from '../../domain/text/without-accents.ts';

/** Ten thousand rows fit twenty times. */
const MOST_BYTES = 16 * 2 ** 20;

const COLUMNS = {
  folder: ['folder', 'dossier', 'chemin', 'path'],
  certification: ['certification', 'code'],
  documents: ['documents', 'document'],
  output: ['output', 'sortie', 'nom de sortie', 'output name'],
} as const;
type Column = keyof typeof COLUMNS;

const plain = (text: string): string =>
  withoutAccents(text)
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim()
    .toLowerCase();

const columnOf = (header: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) =>
    COLUMNS[column].some((alias) => alias === plain(header)),
  );

/** UTF-8, or what a French spreadsheet saves as plain « CSV ». */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
};

/** What parts the first line; its names hold neither sign. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.split(/\r\n?|\n/u, 1);
  return [';', ',', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';';
};

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

const parseLines = async (text: string, file: string): Promise<Line[]> => {
  const { parse } = await import('csv-parse/sync');
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as { readonly record: string[]; readonly info: Info }[];
    let line = 1;
    return records.map(({ record, info }) => {
      // `lines` is where a record ends: a quoted cell may hold several.
      const number = Math.max(line, info.lines - record.join('').split('\n').length + 1);
      line = info.lines + 1;
      return { number, cells: record };
    });
  } catch (error) {
    const { lines, column } = error as CsvError & { readonly lines?: number; readonly column?: number };
    const path = column === undefined ? '' : String(column + 1);
    throw invalid(file, [{ file, path, code: 'csv-syntax', ...(lines !== undefined && { line: lines }) }]);
  }
};

const invalid = (file: string, details: readonly Defect[]): AcquisError =>
  new AcquisError('data', 'invalid-manifest', { file, count: details.length }, { details });

const readText = async (path: string, file: string): Promise<string> => {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw invalid(file, [{ file, path: '', code: 'csv-too-large' }]);
    const bytes = await readFile(path);
    if (bytes[0] === 0xff || bytes[0] === 0xfe) throw invalid(file, [{ file, path: '', code: 'utf16' }]);
    const text = decode(bytes);
    if (text.includes('\0')) throw invalid(file, [{ file, path: '', code: 'nul' }]);
    return text;
  } catch (error) {
    throw cannotRead(file, error);
  }
};

/** `portfolio memoire`, `portfolio, memoire`, `all`; what is not among `allowed` is told. */
const documentsIn = (
  text: string,
  allowed: readonly string[],
  tell: (found: string) => void,
): readonly string[] | undefined => {
  const named = text.split(/[\s,;|+]+/u).filter((word) => word !== '');
  for (const name of named) if (!allowed.includes(name.toLowerCase())) tell(name);
  return named.length === 0 ? undefined : named.map((name) => name.toLowerCase());
};

export interface ManifestFile {
  readonly path: string;
  /** As it was typed. */
  readonly shown: string;
  /** What its `documents` may name. */
  readonly documents: readonly string[];
}

/** Finds a folder as typed in a manifest, from the manifest's own folder. */
type Locate = (typed: string, base: string) => Promise<FoundFolder>;

type Tell = (
  line: number,
  column: number,
  code: Defect['code'],
  more?: Pick<Defect, 'found' | 'args'>,
) => void;

/** Reads a manifest: a header, then a folder per row. Every bad row is named in one `invalid-manifest`. */
export const readManifest = async (
  { path, shown: file, documents }: ManifestFile,
  locate: Locate,
): Promise<Manifest> => {
  const [header, ...lines] = await parseLines(await readText(path, file), file);
  const columns = header?.cells.map(columnOf) ?? [];
  if (header === undefined || !columns.includes('folder'))
    throw invalid(file, [{ file, line: header?.number ?? 1, path: '', code: 'csv-header' }]);
  const defects: Defect[] = [];
  const tell: Tell = (line, column, code, more) =>
    void defects.push({ file, line, path: header.cells[column] ?? String(column + 1), code, ...more });
  for (const [index, column] of columns.entries())
    if (column !== undefined && columns.indexOf(column) < index)
      tell(header.number, index, 'duplicate-key', { found: header.cells[index] ?? '' });
  // A spreadsheet saves its empty lines as separators alone.
  const rows = lines
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map((line) => readRow(line, columns, documents, tell));
  if (defects.length > 0) throw invalid(file, defects);
  const base = dirname(path);
  return {
    rows: await Promise.all(
      rows.map(async ({ typed, ...row }) => ({ ...row, folder: await locate(typed, base) })),
    ),
    ignored: header.cells.filter((cell, index) => columns[index] === undefined && cell !== ''),
  };
};

const readRow = (
  { number: line, cells }: Line,
  columns: readonly (Column | undefined)[],
  allowed: readonly string[],
  tell: Tell,
): Omit<ManifestRow, 'folder'> & { readonly typed: string } => {
  const extra = cells.findIndex((cell, index) => index >= columns.length && cell !== '');
  if (extra >= 0) tell(line, extra, 'csv-extra', { found: cells[extra] ?? '' });
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const typed = at('folder');
  if (typed === '') tell(line, columns.indexOf('folder'), 'missing');
  return {
    line,
    typed,
    certification: at('certification') || undefined,
    documents: documentsIn(at('documents'), allowed, (found) =>
      tell(line, columns.indexOf('documents'), 'bad-choice', { found, args: { known: allowed.join(', ') } }),
    ),
    output: at('output') || undefined,
  };
};
