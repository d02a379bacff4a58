/** What the sections of the board for a terminal are laid out with. */
import { safeText } from '../safe-text.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

export interface Paper {
  readonly width: number;
  readonly style: Terminal['style']['data'];
}

export const section = (title: string, lines: readonly string[], { width, style }: Paper): string =>
  lines.length === 0 ? '' : [style.bold(wrap(safeText(title), width)), ...lines].join('\n');

/** A line of a list: a sign or a short word, then text that wraps below itself. */
export const entry = (text: string, { width }: Paper, first = '  ', rest = '      '): string =>
  wrap(safeText(text), width, rest, first);
