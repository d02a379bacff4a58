import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap, WIDEST } from './wrap.ts';

/** Stands before everything that is ours and not the source's; the legend says so in words. */
const OURS = '◇ ';

/** Reading matter for a terminal, laid out to its width; what comes from data is made safe on its way in. */
export interface Page {
  /** A line that must be seen first, with its remedy; `sign` tells how grave it is. */
  alert(sign: '✗' | '!', message: string, hint: string): void;
  title(text: string): void;
  /** Opens a section, after an empty line. */
  head(text: string): void;
  /** A paragraph; `depth` counts steps of two columns. */
  say(text: string, depth?: number): void;
  /** A paragraph of ours. */
  ours(text: string, depth?: number): void;
  item(text: string, depth?: number): void;
  gap(): void;
  text(): string;
}

export const createPage = ({ width, style: { data } }: Terminal): Page => {
  const columns = Math.min(width, WIDEST);
  const lines: string[] = [];
  const put = (text: string, depth: number, first: string, paint = (line: string) => line): void => {
    const indent = '  '.repeat(depth);
    const clean = safeText(text).replaceAll(/\s{2,}/gu, ' ');
    lines.push(paint(wrap(clean, columns, indent + ' '.repeat(first.length), indent + first)));
  };
  return {
    alert: (sign, message, hint) => {
      put(glue(message), 0, `${sign} `, sign === '✗' ? data.bold.red : data.bold.yellow);
      put(glue(hint), 1, '→ ');
      lines.push('');
    },
    title: (text) => put(text, 0, '', data.bold),
    head: (text) => {
      lines.push('');
      put(text, 0, '', data.bold.underline);
    },
    say: (text, depth = 0) => put(text, depth, ''),
    ours: (text, depth = 0) => put(glue(text), depth, OURS, data.dim),
    item: (text, depth = 1) => put(text, depth, '- '),
    gap: () => void lines.push(''),
    text: () => `${lines.join('\n')}\n`,
  };
};

/** Keeps French punctuation on the line of its word; never applied to the source's own words. */
const glue = (text: string): string =>
  text.replaceAll(/ (?=[;:!?»%])/gu, '\u00a0').replaceAll('« ', '«\u00a0');
