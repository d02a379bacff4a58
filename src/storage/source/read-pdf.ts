import { AcquisError } from '../../app/errors.ts';
import { readTypedFile } from '../safe-read.ts';

/** Ours stay far below; a file this large would not fit in memory beside what is found in it. */
const MOST_BYTES = 500_000_000;

/** The bytes of a PDF that somebody named. Throws `cannot-read`, `pdf-too-large`. */
export const readPdf = (path: string): Uint8Array => {
  const bytes = readTypedFile(path, MOST_BYTES);
  if (bytes.length > MOST_BYTES) throw new AcquisError('data', 'pdf-too-large', { file: path });
  return bytes;
};
