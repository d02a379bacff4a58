import { createHash } from 'node:crypto';
import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { publicFileKey, type EvidenceFiles, type FileState } from '../domain/evidence-files.ts';
import type { Evidence, StoredFile } from '../domain/portfolio.ts';
import { isReserved, staysInside } from '../domain/stored-path.ts';
import { cannotRead, codeOf } from './disk-errors.ts';
import { openPlainFile } from './safe-read.ts';

const CHUNK_BYTES = 1 << 18;

/** Hash and size of a plain file, read in pieces: a film does not have to fit in memory. */
export const hashFile = async (path: string): Promise<{ sha256: string; bytes: number }> => {
  const handle = await openPlainFile(path);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, bytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
      bytes += bytesRead;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
};

/**
 * Where a stored path really is on the disk; undefined when its words or a link on the way lead out of the folder.
 * Throws `ENOENT` when nothing is there.
 */
export const resolveInside = async (folder: string, path: string): Promise<string | undefined> => {
  if (!staysInside(path)) return undefined;
  const root = await realpath(folder);
  const real = await realpath(join(root, path));
  const way = relative(root, real);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : real;
};

const inspect = async (folder: string, { path, sha256, bytes }: StoredFile): Promise<FileState> => {
  try {
    const real = await resolveInside(folder, path);
    // A link in `preuves/` may lead to the portfolio itself, which is no proof of anything.
    if (real === undefined || isReserved(relative(await realpath(folder), real))) return { state: 'outside' };
    const found = await lstat(real);
    if (!found.isFile()) return { state: 'not-a-file' };
    // A different size needs no reading.
    if (bytes !== undefined && bytes !== found.size) return { state: 'altered', bytes: found.size };
    if (sha256 === undefined) return { state: 'present', bytes: found.size };
    const actual = await hashFile(real);
    return { state: actual.sha256 === sha256 ? 'present' : 'altered', bytes: actual.bytes };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing' };
    if (code === 'link' || code === 'ELOOP') return { state: 'outside' };
    if (code === 'not-a-file') return { state: 'not-a-file' };
    throw cannotRead(join(folder, path), error);
  }
};

/** One file after the other: the disk is the limit, not the processor. */
export const inspectFiles = async (folder: string, evidence: readonly Evidence[]): Promise<EvidenceFiles> => {
  const states = new Map<string, FileState>();
  for (const { id, file, publicFile } of evidence) {
    if (file) states.set(id, await inspect(folder, file));
    if (publicFile) states.set(publicFileKey(id), await inspect(folder, publicFile));
  }
  return states;
};
