import { AcquisError, type Defect, type DefectCode } from '../app/errors.ts';

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

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/** The text of a YAML file, without its BOM. Anything but UTF-8 is refused: guessing would spoil accents for good. */
export const decodeDocument = (bytes: Uint8Array, file: string): string => {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES)
    refuseDocument(file, 'too-large', { bytes: bytes.byteLength, limit: MAX_DOCUMENT_BYTES });
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) refuseDocument(file, 'utf16');
  if (bytes.includes(0)) refuseDocument(file, 'nul');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuseDocument(file, 'not-utf8');
  }
};
