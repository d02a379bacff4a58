import { findText, isTextAt, type FileSample } from './sample.ts';
import type { FileType } from './types.ts';

/** An OpenDocument file says what it is in its first entry, which is not compressed (OpenDocument 1.3 part 2 §3.3). */
const OPEN_DOCUMENT: readonly (readonly [string, FileType])[] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
];
const OOXML: readonly (readonly [string, FileType])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
];

const LOCAL_ENTRY = 'PK\u0003\u0004';
const LISTED_ENTRY = 'PK\u0001\u0002';

/** First letters of the names of entries: after 30 bytes of a local header, after 46 in the list at the end (APPNOTE 4.3). */
const hasEntry = ({ head, tail }: FileSample, prefix: string): boolean =>
  startsAfter(tail, LISTED_ENTRY, 46, prefix) || startsAfter(head, LOCAL_ENTRY, 30, prefix);

const startsAfter = (bytes: Uint8Array, mark: string, header: number, prefix: string): boolean => {
  for (let at = findText(bytes, mark); at !== -1; at = findText(bytes, mark, at + 4))
    if (isTextAt(bytes, prefix, at + header)) return true;
  return false;
};

/** What a ZIP archive holds: a document of an office program, or anything. */
export const detectZip = (sample: FileSample): FileType => {
  if (isTextAt(sample.head, 'mimetype', 30)) {
    const extra = (sample.head[28] ?? 0) + 256 * (sample.head[29] ?? 0);
    const open = OPEN_DOCUMENT.find(([name]) => isTextAt(sample.head, name, 38 + extra));
    return open?.[1] ?? 'zip';
  }
  // Their list of types is what makes them Office files; a folder called « word » alone does not.
  if (!hasEntry(sample, '[Content_Types].xml')) return 'zip';
  return OOXML.find(([prefix]) => hasEntry(sample, prefix))?.[1] ?? 'zip';
};
