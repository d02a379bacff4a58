import type { Defect, DefectCode } from '../app/defects.ts';
import { AcquisError } from '../app/errors.ts';
import { findExcess } from './yaml/limits.ts';

/** Far above any real portfolio (story A is 30 kB), far below what makes a parser slow. */
export const MAX_DOCUMENT_BYTES = 1_000_000;

export const BOM = '\uFEFF';

/** One defect that concerns the file as a whole. */
export const refuseDocument = (file: string, code: DefectCode, args: Defect['args'] = {}): never => {
  throw new AcquisError(
    'data',
    'invalid-portfolio',
    { file, count: 1 },
    { details: [{ file, path: '', code, args }] },
  );
};

/** What would be refused at the next opening is not written. */
export const requireReadable = (content: string, file: string): void => {
  if (Buffer.byteLength(content) > MAX_DOCUMENT_BYTES || findExcess(content) !== undefined)
    throw new AcquisError('data', 'portfolio-too-large', { file });
};

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The text of a YAML file, without its BOM. Anything but UTF-8 is refused: guessing would spoil accents for good. */
export const decodeDocument = (bytes: Uint8Array, file: string): string => {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES)
    refuseDocument(file, 'too-large', { bytes: bytes.byteLength, limit: MAX_DOCUMENT_BYTES });
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) refuseDocument(file, 'utf16');
  if (bytes.includes(0)) refuseDocument(file, 'nul');
  const text = decodeUtf8(bytes) ?? refuseDocument(file, 'not-utf8');
  // To YAML a lone CR is one long line, here a comment to its end: it would look empty.
  if (text.includes('\r') && !text.includes('\n')) refuseDocument(file, 'old-line-ends');
  return text;
};
