/** What a bag says of itself, judged by its text files and the names and sizes of its entries, before a proof is read. */
import { isPartialDate } from '../dates.ts';
import { ARCHIVE_LIMITS, type ArchiveFault } from './faults.ts';
import { readManifest, readTags } from './tag-texts.ts';

export const PAYLOAD = 'data/';
export const DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
/** Proofs that were left out of the bag: a manifest of what is not there. Ours; other tools read over it. */
export const LEFT_OUT = 'preuves-non-jointes.txt';

/** By the name a manifest bears; the strong ones prove, the others are checked as well where they are there. */
const STRONG = ['sha256', 'sha512'] as const;
const WEAK = ['md5', 'sha1'] as const;
export type Algorithm = (typeof STRONG)[number] | (typeof WEAK)[number];
const ALGORITHMS: readonly Algorithm[] = [...STRONG, ...WEAK];
/** What systems strew into folders. */
const STREWN = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/iu;

export interface BagInfo {
  /** Day on which it was made, where it says so. */
  readonly packed: string | undefined;
  /** The portfolio's id, as the bag says it. */
  readonly identifier: string | undefined;
}

export interface BagPlan {
  readonly faults: readonly ArchiveFault[];
  /** What each file must be, by its path in the bag. */
  readonly digests: ReadonlyMap<string, readonly (readonly [Algorithm, string])[]>;
  readonly info: BagInfo;
  /** Paths from the portfolio's root of proofs that the bag says it lacks. */
  readonly leftOut: readonly string[];
}

/** Text files that are read to know what the bag is; all lie beside the payload. */
export const isTagText = (path: string): boolean =>
  !path.includes('/') &&
  (/^(?:tag)?manifest-[^/]*\.txt$/u.test(path) ||
    [DECLARATION, BAG_INFO, LEFT_OUT, 'fetch.txt'].includes(path));

/** True for what needs no line in a manifest and is never taken out. */
export const isStrewn = (path: string): boolean => STREWN.test(path) || path.startsWith('__MACOSX/');

const declared = (text: string | undefined): ArchiveFault[] => {
  const tags = readTags(text ?? '');
  const version = tags.get('bagit-version') ?? '';
  if (!/^(?:1\.0|0\.9[3-7])$/u.test(version))
    return [{ code: 'bag-version', path: DECLARATION, args: { version: version.slice(0, 20) } }];
  const encoding = tags.get('tag-file-character-encoding') ?? '';
  return /^utf-?8$/iu.test(encoding)
    ? []
    : [{ code: 'bag-encoding', path: DECLARATION, args: { encoding: encoding.slice(0, 20) } }];
};

interface Manifest {
  readonly name: string;
  readonly ofTags: boolean;
  readonly algorithm: Algorithm;
  readonly text: string;
}

const manifestsIn = (
  texts: ReadonlyMap<string, string>,
): { readonly known: readonly Manifest[]; readonly faults: readonly ArchiveFault[] } => {
  const known: Manifest[] = [];
  const faults: ArchiveFault[] = [];
  for (const [name, text] of texts) {
    const [, tag, written = ''] = /^(tag)?manifest-(.*)\.txt$/u.exec(name) ?? [];
    if (written === '') continue;
    const algorithm = ALGORITHMS.find((one) => one === written.toLowerCase().replace('-', ''));
    if (algorithm === undefined)
      faults.push({ code: 'bag-algorithm', path: name, args: { algorithm: written } });
    else known.push({ name, ofTags: tag !== undefined, algorithm, text });
  }
  const proves = known.some(
    ({ ofTags, algorithm }) => !ofTags && STRONG.some((strong) => strong === algorithm),
  );
  if (!proves && faults.length === 0) faults.push({ code: 'bag-no-manifest', path: 'manifest-sha256.txt' });
  return { known, faults };
};

/** A name as it is written, else in the composition that the archive has it in (a Mac writes its own). */
const finder = (paths: Iterable<string>): ((name: string) => string | undefined) => {
  const all = new Set(paths);
  const composed = new Map([...all].map((path) => [path.normalize('NFC'), path] as const));
  return (name) => (all.has(name) ? name : composed.get(name.normalize('NFC')));
};

