import type { Sighting } from './sighting.ts';

export interface PlaceInText {
  /** From 1, as an editor counts them. */
  readonly line: number;
  readonly column: number;
  /** The words around it, on one line; « … » where more stands before or behind. */
  readonly excerpt: string;
}

const AROUND = 32;

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** Where something stands in a text, for a person who looks for it. */
export const placeInText = (text: string, { start, end }: Pick<Sighting, 'start' | 'end'>): PlaceInText => {
  const before = text.slice(0, start);
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  // No word is cut in two where it can be helped.
  const head = text.slice(from, start).replace(from > 0 ? /^\S{0,12}\s/u : /^/u, '');
  const tail = text.slice(end, to).replace(to < text.length ? /\s\S{0,12}$/u : /$/u, '');
  return {
    line: before.split('\n').length,
    column: before.length - (before.lastIndexOf('\n') + 1) + 1,
    excerpt:
      `${from > 0 ? '…' : ''}${oneLine(head)}${oneLine(text.slice(start, end))}${oneLine(tail)}${to < text.length ? '…' : ''}`.trim(),
  };
};
