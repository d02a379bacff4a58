/**
 * What a run over many folders has finished, a line each, in a file of its own: enough for `--resume` after a kill, and
 * for the report, so that memory does not grow with the number of folders. Lines are not made durable one by one: what a
 * power cut takes is done again.
 */
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { lstat, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BatchItem, ItemOutcome, RunIdentity, RunJournal } from '../../app/ports/batch-run.ts';
import { cannotWrite } from '../disk-errors.ts';
import { isAlive } from '../durable-file.ts';
import { entriesOf, readEntry, type JournalEntry, type LinePlace } from './journal-lines.ts';
import { stampFiles, stampFolder } from './folder-stamp.ts';
import { makeFolders } from '../own-folder.ts';

const KEPT_MS = 30 * 86_400_000;

const identify = async ({ manifest, ...identity }: RunIdentity, current: string): Promise<string> => {
  const rows = manifest === undefined ? '' : await readFile(resolve(current, manifest)).catch(() => '');
  const hash = createHash('sha256').update(JSON.stringify([current, manifest, identity]));
  return hash.update(rows).digest('hex').slice(0, 24);
};

/** The number of a dead process is given out again, in a container to the very next run: a journal under our own is no living one's. */
const isHeld = (pid: number): boolean => pid !== process.pid && isAlive(pid);

/** Journals of this very run whose process is gone, the oldest first; those nobody will resume are removed. */
const leftBehind = async (folder: string, id: string): Promise<string[]> => {
  const found: { path: string; time: number }[] = [];
  for (const name of await readdir(folder)) {
    const [owner, pid] = name.split('-');
    const path = join(folder, name);
    const time = (await lstat(path).catch(() => undefined))?.mtimeMs ?? 0;
    if (isHeld(Number(pid))) continue;
    if (owner === id) found.push({ path, time });
    else if (Date.now() - time > KEPT_MS) await rm(path, { force: true });
  }
  return found.toSorted((a, b) => a.time - b.time).map(({ path }) => path);
};

interface JournalOptions {
  /** Where journals are kept; only its user looks into it. */
  readonly folder: string;
  /** The current folder. */
  readonly current: string;
  readonly resume: boolean;
}

/** A place for the journal, even where the usual one cannot be written. */
const makePlace = async (folder: string): Promise<{ folder: string; lasts: boolean }> => {
  try {
    await makeFolders(folder, { isPrivate: true });
    const trial = join(folder, `0-${process.pid}-${randomBytes(4).toString('hex')}`);
    await (await open(trial, 'wx', 0o600)).close();
    await rm(trial);
    return { folder, lasts: true };
  } catch {
    const instead = await mkdtemp(join(tmpdir(), 'acquis-run-')).catch((error: unknown) => {
      throw cannotWrite(folder, error);
    });
    return { folder: instead, lasts: false };
  }
};

export const openRunJournal = async (
  identity: RunIdentity,
  { folder, current, resume }: JournalOptions,
): Promise<RunJournal> => {
  const place = await makePlace(folder);
  const id = await identify(identity, current);
  const before = await leftBehind(place.folder, id);
  const path = join(place.folder, `${id}-${process.pid}-${randomBytes(4).toString('hex')}`);
  const file = openSync(path, 'wx+', 0o600);
  const places = new Map<string, LinePlace>();
  let end = 0;
  const append = (entry: JournalEntry): void => {
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      appendFileSync(file, bytes);
    } catch (error) {
      throw cannotWrite(path, error);
    }
    places.set(entry.key, { file, start: end, length: bytes.length - 1 });
    end += bytes.length;
  };
  // What is taken over stands in the new journal before the old ones go: a kill in between loses nothing.
  if (resume) for (const entry of entriesOf(before)) if (entry.outcome.status !== 'failed') append(entry);
  for (const each of before) await rm(each, { force: true });
  const found = places.size;
  /** Looked at or done by this run, and true for what it took over. */
  const settled = new Map<string, boolean>();
  /** As folders under way were before they were read: what is written meanwhile is not done. */
  const begun = new Map<string, string | undefined>();
  const stampOfMade = ({ documents }: ItemOutcome): string | undefined =>
    stampFiles(documents.map((document) => resolve(current, document)));
  /** Where a stamp cannot be told, on either side, nothing is taken for unchanged. */
  const stands = ({ stamp, made, outcome }: JournalEntry, now: string | undefined): boolean =>
    stamp !== undefined && stamp === now && made !== undefined && made === stampOfMade(outcome);
  const entryOf = ({ folder }: BatchItem): JournalEntry | undefined => {
    const place = places.get(folder.identity);
    return place && readEntry(place);
  };

  return {
    found,
    lasts: place.lasts,
    kept: async (item) => {
      const entry = entryOf(item);
      const stamp = stampFolder(item.folder.path);
      if (entry === undefined || !stands(entry, stamp)) {
        begun.set(item.folder.identity, stamp);
        return undefined;
      }
      settled.set(entry.key, true);
      return asResumed(entry.outcome);
    },
    record: async (item, outcome) => {
      const key = item.folder.identity;
      const stamp = begun.has(key) ? begun.get(key) : stampFolder(item.folder.path);
      append({ key, stamp, made: stampOfMade(outcome), outcome });
      begun.delete(key);
      settled.set(key, false);
    },
    outcomes: async function* (items) {
      for (const item of items) {
        const isResumed = settled.get(item.folder.identity);
        const outcome = isResumed === undefined ? undefined : entryOf(item)?.outcome;
        yield [item, outcome && isResumed ? asResumed(outcome) : outcome];
      }
    },
    close: async (isComplete) => {
      closeSync(file);
      if (isComplete) await rm(path, { force: true });
      if (!place.lasts) await rm(place.folder, { recursive: true, force: true });
    },
  };
};

/** Nothing was done this time; what a check found there still stands. */
const asResumed = (outcome: ItemOutcome): ItemOutcome =>
  outcome.status === 'done' ? { ...outcome, status: 'skipped' } : outcome;