/** `sizes`: bytes of every entry by its path from the bag's root; `texts`: those of `isTagText`. */
export const planBag = (sizes: ReadonlyMap<string, number>, texts: ReadonlyMap<string, string>): BagPlan => {
  const { known, faults } = manifestsIn(texts);
  const found: ArchiveFault[] = [...declared(texts.get(DECLARATION)), ...faults];
  const find = finder(sizes.keys());
  const digests = new Map<string, [Algorithm, string][]>();
  for (const { name, ofTags, algorithm, text } of known) {
    const { lines, broken } = readManifest(text);
    for (const line of broken)
      found.push({ code: 'bag-line', path: name, args: { line: line.slice(0, 80) } });
    const here = new Set<string>();
    for (const { raw, path, digest } of lines) {
      const at = find(path) ?? find(raw);
      if (path.startsWith(PAYLOAD) === ofTags || /(?:^|\/)\.\.(?:\/|$)|\\/u.test(path))
        found.push({ code: 'bag-outside', path: name, args: { listed: path.slice(0, 200) } });
      else if (at === undefined) found.push({ code: 'bag-missing', path, args: { manifest: name } });
      else if (here.has(at)) found.push({ code: 'bag-listed-twice', path: name, args: { listed: at } });
      else {
        here.add(at);
        digests.set(at, [...(digests.get(at) ?? []), [algorithm, digest]]);
      }
    }
    if (ofTags) continue;
    for (const path of sizes.keys())
      if (path.startsWith(PAYLOAD) && !here.has(path) && !isStrewn(path))
        found.push({ code: 'bag-unlisted', path, args: { manifest: name } });
  }
  const tagged = known.filter(({ ofTags }) => ofTags);
  for (const { name } of known.filter(({ ofTags }) => !ofTags))
    if (tagged.length > 0 && !digests.has(name))
      found.push({ code: 'bag-unlisted', path: name, args: { manifest: tagged[0]?.name ?? '' } });
  if ((texts.get('fetch.txt') ?? '').trim() !== '') found.push({ code: 'bag-fetch', path: 'fetch.txt' });
  const info = readTags(texts.get(BAG_INFO) ?? '');
  return {
    faults: [...found, ...oxumFaults(info.get('payload-oxum'), sizes, digests), ...lacking(sizes)],
    digests,
    info: infoFrom(info),
    leftOut: readManifest(texts.get(LEFT_OUT) ?? '').lines.map(({ path }) => path.slice(PAYLOAD.length)),
  };
};

const infoFrom = (info: ReadonlyMap<string, string>): BagInfo => {
  const day = info.get('bagging-date') ?? '';
  return {
    packed: /^\d{4}-\d{2}-\d{2}$/u.test(day) && isPartialDate(day) ? day : undefined,
    identifier: info.get('external-identifier'),
  };
};

const oxumFaults = (
  oxum: string | undefined,
  sizes: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, unknown>,
): ArchiveFault[] => {
  if (oxum === undefined) return [];
  const payload = [...sizes].filter(
    ([path]) => path.startsWith(PAYLOAD) && (listed.has(path) || !isStrewn(path)),
  );
  const found = `${payload.reduce((sum, [, bytes]) => sum + bytes, 0)}.${payload.length}`;
  return oxum === found
    ? []
    : [{ code: 'bag-oxum', path: BAG_INFO, args: { oxum: oxum.slice(0, 40), found } }];
};

const lacking = (sizes: ReadonlyMap<string, number>): ArchiveFault[] =>
  sizes.has(`${PAYLOAD}portfolio.yaml`)
    ? []
    : [{ code: 'bag-no-portfolio', path: `${PAYLOAD}portfolio.yaml` }];

/** The most a text of a bag may be: a manifest of as many lines as an archive has entries, names included. */
export const MOST_TAG_BYTES = ARCHIVE_LIMITS.entries * 600;
