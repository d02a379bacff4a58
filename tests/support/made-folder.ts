import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportCache, Making } from '../../src/app/ports/cache.ts';
import type { WrittenDocument } from '../../src/app/ports/export.ts';
import { createExportCache } from '../../src/storage/batch/export-cache.ts';
import { folderOf, temporaryFolder } from './portfolio-folder.ts';

/** What stands in the folder of a fictional candidate, one file of each kind; no file is read for what it says. */
export const MADE_FROM = {
  'portfolio.yaml': 'version: "1"\nid: essai\n'.repeat(200),
  'referentiel.json': '{"version": 1}\n'.repeat(300),
  'preuves/P01-statuts.pdf': Buffer.alloc(5_000, 'statuts'),
  // Read in more than one piece.
  'preuves/films/P02-film.mp4': Buffer.alloc(700_000, 'film'),
} as const;

/** A folder whose documents were made, and the cache that was asked to remember it. */
export interface MadeFolder {
  readonly cache: ExportCache;
  readonly cacheFolder: string;
  readonly making: Making;
  readonly documents: readonly WrittenDocument[];
  /** Writes the documents (again) and has them remembered. */
  readonly make: (making?: Making, namedFiles?: readonly string[]) => Promise<void>;
  /** True when the documents need not be made again. */
  readonly stands: (making?: Making) => Promise<boolean>;
}

export const madeFolder = async (
  files: Readonly<Record<string, string | Uint8Array>> = MADE_FROM,
  changes: { readonly target?: (folder: string) => string } = {},
): Promise<MadeFolder> => {
  const folder = folderOf(files);
  const cacheFolder = join(temporaryFolder(), 'fait');
  const cache = createExportCache(cacheFolder);
  const out = changes.target?.(folder);
  const target = out ?? join(folder, 'exports');
  const making: Making = {
    request: { folder, out, documents: 'all', formats: ['pdf'], blocks: [], date: '2026-11-22' },
    tools: 'outils 1',
  };
  const documents = ['portfolio.pdf', 'travail/memoire-plan.pdf'].map((name) => {
    const bytes = Buffer.alloc(3_000, name);
    return { path: join(target, name), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const made: MadeFolder = {
    cache,
    cacheFolder,
    making,
    documents: documents.map(({ path, sha256 }) => ({ path, sha256 })),
    make: async (asked = making, namedFiles = ['preuves/P01-statuts.pdf']) => {
      const { fingerprint = '' } = await cache.recall(asked);
      for (const { path, bytes } of documents) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes);
      }
      const notices = [{ code: 'uncalled', document: 'memoire', certification: 'ESSAI1' }] as const;
      await cache.remember(asked, fingerprint, namedFiles, {
        certification: 'ESSAI1',
        notices,
        documents: made.documents,
      });
    },
    stands: async (asked = making) => (await cache.recall(asked)).made !== undefined,
  };
  await made.make();
  return made;
};

/** Another byte at one place, and the dates as they were: only who reads the byte can know. */
export const changeByte = (path: string, position: number): void => {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[position % bytes.length]! ^= 1;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
};
