import { expect, test } from 'vitest';
import { askLinearly } from '../../src/prompts/linear-field.ts';
import type { Surface } from '../../src/prompts/surface.ts';

test('listens before it asks: a terminal that still edits lines itself would swallow an answer given at once', () => {
  const order: string[] = [];
  const surface = {
    plain: true,
    keyboard: {
      interrupted: undefined,
      listen: () => {
        order.push('listen');
        return () => undefined;
      },
    },
    output: {
      columns: 80,
      write: (text: string) => order.push(text),
    },
  } as unknown as Surface;
  void askLinearly(surface, {
    message: 'Le contexte',
    help: undefined,
    empty: undefined,
    quitHint: 'Ctrl-C : quitter',
    initial: '',
    multiline: true,
    canSkip: true,
    canGoBack: false,
    hasEditor: false,
    problemOf: () => undefined,
  });
  expect(order[0]).toBe('listen');
  expect(order.join('')).toContain('? Le contexte');
});
