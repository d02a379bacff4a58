import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

const KIND = 0o170000;
const LINK = 0o120000;

/** Passes bytes on and fails at the end if they are not those the archive was made with: yauzl compares sizes only. */
const checkSum = (expected: number): Transform => {
  let sum = 0;
  return new Transform({
    transform: (chunk: Buffer, _, done: TransformCallback) => {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush: (done) => done(sum === expected ? null : new Error('checksum')),
  });
};

const unpackEntry = async (zip: ZipFile, entry: Entry, target: string): Promise<void> => {
  const mode = entry.externalFileAttributes >>> 16;
  // A link could send a later entry anywhere, and no archive we ask for holds one.
  if ((mode & KIND) === LINK) throw new Error(`link ${entry.fileName}`);
  const path = join(target, entry.fileName);
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true, mode: 0o755 });
    return;
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  // `wx`: nothing that is already there is written through, not even an entry of the same archive.
  await pipeline(
    await zip.openReadStreamPromise(entry),
    checkSum(entry.crc32),
    createWriteStream(path, { flags: 'wx' }),
  );
  await chmod(path, (mode & 0o111) === 0 ? 0o644 : 0o755);
};

/**
 * Unpacks an archive into a folder of ours that is still empty. Refuses links, names that leave the folder (yauzl does),
 * an entry that comes twice, and bytes that differ from their checksum. Rejects with the system's error or a plain one.
 */
export const unpackZip = async (archive: string, target: string): Promise<void> => {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) await unpackEntry(zip, entry, target);
  } finally {
    zip.close();
  }
};
