/**
 * What a candidate or a hostile file wrote must not command the terminal: control, C1 and bidirectional characters
 * become visible escapes. Newlines and tabs stay.
 */
const COMMANDING =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

export const safeText = (text: string): string =>
  text.replaceAll(COMMANDING, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
