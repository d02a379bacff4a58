/** A ZIP file from somewhere, every entry looked at before one is read. */
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fromFdPromise, getFileNameLowLevel, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { AcquisError } from '../../app/errors.ts';
import { collisionsAmong, faultOfPath } from '../../domain/bag/bag-path.ts';
import { ARCHIVE_LIMITS, type ArchiveFault, type ArchiveFaultCode } from '../../domain/bag/faults.ts';
import { cannotRead } from '../disk-errors.ts';
import { openTypedFile } from '../safe-read.ts';
import { faultsOfEntry, isFolderEntry, type FoundEntry } from './entry-faults.ts';

export interface ZipItem {
  readonly path: string;
  /** Inflated. */
  readonly bytes: number;
  readonly entry: Entry;
}

export interface OpenZip {
  /** Files by their path, with forward slashes; folders say nothing that files do not. */
  readonly items: ReadonlyMap<string, ZipItem>;
  /** The bytes of a file; throws `archive-refused` where they are not those the archive promised. */
  read(item: ZipItem): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const MOST_FAULTS = 50;

export const refuseArchive = (file: string, faults: readonly ArchiveFault[]): AcquisError =>
  new AcquisError(
    'data',
    'archive-refused',
    { file, count: faults.length },
    {
      details: faults
        .slice(0, MOST_FAULTS)
        .map(({ code, path, args }) => ({ file: path, path: '', code, ...(args && { args }) })),
    },
  );

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** As the archive means it; a Mac writes UTF-8 without saying so. Old Windows tools write `\`. */
const nameOf = ({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string => {
  const asTold = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  if (extraFields.some(({ id }) => id === 0x7075)) return asTold.replaceAll('\\', '/');
  try {
    return utf8.decode(fileNameRaw).replaceAll('\\', '/');
  } catch {
    return (generalPurposeBitFlag & 0x800) === 0 ? asTold.replaceAll('\\', '/') : '\uFFFD';
  }
};

const END_SIGNATURES: ReadonlySet<number> = new Set([0x06054b50, 0x06064b50, 0x05054b50]);

/** Entries that the end of the directory keeps quiet about would be seen by other tools. */
const requireWholeDirectory = async (handle: FileHandle, zip: ZipFile): Promise<void> => {
  const signature = Buffer.alloc(4);
  // The types of yauzl 3 call this place in the file a truth value.
  await handle.read(signature, 0, 4, Number(zip.readEntryCursor));
  if (!END_SIGNATURES.has(signature.readUInt32LE(0))) throw new Error('directory');
};

const readDirectory = async (handle: FileHandle, zip: ZipFile): Promise<FoundEntry[]> => {
  const found: FoundEntry[] = [];
  const directoryAt = Number(zip.readEntryCursor);
  for await (const entry of zip.eachEntry()) {
    if (found.length >= ARCHIVE_LIMITS.entries) break;
    const local: LocalFileHeader = await zip.readLocalFileHeaderPromise(entry);
    found.push({ path: nameOf(entry), entry, local, directoryAt });
  }
  await requireWholeDirectory(handle, zip);
  return found;
};

/** What the directory alone tells; nothing has been inflated yet. */
const faultsOf = (found: readonly FoundEntry[], fileBytes: number): ArchiveFault[] => {
  const named = found.flatMap((one): ArchiveFault[] => {
    const code = faultOfPath(isFolderEntry(one.path) ? one.path.slice(0, -1) : one.path);
    return [...(code === undefined ? [] : [{ code, path: one.path }]), ...faultsOfEntry(one)];
  });
  const bytes = found.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const excess: ArchiveFault[] = [];
  if (bytes > ARCHIVE_LIMITS.bytes)
    excess.push({ code: 'archive-bytes', path: '', args: { bytes, limit: ARCHIVE_LIMITS.bytes } });
  else if (bytes > 10 * ARCHIVE_LIMITS.ratioFrom && bytes > ARCHIVE_LIMITS.ratio * fileBytes)
    excess.push({ code: 'entry-ratio', path: '', args: { limit: ARCHIVE_LIMITS.ratio } });
  return [...excess, ...named, ...collisionsAmong(found.map(({ path }) => path)), ...overlaps(found)];
};

/** Two entries in the same bytes make a small file a large one, and each reader sees its own. */
const overlaps = (found: readonly FoundEntry[]): ArchiveFault[] => {
  const ranges = found
    .map(({ path, entry, local, directoryAt }) => ({
      path,
      start: entry.relativeOffsetOfLocalHeader,
      end: local.fileDataStart + entry.compressedSize,
      directoryAt,
    }))
    .toSorted((a, b) => a.start - b.start);
  return ranges.flatMap(({ path, end, directoryAt }, index) =>
    end > Math.min(ranges[index + 1]?.start ?? directoryAt, directoryAt)
      ? [{ code: 'entry-overlap', path }]
      : [],
  );
};

/** A fault of the archive, or what the system says of the file. */
const refusal = (error: unknown, file: string, path: string, code: ArchiveFaultCode): unknown => {
  if (error instanceof AcquisError) return error;
  if (error instanceof Error && 'syscall' in error) return cannotRead(file, error);
  const isEncrypted = error instanceof Error && error.message.includes('encrypt');
  return refuseArchive(file, [{ code: isEncrypted ? 'entry-encrypted' : code, path }]);
};

/** A tar or a compressed file is an archive too; ours are ZIP. */
const requireZip = async (handle: FileHandle, shown: string): Promise<void> => {
  const head = Buffer.alloc(2);
  await handle.read(head, 0, 2, 0);
  if (head.toString('latin1') !== 'PK') throw new AcquisError('data', 'restore-format', { file: shown });
};

/** `shown` is what messages call the file; a link in its place is the person's own. Rejects with `archive-refused` and all that is wrong with its directory. */
export const openZip = async (path: string, shown: string): Promise<OpenZip> => {
  const handle = await openTypedFile(path).catch((error: unknown) => {
    throw cannotRead(shown, error);
  });
  try {
    await requireZip(handle, shown);
    const zip = await fromFdPromise(handle.fd, { autoClose: false, decodeStrings: false });
    const tooMany = [
      {
        code: 'archive-entries' as const,
        path: '',
        args: { entries: zip.entryCount, limit: ARCHIVE_LIMITS.entries },
      },
    ];
    if (zip.entryCount > ARCHIVE_LIMITS.entries) throw refuseArchive(shown, tooMany);
    const found = await readDirectory(handle, zip);
    const { size } = await handle.stat();
    const faults = faultsOf(found, size);
    if (faults.length > 0) throw refuseArchive(shown, faults);
    const files = found.filter((one) => !isFolderEntry(one.path));
    return {
      items: new Map(
        files.map((one) => [
          one.path,
          { path: one.path, bytes: one.entry.uncompressedSize, entry: one.entry },
        ]),
      ),
      read: (item) => readItem(zip, item, shown),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw refusal(error, shown, '', 'archive-directory');
  }
};

const readItem = async function* (
  zip: ZipFile,
  { path, entry, bytes }: ZipItem,
  shown: string,
): AsyncGenerator<Buffer> {
  let [sum, count] = [0, 0];
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      [sum, count] = [crc32(chunk, sum), count + chunk.length];
      yield chunk;
    }
    if (sum !== entry.crc32 || count !== bytes) throw new Error('checksum');
  } catch (error) {
    throw refusal(error, shown, path, 'entry-damaged');
  }
};
