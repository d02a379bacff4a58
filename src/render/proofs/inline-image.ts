/** Where an image that stands among the operators ends (ISO 32000-1 §8.9.7): nothing before it says how long it is. */
const [E, I] = [0x45, 0x49];
const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
/** What follows the true end is written; coded pixels that happen to look like one go on as noise. */
const LOOKED_AT = 12;

const isWritten = (bytes: Buffer): boolean =>
  bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || isBlank(byte));

const COMPONENTS: Readonly<Record<string, number>> = {
  G: 1,
  RGB: 3,
  CMYK: 4,
  DeviceGray: 1,
  DeviceRGB: 3,
  DeviceCMYK: 4,
};

/** Bytes of pixels that are not coded, where the dictionary tells; undefined for all others. */
const plainLength = (dictionary: string): number | undefined => {
  if (/\/(?:F|Filter)\b/u.test(dictionary)) return undefined;
  const number = (short: string, long: string): number =>
    Number(new RegExp(`/(?:${short}|${long})\\s*(\\d+)`, 'u').exec(dictionary)?.[1] ?? Number.NaN);
  const isMask = /\/(?:IM|ImageMask)\s*true/u.test(dictionary);
  const space = /\/(?:CS|ColorSpace)\s*\/(\w+)/u.exec(dictionary)?.[1] ?? '';
  const bits = isMask ? 1 : number('BPC', 'BitsPerComponent') * (COMPONENTS[space] ?? Number.NaN);
  const length = number('H', 'Height') * Math.ceil((number('W', 'Width') * bits) / 8);
  return Number.isFinite(length) ? length : undefined;
};

/** `at` stands behind `BI`; the answer behind `EI`, or the end of the content where there is none. */
export const endOfImage = (source: Buffer, at: number): number => {
  const data = source.indexOf('ID', at);
  if (data === -1) return source.length;
  const known = plainLength(source.toString('latin1', at, data));
  for (let here = data + 3 + (known ?? 0); here < source.length; here++) {
    if (source[here] !== E || source[here + 1] !== I) continue;
    if (!isBlank(source[here - 1]) && known === undefined) continue;
    const after = source.subarray(here + 2, here + 2 + LOOKED_AT);
    if (after.length === 0 || (isBlank(after[0]) && isWritten(after))) return here + 2;
  }
  return source.length;
};
