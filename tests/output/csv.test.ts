import { expect, test } from 'vitest';
import { csvDocument } from '../../src/output/csv.ts';

const cellOf = (value: string): string => csvDocument([[value]]).slice(1, -2);

test.each([
  '=1+1',
  '+cmd',
  '-cmd',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0=1',
  '\u202f@x',
  '-1+2',
  '=',
  '@',
])('neutralises %j', (value) => {
  expect(cellOf(value).replace(/^"/, '')).toMatch(/^'/);
});

test.each([
  ['-3', '-3'],
  ['-3,5', '-3,5'],
  ['Noémie', 'Noémie'],
])('leaves %j readable', (value, cell) => {
  expect(cellOf(value).replaceAll('"', '')).toBe(cell);
});

test('quotes what would break a row', () => {
  expect(cellOf('a;b')).toBe('"a;b"');
  expect(cellOf('dit « "oui" »')).toBe('"dit « ""oui"" »"');
  expect(cellOf('une\nautre')).toBe('"une\nautre"');
});

test('a cell commands no terminal, which CSV without --out is written to', () => {
  expect(cellOf('A\u001b]0;B\u0007\u009b31m\u202eC')).toBe('"A\\u{1b}]0;B\\u{7}\\u{9b}31m\\u{202e}C"');
});
