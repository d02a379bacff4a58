import { bigEndian32, concat, crc32, latin1 } from '../../bytes.ts';

/** Five columns by seven rows; only the letters a picture says. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  C: [14, 17, 16, 16, 16, 17, 14], D: [30, 17, 17, 17, 17, 17, 30], E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16], I: [14, 4, 4, 4, 4, 4, 14], M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17], O: [14, 17, 17, 17, 17, 17, 14], T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
}; // prettier-ignore
const MARK = 'DOCUMENT FICTIF';

const WIDTH = 320;
const HEIGHT = 200;
const ROW_BYTES = WIDTH / 8;

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = concat(latin1(type), data);
  return concat(bigEndian32(data.length), named, bigEndian32(crc32(named)));
};

const adler32 = (bytes: Uint8Array): number => {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
};

/** A zlib stream of one stored block: at most 65,535 bytes. */
const stored = (data: Uint8Array): Uint8Array =>
  concat(
    Uint8Array.of(
      0x78,
      0x01,
      1,
      data.length & 255,
      data.length >>> 8,
      ~data.length & 255,
      (~data.length >>> 8) & 255,
    ),
    data,
    bigEndian32(adler32(data)),
  );

/** A chart of black bars on white, one per height (0 to 100), under the words that say it is fictional. */
export const makePng = (heights: readonly number[]): Uint8Array => {
  const rows = Array.from({ length: HEIGHT }, () => new Uint8Array(1 + ROW_BYTES).fill(0xff, 1));
  const box = (left: number, top: number, width: number, height: number): void => {
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) {
        const row = rows[y];
        if (row) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
      }
  };
  Array.from(MARK).forEach((letter, index) =>
    LETTERS[letter]?.forEach((bits, y) => {
      for (let x = 0; x < 5; x++) if (bits & (16 >> x)) box(25 + index * 18 + x * 3, 16 + y * 3, 3, 3);
    }),
  );
  heights.forEach((height, index) => {
    const [slot, tall] = [Math.floor(280 / heights.length), Math.round(height * 1.2)];
    box(20 + index * slot, 180 - tall, slot - 8, tall);
  });
  box(16, 180, 288, 2);
  const header = concat(bigEndian32(WIDTH), bigEndian32(HEIGHT), Uint8Array.of(1, 0, 0, 0, 0));
  return concat(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', stored(concat(...rows))),
    chunk('IEND', new Uint8Array()),
  );
};
