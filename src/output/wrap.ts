import { bindSigns, unbindSigns } from '../catalogue/fr/line-breaks.ts';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Longer lines are hard to read, however wide the terminal. */
export const WIDEST = 100;

/** Columns a text takes: wide characters count two, escapes and combining marks none. */
export const widthOf = (text: string): number => stringWidth(text);

/** Zero columns wide; before a space it marks a place where a long word may be broken. */
const MAY_BREAK = '\u2060';

/** A path or the name of a field that no line holds is broken behind a point or a slash, not in the middle of a name. */
const breakable = (text: string, columns: number): string =>
  text.replaceAll(/\S+/gu, (word) =>
    widthOf(word) <= columns ? word : word.replaceAll(/(?<=[./])(?=[^\s./])/gu, `${MAY_BREAK} `),
  );

const unbroken = (text: string): string => text.replaceAll(`${MAY_BREAK} `, '').replaceAll(MAY_BREAK, '');

/** Wraps at word boundaries to `width` columns, each line after `indent`, the first after `first` (default: `indent`). */
export const wrap = (text: string, width: number, indent = '', first = indent): string => {
  const inner = Math.max(10, width - Math.max(widthOf(indent), widthOf(first)));
  return unbindSigns(unbroken(wrapAnsi(breakable(bindSigns(text), inner), inner, { hard: true })))
    .split('\n')
    .map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd())
    .join('\n');
};

/** Pads with spaces on the right to `width` columns; longer text is left as it is. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
