/** A path as a shell reads it: one word, so that a command that is suggested can be copied. */
export const shellWord = (text: string): string =>
  /^[\w./-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
