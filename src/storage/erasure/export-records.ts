/** What the memory of exports and the journals of interrupted runs hold about one folder. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isAlive, writeDurably } from '../durable-file.ts';
import { keptRecord } from '../batch/export-cache.ts';

/** One record is at most half of this. */
const MOST_BYTES = 64 * 1024;

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const textOf = (path: string, limit = Number.MAX_SAFE_INTEGER): string => {
  try {
    const found = lstatSync(path);
    return found.isFile() && found.size <= limit ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
};

export interface FolderRecords {
  readonly paths: readonly string[];
  /** Documents outside the folder that were made from it and are still there. */
  readonly writtenElsewhere: readonly string[];
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** `cache`: the folder of the memory of exports; `root`: where the portfolio's folder really is. */
export const recordsAbout = (cache: string, root: string): FolderRecords => {
  const isInside = (path: string): boolean => path.startsWith(root + sep);
  const paths: string[] = [];
  const elsewhere = new Set<string>();
  for (const drawer of namesIn(cache))
    for (const name of namesIn(join(cache, drawer))) {
      const path = join(cache, drawer, name);
      const record = keptRecord(textOf(path, MOST_BYTES));
      if (record === undefined) continue;
      const documents = record.made.documents.map((document) => document.path);
      if (record.root !== root && !documents.some(isInside)) continue;
      paths.push(path);
      for (const document of documents) if (!isInside(document) && isThere(document)) elsewhere.add(document);
    }
  return { paths, writtenElsewhere: [...elsewhere].toSorted((a, b) => (a < b ? -1 : 1)) };
};

const isAbout = (line: string, root: string): boolean => {
  try {
    return (JSON.parse(line) as { readonly key?: unknown }).key === root;
  } catch {
    return false;
  }
};

/** A run that is under way keeps its journal: it has it open, and takes it away when it ends. */
const journalsAbout = (
  runs: string,
  root: string,
): { readonly path: string; readonly lines: number; readonly rest: string }[] =>
  namesIn(runs).flatMap((name) => {
    const pid = Number(name.split('-')[1]);
    if (pid !== process.pid && isAlive(pid)) return [];
    const lines = textOf(join(runs, name)).split('\n');
    const rest = lines.filter((line) => !isAbout(line, root));
    const count = lines.length - rest.length;
    return count === 0 ? [] : [{ path: join(runs, name), lines: count, rest: rest.join('\n') }];
  });

export const journalLinesAbout = (runs: string, root: string): number =>
  journalsAbout(runs, root).reduce((sum, { lines }) => sum + lines, 0);

/** The lines of other folders stay: their run can still be taken up. */
export const forgetInJournals = async (runs: string, root: string): Promise<void> => {
  for (const { path, rest } of journalsAbout(runs, root))
    if (rest.trim() === '') await rm(path, { force: true });
    else await writeDurably(path, rest);
};
