/** The parts of a Word file that a form is read from. The file comes from anywhere: everything is counted while it inflates. */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { unreadable } from './unreadable.ts';

const MOST_ENTRIES = 5000;
/** Of one part: the text of a thousand pages. */
const MOST_PART_BYTES = 16_000_000;
const MOST_BYTES = 40_000_000;

export interface DocxPackage {
  /** Names of all entries. */
  readonly names: ReadonlySet<string>;
  /** Undefined where there is no such part. Rejects with `worksheet-unreadable`. */
  part(name: string): Promise<string | undefined>;
}

const inflate = async (zip: ZipFile, entry: Entry, left: number, file: string): Promise<Buffer> => {
  if (entry.isEncrypted()) throw unreadable(file, 'encrypted');
  const most = Math.min(MOST_PART_BYTES, left);
  const chunks: Buffer[] = [];
  let bytes = 0;
  let sum = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What the archive says of its sizes may be a lie.
    if (bytes > most) {
      stream.destroy();
      throw unreadable(file, 'too-large');
    }
    sum = crc32(chunk, sum);
    chunks.push(chunk);
  }
  if (sum !== entry.crc32) throw unreadable(file, 'checksum');
  return Buffer.concat(chunks);
};

const decode = (bytes: Buffer, file: string): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(file, 'encoding', cause);
  }
};

/** Opens the archive in `bytes`; nothing is written anywhere, and only parts that are asked for are inflated. */
export const openDocxPackage = async (file: string, bytes: Uint8Array): Promise<DocxPackage> => {
  const entries = new Map<string, Entry>();
  let left = MOST_BYTES;
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    autoClose: false,
    lazyEntries: true,
  }).catch((cause: unknown) => {
    throw unreadable(file, 'archive', cause);
  });
  if (zip.entryCount > MOST_ENTRIES) throw unreadable(file, 'too-many');
  try {
    for await (const entry of zip.eachEntry()) {
      // Two parts of one name: which of them a program reads is anybody's guess.
      if (entries.has(entry.fileName)) throw unreadable(file, 'archive');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw unreadable(file, 'archive', error);
  }
  return {
    names: new Set(entries.keys()),
    part: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      try {
        const content = await inflate(zip, entry, left, file);
        left -= content.length;
        return decode(content, file);
      } catch (error) {
        throw unreadable(file, 'archive', error);
      }
    },
  };
};
