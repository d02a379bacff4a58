/** Reading without waiting: for thousands of small files, a promise for each step costs several times the reading. */
import type { Hash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { HEAD_BYTES, sampleOf, TAIL_BYTES, type FileSample } from '../domain/file-type/sample.ts';

/** Windows has neither flag, but no FIFO that could block either; there a link is found when the folder is listed. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** No plain file, or none that holds still. */
export class OtherThanBytes extends Error {
  readonly code = 'not-a-file';
}

const buffer = Buffer.allocUnsafe(1 << 18);

/** What a reader wants besides the hash. */
export interface WhileReading {
  /** Hashed before the bytes; may throw before anything is read. */
  readonly frame?: (found: BigIntStats) => string;
  /** Shown the two ends, which are of no use after it returns: the buffer is everybody's. */
  readonly look?: (sample: FileSample) => void;
}

/**
 * Adds the bytes of a plain file to `hash`. Throws `OtherThanBytes`, what the system refuses,
 * and where the file gets shorter while it is read.
 */
export const hashAtOnce = (path: string, hash: Hash, { frame, look }: WhileReading = {}): void => {
  const descriptor = openSync(path, FLAGS);
  try {
    const found = fstatSync(descriptor, { bigint: true });
    if (!found.isFile()) throw new OtherThanBytes();
    if (frame) hash.update(frame(found));
    const size = Number(found.size);
    for (let left = size; left > 0;) {
      const length = readSync(descriptor, buffer, 0, Math.min(left, buffer.length), null);
      if (length === 0) throw new OtherThanBytes();
      hash.update(buffer.subarray(0, length));
      if (length === size) look?.(sampleOf(buffer.subarray(0, size)));
      else if (left === length) look?.(sampleFrom(descriptor, size));
      left -= length;
    }
    if (size === 0) look?.(sampleOf(buffer.subarray(0, 0)));
  } finally {
    closeSync(descriptor);
  }
};

/** The two ends of what is too large to be in the buffer, just read and so still in the system's memory. */
const sampleFrom = (descriptor: number, size: number): FileSample => {
  const ends = buffer.subarray(0, HEAD_BYTES + TAIL_BYTES);
  const head = readSync(descriptor, ends, 0, HEAD_BYTES, 0);
  const tail = readSync(descriptor, ends, HEAD_BYTES, TAIL_BYTES, Math.max(0, size - TAIL_BYTES));
  return { head: ends.subarray(0, head), tail: ends.subarray(HEAD_BYTES, HEAD_BYTES + tail), size };
};

/** The two ends of a plain file and nothing between. Throws as `hashAtOnce` does. */
export const lookAtEnds = (path: string): FileSample => {
  const descriptor = openSync(path, FLAGS);
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw new OtherThanBytes();
    return sampleFrom(descriptor, found.size);
  } finally {
    closeSync(descriptor);
  }
};
