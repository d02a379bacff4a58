/** The two ends of a file: nearly all that tells its type stands there, and a film need not be read whole. */
export interface FileSample {
  /** The first `HEAD_BYTES`, or all there is. */
  readonly head: Uint8Array;
  /** The last `TAIL_BYTES`, or all there is; of a small file it overlaps with the head. */
  readonly tail: Uint8Array;
  /** Of the whole file. */
  readonly size: number;
}

export const HEAD_BYTES = 4096;
/** The list of contents of a Word file with many pictures, or of a PDF's last objects, still fits. */
export const TAIL_BYTES = 16_384;

/** The sample of a file that is in memory as a whole. */
export const sampleOf = (bytes: Uint8Array): FileSample => ({
  head: bytes.subarray(0, HEAD_BYTES),
  tail: bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)),
  size: bytes.length,
});

/** Where `text` (one character per byte) begins at or after `from`; -1 where it does not. */
export const findText = (bytes: Uint8Array, text: string, from = 0): number => {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if (isTextAt(bytes, text, at)) return at;
  return -1;
};

export const isTextAt = (bytes: Uint8Array, text: string, at: number): boolean => {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};
