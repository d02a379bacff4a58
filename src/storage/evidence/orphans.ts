import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../disk-errors.ts';
import { realFolder, resolveInside } from './inspection.ts';
import { EVIDENCE_FOLDER } from '../../domain/folder-names.ts';
import { isPlainFolder } from '../safe-read.ts';

/** What systems strew everywhere is nobody's proof. */
export const STREWN: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);
/** Far more than any folder of proofs; a folder made to harm may hold any number. */
const MOST_ENTRIES = 20_000;
const MOST_DEPTH = 16;

/** Where a path really is; two spellings of one file have the same. Undefined for what is not there or lies outside. */
const realOf = (root: string, path: string): string | undefined => {
  try {
    return resolveInside(root, path);
  } catch {
    return undefined;
  }
};

/** Files and links below `preuves/` that none of the `named` paths leads to; from the folder's root, by name. */
export const findOrphans = (folder: string, named: readonly string[]): readonly string[] => {
  const root = realFolder(folder);
  const known = new Set(named.map((path) => realOf(root, path)));
  const orphans: string[] = [];
  let left = MOST_ENTRIES;
  const walk = (below: string, depth: number): void => {
    const entries = readdirSync(join(root, below), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (left-- <= 0) return;
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < MOST_DEPTH) walk(path, depth + 1);
      else if (!STREWN.has(entry.name) && !known.has(join(root, path))) orphans.push(path);
    }
  };
  try {
    if (isPlainFolder(join(root, EVIDENCE_FOLDER))) walk(EVIDENCE_FOLDER, 0);
  } catch (error) {
    // A folder that may not be read is told of by the proofs that lie in it.
    if (codeOf(error) !== 'EACCES') throw error;
  }
  return orphans;
};
