/** What a file is, told by its first bytes and never by its name: a PDF, an archive (ZIP, gzip, tar), or something else. */
export type FileKind = 'pdf' | 'archive' | 'other';

/** As many bytes as are needed to tell. */
export const KIND_BYTES = 1024;

const PDF = '%PDF-';
const ARCHIVES: readonly (readonly [at: number, magic: string])[] = [
  [0, 'PK\u0003\u0004'],
  [0, 'PK\u0005\u0006'],
  [0, '\u001f\u008b'],
  [257, 'ustar'],
];

const stands = (head: string, at: number, magic: string): boolean => head.slice(at).startsWith(magic);

/** `head`: the first `KIND_BYTES` of a file, or all of a shorter one. Readers of PDF accept some bytes before its mark. */
export const fileKindOf = (head: Uint8Array): FileKind => {
  const text = String.fromCharCode(...head.subarray(0, KIND_BYTES));
  if (ARCHIVES.some(([at, magic]) => stands(text, at, magic))) return 'archive';
  return text.includes(PDF) ? 'pdf' : 'other';
};
