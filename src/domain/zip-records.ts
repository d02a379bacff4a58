/** The records of a ZIP file (APPNOTE 6.3), without ZIP64: whoever writes one stays below 4 GB and 65,535 entries. */
import { littleEndian, utf8 } from './bytes.ts';

/** Names are UTF-8. */
const UTF8_NAMES = 0x800;
/** Deflate, the newest thing asked of a reader. */
const VERSION = 20;
/** Made on Unix, so that the mode counts. */
const UNIX = 3 << 8;
/** A plain file that its owner may read and write. */
const PLAIN_FILE = 0o100600;

/** The first day the format knows; the same for every archive that has no day of its own. */
export const FIRST_DOS_DAY = 0x21;

/** `2026-11-22` as the format writes it; it knows the years 1980 to 2107. */
export const dosDay = (date: string): number => {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return year < 1980 || year > 2107 ? FIRST_DOS_DAY : ((year - 1980) << 9) | (month << 5) | day;
};

export interface ZipRecord {
  readonly path: string;
  readonly method: 'stored' | 'deflated';
  readonly dosDay: number;
  /** CRC-32 of the content. */
  readonly crc: number;
  /** In the archive, and of the content, in bytes. */
  readonly packed: number;
  readonly bytes: number;
}

const facts = ({ path, method, dosDay: day, crc, packed, bytes }: ZipRecord): Uint8Array =>
  littleEndian(
    [2, VERSION], [2, UTF8_NAMES], [2, method === 'stored' ? 0 : 8], [2, 0], [2, day], [4, crc], [4, packed], [4, bytes],
    [2, utf8(path).length], [2, 0],
  ); // prettier-ignore

/** What stands before the bytes of an entry. */
export const localRecord = (record: ZipRecord): readonly Uint8Array[] => [
  littleEndian([4, 0x04034b50]),
  facts(record),
  utf8(record.path),
];

/** The entry in the directory at the end; `offset` is that of its local record. */
export const directoryRecord = (record: ZipRecord, offset: number): readonly Uint8Array[] => [
  littleEndian([4, 0x02014b50], [2, UNIX | VERSION]),
  facts(record),
  littleEndian([2, 0], [2, 0], [2, 0], [4, PLAIN_FILE * 0x10000], [4, offset]),
  utf8(record.path),
];

export const endRecord = (count: number, directoryBytes: number, offset: number): Uint8Array =>
  littleEndian(
    [4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directoryBytes], [4, offset], [2, 0],
  ); // prettier-ignore
