import { expect, test } from 'vitest';
import { decodeWindows1252 } from '../../../src/domain/text/windows-1252.ts';

test('what a text of old Windows programs says, the signs that Latin 1 lacks included', () => {
  const bytes = [0x80, 0x20, 0x9c, 0x75, 0x76, 0x72, 0x65, 0x20, 0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x9f];
  expect(decodeWindows1252(Uint8Array.from(bytes))).toBe('€ œuvre l’été Ÿ');
});
