/** The earlier states a folder keeps of its document, for reading only; the folder may come from anybody. */
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderHistory } from '../../app/ports/cohort.ts';
import type { KeptVersion } from '../../domain/cohort/history.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { MAX_DOCUMENT_BYTES } from '../document-text.ts';
import { PORTFOLIO_FILE, PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { readPlainFile } from '../safe-read.ts';
import { invalidPortfolio, readDocument } from '../portfolio/read-portfolio.ts';
import { KEEP_ALL, parseVersionName, VERSIONS } from './versions.ts';

/** Ours are some hundreds; a folder made to harm may hold any number. */
const MOST_NAMES = 20_000;

const pad = (value: number): string => String(value).padStart(2, '0');

const localDay = (moment: Date): string =>
  `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;

interface NamedVersion extends KeptVersion {
  readonly name: string;
}

/** A link in place of one of our folders could lead anywhere: it counts as no history at all. */
export const versionNames = async (folder: string): Promise<readonly string[]> => {
  const home = join(folder, PRIVATE_FOLDER, VERSIONS);
  for (const path of [join(folder, PRIVATE_FOLDER), home]) {
    const found = await lstat(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw cannotRead(path, error);
    });
    if (found?.isDirectory() !== true) return [];
  }
  const names: string[] = [];
  for await (const { name } of await opendir(home)) if (names.push(name) >= MOST_NAMES) break;
  return names;
};

const versionsOf = async (folder: string): Promise<readonly NamedVersion[]> =>
  (await versionNames(folder)).flatMap((name) => {
    const parsed = parseVersionName(name);
    return parsed === undefined
      ? []
      : [{ name, count: parsed.count, replacedOn: localDay(parsed.replacedAt), stood: parsed.stood }];
  });

export const openHistory = (): FolderHistory => ({
  thinnedBeyond: KEEP_ALL,

  look: async (folder) => {
    const file = join(folder, PORTFOLIO_FILE);
    const { mtime } = await lstat(file).catch((error: unknown) => {
      throw cannotRead(file, error);
    });
    return { versions: await versionsOf(folder), fileOn: localDay(mtime) };
  },

  read: async (folder, { count }) => {
    const version = (await versionsOf(folder)).find((one) => one.count === count && one.stood);
    const name = version?.name ?? String(count);
    const bytes = readPlainFile(join(folder, PRIVATE_FOLDER, VERSIONS, name), MAX_DOCUMENT_BYTES);
    const { portfolio, defects } = readDocument(bytes, name);
    if (portfolio === undefined) throw invalidPortfolio(name, defects);
    return portfolio;
  },
});
