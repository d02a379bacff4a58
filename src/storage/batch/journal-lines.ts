import { closeSync, openSync, readSync } from 'node:fs';
import type { ItemOutcome } from '../../app/ports/batch-run.ts';

/** One finished folder. */
export interface JournalEntry {
  /** Which folder it really is. */
  readonly key: string;
  /** Changes with every file the folder's documents are made from; missing where that cannot be told. */
  readonly stamp: string | undefined;
  /** Changes with every document that was written. */
  readonly made: string | undefined;
  readonly outcome: ItemOutcome;
}

/** Where a line stands in an open file, in bytes. */
export interface LinePlace {
  readonly file: number;
  readonly start: number;
  readonly length: number;
}

const CHUNK = 1 << 20;
const NEWLINE = 10;

/** Whole lines only: the last one may have been cut short by a kill. */
const linesOf = function* (file: number): Generator<LinePlace> {
  const chunk = Buffer.alloc(CHUNK);
  let start = 0;
  let position = 0;
  for (
    let size = readSync(file, chunk, 0, CHUNK, 0);
    size > 0;
    size = readSync(file, chunk, 0, CHUNK, position)
  ) {
    const bytes = chunk.subarray(0, size);
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
      yield { file, start, length: position + at - start };
      start = position + at + 1;
    }
    position += size;
  }
};

/** Undefined for a line that is no entry. */
export const readEntry = ({ file, start, length }: LinePlace): JournalEntry | undefined => {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, start);
  try {
    return JSON.parse(bytes.toString('utf8')) as JournalEntry;
  } catch {
    return undefined;
  }
};

/** The entries of several journals, one after the other, never more than one in memory. */
export const entriesOf = function* (paths: readonly string[]): Generator<JournalEntry> {
  for (const path of paths) {
    const file = openSync(path, 'r');
    try {
      for (const place of linesOf(file)) {
        const entry = readEntry(place);
        if (entry) yield entry;
      }
    } finally {
      closeSync(file);
    }
  }
};
