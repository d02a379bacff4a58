import { deflateSync } from 'fflate';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { concat } from '../../domain/bytes.ts';
import { directoryRecord, endRecord, localRecord, type ZipRecord } from '../../domain/zip-records.ts';

const CHUNK_BYTES = 1 << 20;
/** Beyond this a reader takes an entry for a bomb (`ARCHIVE_LIMITS.ratio`); it is then stored as it is. */
const MOST_RATIO = 50;

export interface WrittenEntry {
  readonly sha256: string;
  readonly bytes: number;
}

export interface ZipWriter {
  /** A text of ours, compressed where that helps; the compressor is of our own lock file, so its bytes last. */
  addBytes(path: string, content: Uint8Array): Promise<WrittenEntry>;
  /** A file of any size, a piece at a time and as it is: proofs are compressed already. */
  addFile(path: string, source: FileHandle): Promise<WrittenEntry>;
  /** The directory; nothing can be added behind it. */
  end(): Promise<void>;
}

/** Writes at a place; a disk may take less than it was given. */
const writeAt = async (handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
};

/** `day` is in the format's own form; every entry bears it. */
export const startZip = (target: FileHandle, day: number): ZipWriter => {
  let offset = 0;
  const directory: Uint8Array[] = [];
  const place = async (record: ZipRecord, content: Uint8Array | undefined): Promise<void> => {
    const head = concat(...localRecord(record));
    await writeAt(target, content ? concat(head, content) : head, offset);
    directory.push(concat(...directoryRecord(record, offset)));
    offset += head.length + record.packed;
  };
  return {
    addBytes: async (path, content) => {
      const deflated = deflateSync(content, { level: 9 });
      const isWorthIt = deflated.length < content.length && deflated.length * MOST_RATIO > content.length;
      const packed = isWorthIt ? deflated : content;
      const method = isWorthIt ? 'deflated' : 'stored';
      const { length: bytes } = content;
      await place({ path, method, dosDay: day, crc: crc32(content), packed: packed.length, bytes }, packed);
      return { sha256: createHash('sha256').update(content).digest('hex'), bytes };
    },

    addFile: async (path, source) => {
      const blank = { path, method: 'stored', dosDay: day } as const;
      const start = offset + concat(...localRecord({ ...blank, crc: 0, packed: 0, bytes: 0 })).length;
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      let [crc, bytes] = [0, 0];
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, bytes);
        if (bytesRead === 0) break;
        const chunk = buffer.subarray(0, bytesRead);
        [crc, bytes] = [crc32(chunk, crc), bytes + bytesRead];
        hash.update(chunk);
        await writeAt(target, chunk, start + bytes - bytesRead);
      }
      // Its size and its sum are known now: the record goes in front.
      await place({ ...blank, crc, packed: bytes, bytes }, undefined);
      return { sha256: hash.digest('hex'), bytes };
    },

    end: async () => {
      const index = concat(...directory);
      await writeAt(target, concat(index, endRecord(directory.length, index.length, offset)), offset);
    },
  };
};
