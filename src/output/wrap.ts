import { bindSigns, unbindSigns } from '../catalogue/fr/line-breaks.ts';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns a text takes: wide characters count two, escapes and combining marks none. */
export const widthOf = (text: string): number => stringWidth(text);

/** Wraps at word boundaries to `width` columns, each line after `indent`, the first after `first` (default: `indent`). */
export const wrap = (text: string, width: number, indent = '', first = indent): string => {
  const inner = Math.max(10, width - Math.max(widthOf(indent), widthOf(first)));
  return unbindSigns(wrapAnsi(bindSigns(text), inner, { hard: true }))
    .split('\n')
    .map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd())
    .join('\n');
};

/** Pads with spaces on the right to `width` columns; longer text is left as it is. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
