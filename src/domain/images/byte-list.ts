import { UnusablePicture } from './picture.ts';

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A part of the bytes, all of it: an image that was cut short ends here. */
export const partOf = (bytes: Uint8Array, start: number, end: number): Uint8Array => {
  if (start > end || end > bytes.length) throw new UnusablePicture('damaged');
  return bytes.subarray(start, end);
};

/** Four letters that name a chunk. */
export const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...partOf(bytes, at, at + 4));

export const startsWith = (bytes: Uint8Array, head: readonly number[], at = 0): boolean =>
  head.every((byte, index) => bytes[at + index] === byte);
