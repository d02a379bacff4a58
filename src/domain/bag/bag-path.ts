/** Names inside an archive that every system can write, and none can take for another place or another name. */
import { sameNameKey } from '../batch/output-names.ts';
import type { ArchiveFault, ArchiveFaultCode } from './faults.ts';

const MOST_PART_BYTES = 255;
const MOST_BYTES = 400;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)[ ]*(?:\.|$)/iu;
/** Not to be seen, or turning the direction of what is read. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const faultOfPart = (part: string): ArchiveFaultCode | undefined => {
  if (part === '') return 'entry-empty-part';
  if (part === '..') return 'entry-parent';
  if (part === '.') return 'entry-empty-part';
  if (/[. ]$/u.test(part)) return 'entry-trailing';
  if (DEVICE.test(part)) return 'entry-device-name';
  if (/[<>:"|?*\\]/u.test(part)) return 'entry-sign';
  return bytesOf(part) > MOST_PART_BYTES ? 'entry-long' : undefined;
};

/** Why a path with forward slashes is refused; undefined for one that is sound everywhere. */
export const faultOfPath = (path: string): ArchiveFaultCode | undefined => {
  if (/[\ufffd\p{Cs}]/u.test(path)) return 'entry-undecodable';
  if (UNSEEN.test(path)) return 'entry-control';
  if (/^(?:\/|[A-Za-z]:)/u.test(path)) return 'entry-absolute';
  const fault = path
    .split('/')
    .map(faultOfPart)
    .find((found) => found !== undefined);
  return fault ?? (bytesOf(path) > MOST_BYTES ? 'entry-long' : undefined);
};

/**
 * Paths, parts of paths included, that a file system which ignores case or composition takes for one another; a folder
 * ends with `/`.
 */
export const collisionsAmong = (paths: readonly string[]): ArchiveFault[] => {
  const spelled = new Map<string, { readonly path: string; readonly isFile: boolean }>();
  const note = (path: string, isFile: boolean, whole: string): ArchiveFault[] => {
    const key = sameNameKey(path);
    const other = spelled.get(key);
    if (other === undefined) spelled.set(key, { path, isFile });
    // The same folder may hold many files; anything else that meets is two things in one place.
    return other === undefined || (!isFile && !other.isFile && other.path === path)
      ? []
      : [{ code: 'entry-twice', path: whole, args: { other: other.path } }];
  };
  return paths.flatMap((whole) => {
    const isFolder = whole.endsWith('/');
    const parts = (isFolder ? whole.slice(0, -1) : whole).split('/');
    const found = parts.flatMap((_, index) =>
      note(parts.slice(0, index + 1).join('/'), !isFolder && index === parts.length - 1, whole),
    );
    return found.slice(0, 1);
  });
};
