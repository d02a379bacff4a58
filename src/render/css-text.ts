/**
 * A text as a CSS string, for the margins of pages, which only `content` can fill. Whatever is not a letter, a digit or
 * a plain space becomes an escape, so that no text can close the string, the rule or the style element.
 */
export const cssString = (text: string): string =>
  `"${Array.from(text, (char) =>
    /[\p{L}\p{N} ]/u.test(char) ? char : `\\${(char.codePointAt(0) ?? 0).toString(16)} `,
  ).join('')}"`;

/** Running titles are one line: the whole text is on the cover. */
export const shorten = (text: string, length: number): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const chars = Array.from(line);
  return chars.length <= length
    ? line
    : `${chars
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};
