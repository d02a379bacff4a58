import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { StoredFile } from '../../domain/portfolio.ts';
import { isReserved } from '../../domain/stored-path.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { realFolder, resolveInside } from './inspection.ts';
import { readRealFile } from '../safe-read.ts';

/** It is read whole, in a process that may hold 768 MB. A film is kept as a proof, and is never printed. */
const MAX_BYTES = 120_000_000;

export type ProofBytes =
  | { readonly bytes: Uint8Array }
  /** `missing` also where a link leads out of the folder, or where no plain file stands: what is there is no proof. */
  | { readonly fault: 'missing' | 'altered' | 'too-large' };

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'link', 'not-a-file']);

/** The bytes of one proof if they are those that were recorded; rejects with `cannot-read` for what the system refuses. */
export const readProof = (folder: string, { path, sha256, bytes: recorded }: StoredFile): ProofBytes => {
  try {
    const root = realFolder(folder);
    const real = resolveInside(root, path);
    if (real === undefined || isReserved(relative(root, real))) return { fault: 'missing' };
    const { size } = lstatSync(real);
    if (recorded !== undefined && recorded !== size) return { fault: 'altered' };
    if (size > MAX_BYTES) return { fault: 'too-large' };
    const bytes = readRealFile(real, MAX_BYTES);
    if (bytes.length > MAX_BYTES) return { fault: 'too-large' };
    if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256)
      return { fault: 'altered' };
    return { bytes };
  } catch (error) {
    if (MISSING.has(codeOf(error) ?? '')) return { fault: 'missing' };
    throw cannotRead(join(folder, path), error);
  }
};
