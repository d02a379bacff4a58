/** The packed pixels of a PNG that we have just written: a PDF takes them as they are (ISO 32000-1 §7.4.4.4). */
export interface PngData {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

const HEAD_BYTES = 8;

export const readPngData = (png: Buffer): PngData => {
  const parts: Buffer[] = [];
  for (let at = HEAD_BYTES; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = HEAD_BYTES + 8;
  return {
    width: png.readUInt32BE(header),
    height: png.readUInt32BE(header + 4),
    depth: png[header + 8] ?? 8,
    channels: png[header + 9] === 0 ? 1 : 3,
    data: Buffer.concat(parts),
  };
};
