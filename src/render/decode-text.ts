import { decodeWindows1252 } from '../domain/text/windows-1252.ts';

/** Marks by which an editor says that it wrote two bytes for each sign. */
const WIDE: readonly (readonly [first: number, second: number, label: string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** What a text says, its mark left out: UTF-16 where it is marked so, else UTF-8, else what old Windows programs write. */
export const decodeText = (bytes: Uint8Array): string => {
  const wide = WIDE.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  if (wide !== undefined) return new TextDecoder(wide[2]).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
};
