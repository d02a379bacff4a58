import { createHash } from 'node:crypto';
import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type EvidenceFiles, type FileState, storedFilesOf } from '../../domain/evidence/files.ts';
import { inspectContent, type FileContent } from '../../domain/file-type/inspect-content.ts';
import type { Evidence, StoredFile } from '../../domain/portfolio.ts';
import { isReserved, staysInside } from '../../domain/stored-path.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { EVIDENCE_FOLDER } from '../../domain/folder-names.ts';
import { hashAtOnce, lookAtEnds } from '../read-at-once.ts';
import { openPlainFile } from '../safe-read.ts';

const CHUNK_BYTES = 1 << 18;
/** Up to here a file is read without a pause; a signal can wait that long. */
const AT_ONCE_BYTES = 1 << 20;
const BELOW_PROOFS = `${EVIDENCE_FOLDER}/`;

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

/** Where a folder really is, for `resolveInside`. */
export const realFolder = (folder: string): string => realpathSync.native(folder);

/**
 * Where a path stored in the folder `root` (see `realFolder`) really is on the disk; undefined when its words or a link on
 * the way lead out of the folder. Throws `ENOENT` when nothing is there.
 */
export const resolveInside = (root: string, path: string): string | undefined => {
  if (!staysInside(path)) return undefined;
  const real = realpathSync.native(join(root, path));
  const way = relative(root, real);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : real;
};

interface Read {
  readonly sha256: string;
  readonly content: FileContent;
}

/** `name` as the portfolio spells it; `real` where it is. */
const readSmall = (name: string, real: string): Read => {
  const hash = createHash('sha256');
  let content: FileContent = { type: 'unknown' };
  hashAtOnce(real, hash, { look: (sample) => (content = inspectContent(name, sample)) });
  return { sha256: hash.digest('hex'), content };
};

const readLarge = async (name: string, real: string): Promise<Read> => {
  const { sha256 } = await hashFile(real);
  return { sha256, content: inspectContent(name, lookAtEnds(real)) };
};

/** A folder and, where it is one and no link leads out of it, the folder of its proofs. */
interface Places {
  readonly root: string;
  readonly proofs: string | undefined;
}

interface Found {
  readonly real: string;
  readonly stats: Stats;
}

/** What no link leads to lies where it is named: of twenty proofs in one folder, the way to that folder is asked once. */
const findFile = ({ root, proofs }: Places, path: string): Found | undefined => {
  const name = path.startsWith(BELOW_PROOFS) ? path.slice(BELOW_PROOFS.length) : '';
  if (proofs !== undefined && name !== '' && !/[/\\]/.test(name) && staysInside(path)) {
    const real = join(proofs, name);
    const stats = lstatSync(real);
    if (!stats.isSymbolicLink()) return { real, stats };
  }
  const real = resolveInside(root, path);
  return real === undefined ? undefined : { real, stats: lstatSync(real) };
};

const inspect = async (
  folder: string,
  places: Places,
  { path, sha256, bytes }: StoredFile,
): Promise<FileState> => {
  try {
    const file = findFile(places, path);
    // A link in `preuves/` may lead to the portfolio itself, which is no proof of anything.
    if (file === undefined || isReserved(relative(places.root, file.real))) return { state: 'outside' };
    const { real, stats: found } = file;
    if (!found.isFile()) return { state: 'not-a-file' };
    // A different size needs no reading.
    if (bytes !== undefined && bytes !== found.size) return { state: 'altered', bytes: found.size };
    if (sha256 === undefined)
      return { state: 'present', bytes: found.size, content: inspectContent(path, lookAtEnds(real)) };
    const read = found.size > AT_ONCE_BYTES ? await readLarge(path, real) : readSmall(path, real);
    if (read.sha256 !== sha256) return { state: 'altered', bytes: found.size };
    return { state: 'present', bytes: found.size, content: read.content };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing' };
    if (code === 'link' || code === 'ELOOP') return { state: 'outside' };
    if (code === 'not-a-file') return { state: 'not-a-file' };
    throw cannotRead(join(folder, path), error);
  }
};

const placesOf = (folder: string): Places => {
  try {
    const root = realFolder(folder);
    return { root, proofs: proofsIn(root) };
  } catch (error) {
    throw cannotRead(folder, error);
  }
};

const proofsIn = (root: string): string | undefined => {
  try {
    const proofs = resolveInside(root, EVIDENCE_FOLDER);
    return proofs === root ? undefined : proofs;
  } catch {
    // Whatever keeps us from it is told of each proof.
    return undefined;
  }
};

/** A folder's stored files, one at a time, by a caller who goes on where one cannot be read: `cannot-read` is thrown. */
export const fileInspector = (folder: string): ((stored: StoredFile) => Promise<FileState>) => {
  const places = placesOf(folder);
  return (stored) => inspect(folder, places, stored);
};

/** By path; a file that is not there, or lies elsewhere than in the folder, has no entry. */
export const hashProofs = async (
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, { readonly sha256: string; readonly bytes: number }>> => {
  const found = new Map<string, { readonly sha256: string; readonly bytes: number }>();
  const places = placesOf(folder);
  for (const path of new Set(paths)) {
    if ((await inspect(folder, places, { path })).state !== 'present') continue;
    const file = findFile(places, path);
    if (file !== undefined) found.set(path, await hashFile(file.real));
  }
  return found;
};

/** One file after the other: the disk is the limit, not the processor. */
export const inspectFiles = async (folder: string, evidence: readonly Evidence[]): Promise<EvidenceFiles> => {
  const states = new Map<string, FileState>();
  const places = placesOf(folder);
  for (const { key, file } of evidence.flatMap(storedFilesOf))
    states.set(key, await inspect(folder, places, file));
  return states;
};
