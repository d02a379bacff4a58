import stringWidth from 'fast-string-width';
import { charactersOf } from './text-buffer.ts';

/** One row of the screen: the text it shows and the offsets of the buffer it covers. */
export interface Row {
  readonly text: string;
  readonly start: number;
  /** Offset behind the last character; the cursor may stand there on a paragraph's last row only. */
  readonly end: number;
}

const TAB = '    ';

/** What a character looks like in the field: a tab is four spaces, what would command the terminal is a dot. */
const shown = (character: string): string =>
  character === '\t'
    ? TAB
    : /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(character)
      ? '·'
      : character;

/** A text as it may safely be printed: `shown` for each character, line breaks kept. */
export const showText = (text: string): string =>
  text
    .split('\n')
    .map((line) => charactersOf(line).map(shown).join(''))
    .join('\n');

const widthOf = (character: string): number => stringWidth(shown(character));

/** Breaks a text into rows of at most `width` columns, between words where it can. */
export const layOut = (text: string, width: number): Row[] => {
  const rows: Row[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    rows.push(...breakParagraph(paragraph, start, Math.max(4, width)));
    start += paragraph.length + 1;
  }
  return rows;
};

const breakParagraph = (paragraph: string, offset: number, width: number): Row[] => {
  const characters = charactersOf(paragraph);
  const rows: Row[] = [];
  let [first, columns, lastSpace] = [0, 0, -1];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    columns += widthOf(character);
    if (columns > width && index > first) {
      const breakAt = character === ' ' ? index + 1 : lastSpace >= first ? lastSpace + 1 : index;
      rows.push(rowOf(characters, first, breakAt, offset));
      first = breakAt;
      columns = characters.slice(first, index + 1).reduce((sum, each) => sum + widthOf(each), 0);
    }
    if (character === ' ') lastSpace = index;
  }
  rows.push(rowOf(characters, first, characters.length, offset));
  return rows;
};

const rowOf = (characters: readonly string[], from: number, to: number, offset: number): Row => {
  const before = characters.slice(0, from).join('').length;
  const text = characters.slice(from, to).join('');
  return {
    text: charactersOf(text).map(shown).join(''),
    start: offset + before,
    end: offset + before + text.length,
  };
};

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the cursor stands on the screen, in rows and columns of the layout. */
export const placeOf = (text: string, rows: readonly Row[], cursor: number): Place => {
  let row = rows.findLastIndex(({ start }) => start <= cursor);
  if (row === -1) row = 0;
  const { start } = rows[row] ?? { start: 0 };
  return {
    row,
    column: charactersOf(text.slice(start, cursor)).reduce((sum, each) => sum + widthOf(each), 0),
  };
};

/** The offset one row up or down, near the same column; undefined beyond the first or the last row. */
export const moveRow = (
  text: string,
  rows: readonly Row[],
  cursor: number,
  by: 1 | -1,
): number | undefined => {
  const { row, column } = placeOf(text, rows, cursor);
  const target = rows[row + by];
  if (!target) return undefined;
  let [offset, columns] = [target.start, 0];
  for (const character of charactersOf(text.slice(target.start, target.end))) {
    // Behind the last character of a wrapped row the cursor would already stand on the next row.
    const isLast = offset + character.length >= target.end && rows[row + by + 1]?.start === target.end;
    if (columns >= column || isLast) break;
    columns += widthOf(character);
    offset += character.length;
  }
  return offset;
};
