/** Proofs that are text alone: no page is made of them here, their words are handed on to be set in the document itself. */
import type { TypesetTable, TypesetText } from '../../app/ports/annexes.ts';
import { extensionOf } from '../../domain/file-type/types.ts';
import { cleanText } from '../clean-text.ts';
import { decodeText } from '../decode-text.ts';
import { readCsvTable } from './csv-table.ts';
import { UnfitProof } from './unfit.ts';

/** About forty pages: nobody reads more of a file without a form, and what is cut silently proves something else. */
const [MOST_SIGNS, MOST_LINES] = [120_000, 2_000];
const MOST_BYTES = MOST_SIGNS * 4;
const TABLES: ReadonlySet<string> = new Set(['csv', 'tsv']);

// What a person never types: the file is something else behind a first page of words.
// eslint-disable-next-line no-control-regex
const UNWRITTEN = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

/** Throws `UnfitProof`: `too-large` for more than forty pages, `broken` for what says nothing. */
export const typesetText = async (bytes: Uint8Array, path: string): Promise<TypesetText | TypesetTable> => {
  if (bytes.length > MOST_BYTES) throw new UnfitProof('too-large');
  const decoded = decodeText(bytes);
  if (UNWRITTEN.test(decoded)) throw new UnfitProof('not-printable');
  const text = cleanText(decoded);
  if (text.trim() === '') throw new UnfitProof('broken');
  if (text.length > MOST_SIGNS || text.split('\n').length > MOST_LINES) throw new UnfitProof('too-large');
  const table = TABLES.has(extensionOf(path)) ? await readCsvTable(text) : undefined;
  return table ?? { kind: 'text', text };
};
