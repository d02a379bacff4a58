import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ExportCache, Made, Making } from '../../app/ports/cache.ts';
import type { WrittenDocument } from '../../app/ports/export.ts';
import { isLeftOut } from '../../domain/named-files.ts';
import { fingerprintFolder } from '../folder-fingerprint.ts';
import { openPrivateRecords } from '../private-records.ts';
import { hashAtOnce } from '../read-at-once.ts';
import { EXPORTS_FOLDER } from '../../domain/folder-names.ts';

/** What stands in the cache. */
interface Kept {
  readonly key: string;
  /** Where the folder really was, so that what is remembered of it can be found and forgotten; older records lack it. */
  readonly root?: string;
  readonly made: Made;
}

/** Each part behind its length, so that none can end in the next one's place. */
const digest = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} ${part}\n`);
  return hash.digest('hex');
};

/** Where a path is or will be: what is there already, without links, and the rest as written. */
const realPathOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPathOf(above), basename(path));
  }
};

/**
 * The folder right below `root` that documents go to or into: nothing in it counts. `undefined` when they go elsewhere, `''`
 * when they go right among the files they are made from.
 */
const insideOf = (root: string, target: string): string | undefined => {
  const way = relative(root, realPathOf(target));
  const [first = ''] = way.split(sep);
  return first === '..' || isAbsolute(way) ? undefined : first;
};

interface Place {
  readonly root: string;
  readonly target: string | undefined;
}

const targetOf = ({ folder, out, outName = '' }: Making['request']): string =>
  resolve(out === undefined ? join(folder, EXPORTS_FOLDER) : join(out, outName));

const placeOf = ({ request }: Making): Place | undefined => {
  try {
    const root = realpathSync(request.folder);
    const inside = insideOf(root, targetOf(request));
    return inside === '' ? undefined : { root, target: inside };
  } catch {
    return undefined;
  }
};

/** Same options, same text, whatever the order in which they were put down. */
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** Left out by `spelled`. */
const PLACES = { folder: undefined, out: undefined, outName: undefined } as const;

/**
 * One record for what was asked of a folder and where it went, whichever day it was: making a document anew replaces it.
 * So there are as many records as documents' places, not as many as versions.
 */
const nameOf = ({ root }: Place, { request }: Making): string =>
  digest(
    'place',
    root,
    targetOf(request),
    spelled({ ...request, ...PLACES, date: undefined, templates: undefined }),
  );

/** Where the folder lies and its documents go changes nothing in them. */
const keyOf = ({ request, tools }: Making, content: string): string =>
  digest('key', tools, spelled({ ...request, ...PLACES, templates: request.templates?.sha256 }), content);

const isIntact = ({ path, sha256 }: WrittenDocument): boolean => {
  const hash = createHash('sha256');
  try {
    hashAtOnce(path, hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
};

const look = (
  place: Place,
  making: Making,
): { readonly key: string; readonly fingerprint: string } | undefined => {
  const found = fingerprintFolder(place.root, place.target);
  if (found === undefined) return undefined;
  const key = keyOf(making, found.content);
  return { key, fingerprint: `${key} ${found.stamp}` };
};
/** What a record's file holds; undefined for what is none, or is one no longer. */
export const keptRecord = (file: string): Kept | undefined => {
  try {
    const kept = JSON.parse(file.slice(file.indexOf('\n') + 1)) as Kept;
    return Array.isArray(kept.made.documents) ? kept : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Remembers, in `folder`, hashes of what was made and of what it was made from, and what was said of it; never documents.
 * A document is taken as it stands only while it is byte for byte the one that was written.
 */
export const createExportCache = (folder: string): ExportCache => {
  const records = openPrivateRecords(folder);

  return {
    recall: async (making) => {
      const place = placeOf(making);
      const now = place && look(place, making);
      if (place === undefined || now === undefined) return { fingerprint: undefined, made: undefined };
      const text = records.read(nameOf(place, making));
      // Its own hash was checked: nobody but us wrote it.
      const known = text === undefined ? undefined : (JSON.parse(text) as Kept);
      const stands = known?.key === now.key && known.made.documents.every(isIntact);
      return {
        fingerprint: now.fingerprint,
        made: stands ? known.made : undefined,
      };
    },

    remember: async (making, fingerprint, namedFiles, made) => {
      const place = placeOf(making);
      if (place === undefined || namedFiles.some((path) => isLeftOut(path, place.target))) return;
      const now = look(place, making);
      if (now?.fingerprint !== fingerprint) return;
      const kept: Kept = { key: now.key, root: place.root, made };
      records.keep(nameOf(place, making), JSON.stringify(kept));
    },
  };
};
