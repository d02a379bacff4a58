import stringWidth from 'fast-string-width';
import type { WriteStream } from 'node:tty';
import type { Place } from './text-layout.ts';

/** A few lines at the bottom of the screen, drawn again in place at each key; the cursor stays inside them. */
export class Frame {
  readonly #output: WriteStream;
  #lines: readonly string[] = [];
  #cursor: Place = { row: 0, column: 0 };

  constructor(output: WriteStream) {
    this.#output = output;
  }

  /** Each line must fit the width; `cursor` counts rows and columns from the first one. */
  draw(lines: readonly string[], cursor: Place): void {
    const up = lines.length - 1 - cursor.row;
    this.#output.write(
      `${this.#erase()}${lines.join('\n')}${up > 0 ? `\u001b[${up}A` : ''}\r${moveRight(cursor.column)}`,
    );
    this.#lines = lines;
    this.#cursor = cursor;
  }

  /** Leaves these lines behind, the cursor under them. */
  finish(lines: readonly string[]): void {
    this.#output.write(`${this.#erase()}${lines.map((line) => `${line}\n`).join('')}`);
    this.#lines = [];
    this.#cursor = { row: 0, column: 0 };
  }

  /** Counts rows at the present width: a narrowed window has folded what was drawn before. */
  #erase(): string {
    const width = this.#output.columns || 80;
    const above = this.#lines
      .slice(0, this.#cursor.row)
      .reduce((rows, line) => rows + Math.max(1, Math.ceil(stringWidth(line) / width)), 0);
    const up = above + Math.floor(this.#cursor.column / width);
    return `\r${up > 0 ? `\u001b[${up}A` : ''}\u001b[J`;
  }
}

const moveRight = (columns: number): string => (columns > 0 ? `\u001b[${columns}C` : '');
