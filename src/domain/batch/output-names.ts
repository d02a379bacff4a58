/** Names of the folders that `--out` receives, one per candidate. */
import { stableHash } from './stable-hash.ts';

/** One folder to name. `path` is relative, parts joined by `/`; `asked` is what a manifest wants instead. */
export interface Named {
  readonly path: string;
  readonly asked?: string | undefined;
}

const LONGEST = 120;
/** Names that Windows keeps for devices, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/iu;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const cut = (text: string, room: number): string => {
  let kept = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += bytesOf(sign);
    if (bytes > room) break;
    kept += sign;
  }
  return kept.replaceAll(/[-._]+$/gu, '');
};

const mark = (text: string): string => stableHash(text).toString(36).padStart(7, '0');

/**
 * A name every system keeps as it is: letters of any script and digits in NFC, parted by `-`, `_` or `.`; at most 120
 * bytes, never a device's name, never empty.
 */
export const portableName = (text: string): string => {
  const name = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replaceAll(/^[-._]+|[-._]+$/gu, '');
  const safe = name === '' ? `dossier-${mark(text)}` : RESERVED.test(name) ? `dossier-${name}` : name;
  if (bytesOf(safe) <= LONGEST) return safe;
  // Two long names may differ at their ends alone.
  const end = `-${mark(safe)}`;
  return `${cut(safe, LONGEST - end.length)}${end}`;
};

/** What a file system that ignores case, or writes accents its own way, takes for the same name. */
export const sameNameKey = (name: string): string =>
  name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');

/** The last `count` parts of a path as one name; the whole path with its mark once there are no more parts. */
const candidate = (path: string, count: number): string => {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = portableName(parts.slice(-count).join('-'));
  return count <= parts.length ? name : portableName(`${cut(name, LONGEST - 8)}-${mark(path)}`);
};

const shared = (names: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names.map(sameNameKey)) (seen.has(name) ? twice : seen).add(name);
  return twice;
};

/**
 * A distinct name for each: the folder's own; where two would share it, their parents' names come before it, as many as
 * it takes. Depends on the list as a set, never on its order. Asked names are kept, and must be distinct already; so
 * must be the paths.
 */
export const outputNames = (list: readonly Named[]): string[] => {
  const depths = list.map(() => 1);
  const longest = Math.max(1, ...list.map(({ path }) => path.split('/').length)) + 1;
  for (;;) {
    const names = list.map(({ path, asked }, index) =>
      asked === undefined ? candidate(path, depths[index] ?? 1) : portableName(asked),
    );
    const twice = shared(names);
    const deeper = list.flatMap(({ asked }, index) =>
      asked === undefined && twice.has(sameNameKey(names[index] ?? '')) && (depths[index] ?? 1) < longest
        ? [index]
        : [],
    );
    if (deeper.length === 0) return names;
    for (const index of deeper) depths[index] = (depths[index] ?? 1) + 1;
  }
};
