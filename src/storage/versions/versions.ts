/** Earlier bytes of the portfolio, kept in the folder so that a change can be undone. */
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { ensureOwnFolder } from '../own-folder.ts';

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export const VERSIONS = 'versions';
/** `000012-20261122T044512Z-1f2e3d4c.yaml`: counted, dated, recognised by content. */
const NAME = /^(\d{6})-(\d{8}T\d{6}Z)-([0-9a-f]{8})\.yaml$/;

/**
 * The last hundred all stay: an evening of answers. Beyond, the first of each hour, then of each day: the bytes that an
 * hour or a day found, which is what « since Monday » is compared with.
 */
export const KEEP_ALL = 100;
const KEEP_HOURS = 48;
const KEEP_DAYS = 180;

/** Which versions may go; `names` in any order, the newest are never among them. */
export const thinVersions = (names: readonly string[]): string[] => {
  const newestFirst = names
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed();
  const kept = new Set(newestFirst.slice(0, KEEP_ALL));
  // The first version of all is where the candidate began.
  const first = newestFirst.at(-1);
  if (first !== undefined) kept.add(first);
  for (const [length, limit] of [
    ['YYYYMMDDTHH'.length, KEEP_HOURS],
    ['YYYYMMDD'.length, KEEP_DAYS],
  ] as const) {
    const firstOfSlot = new Map<string, string>();
    for (const name of newestFirst) {
      const slot = NAME.exec(name)![2]!.slice(0, length);
      if (firstOfSlot.has(slot) || firstOfSlot.size < limit) firstOfSlot.set(slot, name);
    }
    for (const name of firstOfSlot.values()) kept.add(name);
  }
  return newestFirst.filter((name) => !kept.has(name));
};

export interface VersionName {
  readonly count: number;
  readonly replacedAt: Date;
  /** The first eight digits of the SHA-256 of its bytes. */
  readonly digest: string;
  /** False for a text that could not be saved. */
  readonly stood: boolean;
}

/** What the name of a kept text says of it; undefined for a file that is none of ours. */
export const parseVersionName = (name: string): VersionName | undefined => {
  const parts = /^(\d{6})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([0-9a-f]{8})(\.conflit)?\.yaml$/.exec(
    name,
  );
  if (parts === null) return undefined;
  const [, count, year, month, day, hour, minute, second, digest = '', refused] = parts;
  const replacedAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(replacedAt.getTime())) return undefined;
  return { count: Number(count), replacedAt, digest, stood: refused === undefined };
};

const versionsIn = (folder: string): string => join(folder, PRIVATE_FOLDER, VERSIONS);

const stampOf = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const add = async (
  folder: string,
  content: string | Uint8Array,
  suffix: string,
  replacedAt = new Date(),
): Promise<string> => {
  const home = await ensureOwnFolder(join(folder, PRIVATE_FOLDER), VERSIONS);
  const names = (await readdir(home)).filter((name) => /^\d{6}-/.test(name)).toSorted();
  const digest = sha256(content).slice(0, 8);
  const last = names.at(-1);
  if (last?.endsWith(`-${digest}${suffix}`)) return last;
  const count = String(Number(last?.slice(0, 6) ?? 0) + 1).padStart(6, '0');
  const name = `${count}-${stampOf(replacedAt)}-${digest}${suffix}`;
  await writeDurably(join(home, name), content);
  return name;
};

/** Keeps the bytes that are about to be replaced, and lets go of what is too many; returns their number. */
export const keepVersion = async (folder: string, bytes: Uint8Array, replacedAt?: Date): Promise<number> => {
  const kept = await add(folder, bytes, '.yaml', replacedAt);
  const home = versionsIn(folder);
  for (const name of thinVersions(await readdir(home))) await rm(join(home, name), { force: true });
  return Number(kept.slice(0, 6));
};

/** The beginning of the hash of the text that was replaced last. */
export const newestDigest = async (folder: string): Promise<string | undefined> => {
  const names = await readdir(versionsIn(folder)).catch(() => []);
  return NAME.exec(
    names
      .filter((name) => NAME.test(name))
      .toSorted()
      .at(-1) ?? '',
  )?.[3];
};

/** Keeps what could not be saved; returns where, from the folder's root. Never thinned. */
export const keepRefused = async (folder: string, content: string): Promise<string> =>
  `${PRIVATE_FOLDER}/${VERSIONS}/${await add(folder, content, '.conflit.yaml')}`;
