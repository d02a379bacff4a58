import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { FormFiles } from '../app/ports/worksheet.ts';
import { readNamedFile } from './safe-read.ts';

/** A form with photos in it; they are not read, but they are there. */
const MOST_BYTES = 50_000_000;

const read = (path: string): Uint8Array => {
  const bytes = readNamedFile(path, MOST_BYTES);
  if (bytes.byteLength > MOST_BYTES)
    throw new AcquisError('data', 'worksheet-too-large', { file: path, limit: MOST_BYTES / 1e6 });
  return bytes;
};

export const createFormFiles = (): FormFiles => ({
  read: async (path) => read(path),
  readIfThere: async ({ folder, below, name }) => {
    const path = join(resolve(folder), ...below, name);
    return existsSync(path) ? { path, bytes: read(path) } : undefined;
  },
});
