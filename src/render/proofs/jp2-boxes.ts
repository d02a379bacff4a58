/** Signature, kind, header and pixels of JPEG 2000 (ISO/IEC 15444-1 annex I); the other boxes hold XMP, EXIF, anything. */
const KEPT = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);

/** A stream of pixels without boxes around it begins with its own mark and is taken as it is. */
export const stripJp2 = (bytes: Buffer): Buffer => {
  if (bytes.length < 12 || bytes.readUInt16BE(0) === 0xff4f) return bytes;
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const named = bytes.readUInt32BE(at);
    // 0: to the end. 1: a length of eight bytes follows, of which a proof needs four.
    const length =
      named === 0
        ? bytes.length - at
        : named === 1 && at + 16 <= bytes.length
          ? bytes.readUInt32BE(at + 12)
          : named;
    if (length < 8) break;
    if (KEPT.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
};
