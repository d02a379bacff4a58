import { parse } from 'parse5';
import { descendants, elements, textOf, type Element } from '../../src/render/flow/html-tree.ts';
import type { PlacedText } from './placed-text.ts';

/** Numbers of pages are written at print time, spaces and hyphens by the typesetter. */
const letters = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '');

/** Runs of one line, from left to right. */
const firstLine = (runs: readonly PlacedText[]): string => {
  const top = Math.max(...runs.map(({ bottom }) => bottom));
  return runs
    .filter(({ bottom }) => top - bottom < 6)
    .toSorted((a, b) => a.left - b.left)
    .map(({ text }) => text)
    .join(' ');
};

/**
 * Pages whose first line is the last one, and not the only one, of a paragraph or an item of a list of `html`, with that
 * line. `isBody` leaves the running titles out.
 */
export const widowsOf = (
  placed: readonly PlacedText[],
  html: string,
  isBody: (text: PlacedText) => boolean,
): string[] => {
  const paragraphs = elements(parse(html) as unknown as Element)
    .flatMap(descendants)
    .filter(({ tagName }) => tagName === 'p' || tagName === 'li')
    .map((element) => letters(textOf(element)));
  const pages = [...new Set(placed.map(({ page }) => page))];
  return pages.flatMap((page) => {
    const body = placed.filter((text) => text.page === page && isBody(text));
    if (body.length === 0) return [];
    const line = letters(firstLine(body));
    const isLast = paragraphs.some((text) => line !== '' && text !== line && text.endsWith(line));
    return isLast && !paragraphs.includes(line) ? [`${page} ${line}`] : [];
  });
};
