import { createHash } from 'node:crypto';
import { rm, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { cannotRead, cannotWrite, codeOf } from '../disk-errors.ts';
import { placeFresh, syncFolder, writeThrough } from '../durable-file.ts';
import { evidenceFileName } from './name.ts';
import { hashFile } from './inspection.ts';
import { ensureOwnFolder } from '../own-folder.ts';
import { openPlainFile } from '../safe-read.ts';

export interface ImportedFile {
  /** From the folder's root, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A film of an interview fits; a disk image does not. */
const MAX_EVIDENCE_BYTES = 500_000_000;
const CHUNK_BYTES = 1 << 20;

/** Copies the bytes that were hashed and no others, whatever happens to the source meanwhile. */
const copyInto = async (
  target: FileHandle,
  source: FileHandle,
  name: string,
): Promise<Omit<ImportedFile, 'path'>> => {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK_BYTES);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, bytes);
    if (bytesRead === 0) break;
    bytes += bytesRead;
    if (bytes > MAX_EVIDENCE_BYTES) throw tooLarge(name);
    hash.update(buffer.subarray(0, bytesRead));
    // A handle's `writeFile` goes on from where it is, and loops over short writes.
    await target.writeFile(buffer.subarray(0, bytesRead));
  }
  if (bytes === 0) throw new AcquisError('data', 'evidence-empty', { file: name });
  return { sha256: hash.digest('hex'), bytes };
};

const tooLarge = (file: string): AcquisError =>
  new AcquisError('data', 'evidence-too-large', { file, limit: MAX_EVIDENCE_BYTES / 1_000_000 });

const openSource = async (path: string): Promise<FileHandle> => {
  try {
    return await openPlainFile(path);
  } catch (error) {
    const code = codeOf(error);
    throw code === 'link' || code === 'not-a-file'
      ? new AcquisError('data', 'evidence-not-plain', { file: path, reason: code })
      : cannotRead(path, error);
  }
};

/** Copies a plain file into the folder under a portable name; never over another one. */
export const importFile = async (
  folder: string,
  subfolder: string,
  source: string,
  evidenceId: string,
): Promise<ImportedFile> => {
  const handle = await openSource(source);
  const home = join(folder, subfolder);
  try {
    if ((await handle.stat()).size > MAX_EVIDENCE_BYTES) throw tooLarge(source);
    await ensureOwnFolder(folder, subfolder);
    let path = '';
    const copied = await writeThrough(
      join(home, evidenceId),
      (target) => copyInto(target, handle, source),
      async (temporary, { sha256 }) => {
        for (let copy = 1; path === ''; copy++) {
          const name = evidenceFileName(evidenceId, basename(source).normalize('NFC'), copy);
          if ((await placeFresh(temporary, join(home, name))) || (await isSame(join(home, name), sha256)))
            path = `${subfolder}/${name}`;
        }
        await rm(temporary, { force: true });
        await syncFolder(home);
      },
    );
    return { path, ...copied };
  } catch (error) {
    throw cannotWrite(home, error);
  } finally {
    await handle.close();
  }
};

/** What a run that was killed before its last step has already copied. */
const isSame = async (path: string, expected: string): Promise<boolean> =>
  hashFile(path).then(
    ({ sha256 }) => sha256 === expected,
    () => false,
  );
