/** Reading without waiting: for thousands of small files, a promise for each step costs several times the reading. */
import type { Hash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Windows has neither flag, but no FIFO that could block either; there a link is found when the folder is listed. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** No plain file, or none that holds still. */
export class OtherThanBytes extends Error {
  readonly code = 'not-a-file';
}

const buffer = Buffer.allocUnsafe(1 << 18);

/**
 * Adds the bytes of a plain file to `hash`, after what `frame` makes of its size and dates (where it may also throw, before
 * anything is read). Throws `OtherThanBytes`, what the system refuses,
 * and where the file gets shorter while it is read.
 */
export const hashAtOnce = (path: string, hash: Hash, frame?: (found: BigIntStats) => string): void => {
  const descriptor = openSync(path, FLAGS);
  try {
    const found = fstatSync(descriptor, { bigint: true });
    if (!found.isFile()) throw new OtherThanBytes();
    if (frame) hash.update(frame(found));
    for (let left = Number(found.size); left > 0;) {
      const length = readSync(descriptor, buffer, 0, Math.min(left, buffer.length), null);
      if (length === 0) throw new OtherThanBytes();
      hash.update(buffer.subarray(0, length));
      left -= length;
    }
  } finally {
    closeSync(descriptor);
  }
};
