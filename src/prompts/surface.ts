import { wrapAnsi } from 'fast-wrap-ansi';
import { bindSigns, unbindSigns } from '../catalogue/fr/line-breaks.ts';
import type { WriteStream } from 'node:tty';
import type { Keyboard } from './keyboard.ts';

type Paint = (text: string) => string;

/** The few colours the prompts use; whether they colour at all was decided when the terminal was. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly red: Paint;
}

/** What every widget needs: keys in, lines out, colours decided once. */
export interface Surface {
  readonly keyboard: Keyboard;
  readonly output: WriteStream;
  readonly style: Palette;
  /** Numbered choices, nothing ever drawn twice. */
  readonly plain: boolean;
}

/** Reading gets hard beyond this many columns. */
const MAX_COLUMNS = 96;

export const columnsOf = ({ output }: Surface): number => Math.min(output.columns || 80, MAX_COLUMNS);

/** Lines of at most `width` columns, broken between words, each after `indent` (the first after `first`). */
export const wrapLines = (text: string, width: number, indent = '', first = indent): string[] =>
  unbindSigns(wrapAnsi(bindSigns(text), Math.max(8, width - indent.length), { hard: true }))
    .split('\n')
    .map((line, index) => `${index === 0 ? first : indent}${line}`);
