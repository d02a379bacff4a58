import type { Entry, LocalFileHeader } from 'yauzl';
import { ARCHIVE_LIMITS, type ArchiveFault } from '../../domain/bag/faults.ts';

export interface FoundEntry {
  readonly path: string;
  readonly entry: Entry;
  readonly local: LocalFileHeader;
  /** Where the directory begins: no entry's bytes may lie behind it. */
  readonly directoryAt: number;
}

export const isFolderEntry = (path: string): boolean => path.endsWith('/');

const KIND = 0o170000;
const [LINK, FOLDER, FILE] = [0o120000, 0o040000, 0o100000];
/** Windows' own kind of link, where the entry was made there. */
const REPARSE_POINT = 0x400;
const WINDOWS_HOSTS: ReadonlySet<number> = new Set([0, 10, 14]);

const ENCRYPTED = 0x1;
const HIDDEN_HEADER = 0x2000;
const SIZES_BEHIND = 0x8;
/** Where the sizes stand in an extra field. */
const IN_ZIP64 = 0xffffffff;

const kindFaults = (path: string, { externalFileAttributes, versionMadeBy }: Entry): ArchiveFault[] => {
  const kind = (externalFileAttributes >>> 16) & KIND;
  const isWindowsLink =
    WINDOWS_HOSTS.has(versionMadeBy >> 8) && (externalFileAttributes & REPARSE_POINT) !== 0;
  if (kind === LINK || isWindowsLink) return [{ code: 'entry-link', path }];
  const isExpected = kind === 0 || kind === (isFolderEntry(path) ? FOLDER : FILE);
  return isExpected ? [] : [{ code: 'entry-special', path }];
};

const isTooDense = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > ARCHIVE_LIMITS.ratioFrom && uncompressedSize > ARCHIVE_LIMITS.ratio * compressedSize;

/** What an entry is, as the directory describes it. */
export const faultsOfEntry = (found: FoundEntry): ArchiveFault[] => {
  const { path, entry } = found;
  return [
    ...kindFaults(path, entry),
    ...((entry.generalPurposeBitFlag & (ENCRYPTED | HIDDEN_HEADER)) === 0
      ? []
      : [{ code: 'entry-encrypted' as const, path }]),
    ...([0, 8].includes(entry.compressionMethod)
      ? []
      : [{ code: 'entry-method' as const, path, args: { method: entry.compressionMethod } }]),
    ...(isTooDense(entry)
      ? [{ code: 'entry-ratio' as const, path, args: { limit: ARCHIVE_LIMITS.ratio } }]
      : []),
    ...(isFolderEntry(path) && entry.uncompressedSize > 0 ? [{ code: 'entry-special' as const, path }] : []),
    ...(isTwoFaced(found) ? [{ code: 'entry-header' as const, path }] : []),
  ];
};

/** True where the record in front of the bytes says something else than the directory: another tool would believe it. */
const isTwoFaced = ({ entry, local }: FoundEntry): boolean => {
  const differs = (here: number, there: number): boolean =>
    here !== there &&
    here !== IN_ZIP64 &&
    !(here === 0 && (local.generalPurposeBitFlag & SIZES_BEHIND) !== 0);
  return (
    !local.fileName.equals(entry.fileNameRaw) ||
    local.compressionMethod !== entry.compressionMethod ||
    ((local.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & ENCRYPTED) !== 0 ||
    differs(local.crc32, entry.crc32) ||
    differs(local.compressedSize, entry.compressedSize) ||
    differs(local.uncompressedSize, entry.uncompressedSize)
  );
};
