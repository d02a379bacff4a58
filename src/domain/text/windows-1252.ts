/** What programs of Windows wrote before they wrote UTF-8. */

/** 0x80 to 0x9f; every other byte is the sign of its number. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not left to `TextDecoder`: that of Node 20 reads these bytes as Latin 1, without €, œ and ’. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (SIGNS[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('');
