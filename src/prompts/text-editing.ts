import type { InputEvent, KeyName } from './input-decoder.ts';
import {
  insert, left, lineEnd, lineStart, remove, right, wordLeft, wordRight, type TextBuffer,
} from './text-buffer.ts'; // prettier-ignore
import { layOut, moveRow } from './text-layout.ts';

export type Edit =
  { readonly kind: 'edited'; readonly buffer: TextBuffer } | { readonly kind: 'done' | 'back' | 'editor' };

/** A list stays tight: Enter behind an item starts the next line, not a new paragraph. */
const LIST_ITEM = /^\s*(?:[-*•]|\d+[.)]) /;

/** What one key, typed text or paste does to the text; `width` is the columns of the area. */
export const edit = (buffer: TextBuffer, event: InputEvent, multiline: boolean, width: number): Edit => {
  if (event.type === 'key') return pressKey(buffer, event.name, multiline, width);
  const added = multiline ? event.text : event.text.replaceAll(/\s*\n\s*/g, ' ');
  return { kind: 'edited', buffer: insert(buffer, added) };
};

/** Typed instead of an answer: `?` asks for help, `<` goes back. */
export const isCommand = (text: string): boolean => ['?', '<'].includes(text.trim());

/** Enter again would finish: the cursor stands on an empty last paragraph. */
export const endsOnEmptyLine = ({ text, cursor }: TextBuffer): boolean =>
  cursor === text.length && (text === '' || text.endsWith('\n'));

const edited = (buffer: TextBuffer): Edit => ({ kind: 'edited', buffer });

const pressKey = (buffer: TextBuffer, key: KeyName, multiline: boolean, width: number): Edit => {
  switch (key) {
    case 'enter':
      if (!multiline || isCommand(buffer.text) || endsOnEmptyLine(buffer)) return { kind: 'done' };
      return edited(insert(buffer, lineBreakAt(buffer)));
    case 'line-break':
      return multiline ? edited(insert(buffer, '\n')) : { kind: 'done' };
    case 'end-of-input':
      return { kind: 'done' };
    case 'escape':
      return { kind: 'back' };
    case 'open-editor':
      return { kind: 'editor' };
    case 'up':
    case 'down': {
      const by = key === 'up' ? -1 : 1;
      const cursor = moveRow(buffer.text, layOut(buffer.text, width), buffer.cursor, by);
      return edited({ text: buffer.text, cursor: cursor ?? (key === 'up' ? 0 : buffer.text.length) });
    }
    case 'backspace':
      return edited(remove(buffer, left));
    case 'delete':
      return edited(remove(buffer, right));
    case 'left':
      return edited(left(buffer));
    case 'right':
      return edited(right(buffer));
    case 'home':
      return edited(lineStart(buffer));
    case 'end':
      return edited(lineEnd(buffer));
    case 'word-left':
      return edited(wordLeft(buffer));
    case 'word-right':
      return edited(wordRight(buffer));
    case 'kill-to-start':
      return edited(remove(buffer, lineStart));
    case 'kill-to-end':
      return edited(remove(buffer, lineEnd));
    case 'kill-word':
      return edited(remove(buffer, wordLeft));
    case 'tab':
    case 'redraw':
    case 'interrupt':
    case 'unknown':
      break;
  }
  return edited(buffer);
};

/** Enter opens a new paragraph (an empty line between two, as Markdown wants it), unless one is already open. */
const lineBreakAt = (buffer: TextBuffer): string => {
  const line = buffer.text.slice(lineStart(buffer).cursor, lineEnd(buffer).cursor);
  return line.trim() === '' || LIST_ITEM.test(line) ? '\n' : '\n\n';
};
