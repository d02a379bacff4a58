import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import {
  charactersOf,
  insert,
  left,
  remove,
  right,
  wordLeft,
  type TextBuffer,
} from '../../src/prompts/text-buffer.ts';
import { edit } from '../../src/prompts/text-editing.ts';
import { layOut, moveRow, placeOf } from '../../src/prompts/text-layout.ts';

const at = (marked: string): TextBuffer => ({ text: marked.replace('|', ''), cursor: marked.indexOf('|') });
const shown = ({ text, cursor }: TextBuffer): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;
const texts = fc.string({
  unit: fc.constantFrom('a', 'é', 'e\u0301', '漢', '👩‍👩‍👧', ' ', '\n', '’', '\t', 'mot '),
});

describe('a text being edited', () => {
  test.each([
    ['e\u0301|', left, '|e\u0301'],
    ['👩‍👩‍👧|!', left, '|👩‍👩‍👧!'],
    ['a\n|b', left, 'a|\nb'],
    ['a|\nb', right, 'a\n|b'],
    ['Je dirige|', wordLeft, 'Je |dirige'],
    ['|', left, '|'],
  ])('%j moves to %j', (before, move, after) => {
    expect(shown(move(at(before)))).toBe(after);
  });

  test.each([
    ['Ne\u0301|e', 'N|e'],
    ['👩‍👩‍👧|', '|'],
    ['a\n\n|b', 'a\n|b'],
  ])('Backspace in %j takes one character as a reader sees it', (before, after) => {
    expect(shown(remove(at(before), left))).toBe(after);
  });

  test('an accent typed after its letter joins it', () => {
    expect(shown(insert(at('caf|e'), 'é'))).toBe('café|e');
    expect(shown(insert(at('e|x'), '\u0301'))).toBe('e\u0301|x');
  });

  test('whatever is typed or moved, nothing is lost and the cursor stays between characters', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 8, max: 40 }), (text, seed, width) => {
        const cursors = [
          0,
          ...charactersOf(text).map((_, index, all) => all.slice(0, index + 1).join('').length),
        ];
        const buffer = { text, cursor: cursors[seed % cursors.length] ?? 0 };
        for (const name of [
          'up',
          'down',
          'left',
          'right',
          'home',
          'end',
          'word-left',
          'word-right',
        ] as const) {
          const result = edit(buffer, { type: 'key', name, raw: '' }, true, width);
          if (result.kind !== 'edited') throw new Error(result.kind);
          expect(result.buffer.text).toBe(text);
          expect(cursors).toContain(result.buffer.cursor);
        }
      }),
    );
  });
});

describe('the layout of a text', () => {
  test('breaks between words, keeps every character, never exceeds the width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (text, width) => {
        const rows = layOut(text, width);
        for (const row of rows) expect(stringWidth(row.text.trimEnd())).toBeLessThanOrEqual(width);
        expect(rows.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replaceAll('\n', ''));
      }),
    );
    expect(layOut('un deux trois', 8).map(({ text }) => text)).toEqual(['un deux ', 'trois']);
  });

  test('places the cursor by columns, not by code units', () => {
    const rows = layOut('漢字x', 20);
    expect(placeOf('漢字x', rows, 2)).toEqual({ row: 0, column: 4 });
  });

  test('moves up and down between wrapped rows', () => {
    const text = 'un deux trois';
    const rows = layOut(text, 8);
    expect(moveRow(text, rows, 2, 1)).toBe(10);
    expect(moveRow(text, rows, 10, -1)).toBe(2);
    expect(moveRow(text, rows, 2, -1)).toBeUndefined();
  });
});

describe('Enter', () => {
  const press = (marked: string, multiline: boolean) => {
    const result = edit(at(marked), { type: 'key', name: 'enter', raw: '\r' }, multiline, 40);
    return result.kind === 'edited' ? shown(result.buffer) : result.kind;
  };
  test.each([
    ['Un.|', true, 'Un.\n\n|'],
    ['Un.\n\n|', true, 'done'],
    ['Un.\n\n|Deux', true, 'Un.\n\n\n\n|Deux'],
    ['- point|', true, '- point\n|'],
    ['|', true, 'done'],
    ['?|', true, 'done'],
    ['Un.|', false, 'done'],
  ])('in %j (long: %s) gives %j', (before, multiline, after) => {
    expect(press(before, multiline)).toBe(after);
  });
});
