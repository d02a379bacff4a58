/** A text being edited: `cursor` is an offset in UTF-16 units, always between two characters as a reader sees them. */
export interface TextBuffer {
  readonly text: string;
  readonly cursor: number;
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const words = new Intl.Segmenter('fr', { granularity: 'word' });

/** Characters as a reader counts them: « é » made of two code points and a family emoji are one. */
export const charactersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

export const insert = ({ text, cursor }: TextBuffer, added: string): TextBuffer =>
  settle({ text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length });

/** An inserted combining mark joins the character before it: the cursor moves behind the whole. */
const settle = (buffer: TextBuffer): TextBuffer => {
  let end = lineStart(buffer).cursor;
  for (const character of charactersOf(buffer.text.slice(end, lineEnd(buffer).cursor))) {
    if (end >= buffer.cursor) break;
    end += character.length;
  }
  return { text: buffer.text, cursor: Math.max(end, buffer.cursor) };
};

export const left = ({ text, cursor }: TextBuffer): TextBuffer => ({ text, cursor: previous(text, cursor) });

export const right = ({ text, cursor }: TextBuffer): TextBuffer => ({ text, cursor: next(text, cursor) });

export const lineStart = ({ text, cursor }: TextBuffer): TextBuffer => ({
  text,
  cursor:
    text.lastIndexOf('\n', cursor - 1) === -1 || cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1,
});

export const lineEnd = ({ text, cursor }: TextBuffer): TextBuffer => {
  const end = text.indexOf('\n', cursor);
  return { text, cursor: end === -1 ? text.length : end };
};

export const wordLeft = ({ text, cursor }: TextBuffer): TextBuffer => {
  const starts = Array.from(words.segment(text.slice(0, cursor)))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index }) => index);
  return { text, cursor: starts.at(-1) ?? 0 };
};

export const wordRight = ({ text, cursor }: TextBuffer): TextBuffer => {
  const found = Array.from(words.segment(text.slice(cursor))).find(({ isWordLike }) => isWordLike);
  return { text, cursor: found ? cursor + found.index + found.segment.length : text.length };
};

/** Removes what lies between the cursor and where `move` leads. */
export const remove = (buffer: TextBuffer, move: (from: TextBuffer) => TextBuffer): TextBuffer => {
  const [from, to] = [buffer.cursor, move(buffer).cursor].toSorted((a, b) => a - b) as [number, number];
  return { text: buffer.text.slice(0, from) + buffer.text.slice(to), cursor: from };
};

const previous = (text: string, cursor: number): number => {
  const start = cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 2) + 1;
  const last = charactersOf(text.slice(start, cursor)).at(-1);
  return cursor - (last?.length ?? 0);
};

const next = (text: string, cursor: number): number => {
  const end = text.indexOf('\n', cursor + 1);
  const first = charactersOf(text.slice(cursor, end === -1 ? text.length : end + 1))[0];
  return cursor + (first?.length ?? 0);
};
