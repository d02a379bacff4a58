/** What commands a terminal: control, C1 and bidirectional characters, but newlines and tabs. */
export const COMMANDING =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** What a candidate or a hostile file wrote must not command the terminal: such characters become visible escapes. */
export const safeText = (text: string): string =>
  text.replaceAll(COMMANDING, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
