/** Small pictures of each format, made of their parts, and with things in them that nobody means to hand on. */
import { crc32, deflateSync } from 'node:zlib';

/** Stands in every kind of metadata; found anywhere in what is handed on, it is a leak. */
export const SECRET = 'LIEU-ET-AUTEUR';

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (name: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  return Buffer.concat([number(body.length), named, number(crc32(named))]);
};

/** Three boxes and their lines, grey on white; `more` stands between the header and the pixels. */
export const png = (width: number, height: number, more: readonly Buffer[] = []): Buffer => {
  const rows = Buffer.alloc(height * (width + 1), 0xff);
  const paint = (x: number, y: number, w: number, h: number): void => {
    for (let row = Math.floor(y); row < y + h && row < height; row += 1)
      rows.fill(0x55, row * (width + 1) + 1 + Math.floor(x), row * (width + 1) + 1 + Math.floor(x + w));
  };
  paint(width * 0.35, height * 0.1, width * 0.3, height * 0.2);
  paint(width * 0.49, height * 0.3, width * 0.02, height * 0.2);
  paint(width * 0.2, height * 0.49, width * 0.6, height * 0.02);
  for (const x of [0.05, 0.65]) paint(width * x, height * 0.5, width * 0.3, height * 0.2);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const header = Buffer.concat([number(width), number(height), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const textChunks = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'iCCP', 'prVt'].map((name) =>
  chunk(name, Buffer.from(`Author\0${SECRET}`)),
);

export const talkativePng = (): Buffer =>
  Buffer.concat([png(40, 30, [...textChunks, chunk('pHYs', Buffer.alloc(9))]), Buffer.from(SECRET)]);

/** Says that it is huge; holds nothing. */
export const hugePng = (): Buffer => {
  const bytes = png(8, 8);
  bytes.writeUInt32BE(50_000, 16);
  bytes.writeUInt32BE(50_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
};

const segment = (marker: number, body: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const exif = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0', 'latin1'),
    Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from(SECRET),
  ]);

/** Grey, 8 × 16, one black block above one white; `orientation` as a telephone writes it. */
export const talkativeJpeg = (orientation = 1): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from(`JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02${SECRET}`, 'latin1')),
    segment(0xe1, exif(orientation)),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0${SECRET}`)),
    segment(0xed, Buffer.from(SECRET)),
    segment(0xee, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0])),
    segment(0xfe, Buffer.from(SECRET)),
    segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 16)])),
    segment(0xc0, Buffer.from([8, 0, 16, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00, 0, 2, ...Array.from({ length: 14 }, () => 0), 0, 6])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array.from({ length: 15 }, () => 0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    // A stuffed byte and a restart stand in coded data and do not end it.
    Buffer.from([0x2a, 0xff, 0x00, 0x55, 0xff, 0xd0, 0x3f]),
    segment(0xfe, Buffer.from(SECRET)),
    Buffer.from([0xff, 0xff, 0xd9]),
    Buffer.from(SECRET),
  ]);

const riff = (name: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

/** One pixel by one, extended form, as cameras write it. */
export const talkativeWebp = (): Buffer => {
  const pixels = Buffer.from([0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0]);
  const chunks = [
    riff('VP8X', Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('ICCP', Buffer.from(SECRET)),
    riff('VP8L', pixels),
    riff('EXIF', Buffer.from(SECRET)),
    riff('XMP ', Buffer.from(`${SECRET}.`)),
  ];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
};

export const movingWebp = (): Buffer =>
  riff(
    'RIFF',
    Buffer.concat([
      Buffer.from('WEBP'),
      riff('VP8X', Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
      riff('ANIM', Buffer.alloc(6)),
    ]),
  );
