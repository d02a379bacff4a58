import type { CompetenceGrid, ContentsEntry } from './model.ts';

/** A chapter under one of our headings; its id is the heading's code, which is also its anchor. */
export const chapter = (heading: string): ContentsEntry => ({
  id: heading,
  level: 2,
  heading,
  mark: undefined,
  title: undefined,
  official: false,
});

export const part = (
  id: string,
  title: string | undefined,
  { mark, official = false, heading }: { mark?: string; official?: boolean; heading?: string } = {},
): ContentsEntry => ({ id, level: 3, heading, mark, title, official });

/** A chapter and its parts, or nothing when it would stand empty. */
export const chapterIf = (
  filled: unknown,
  heading: string,
  parts: readonly ContentsEntry[] = [],
): ContentsEntry[] => (isFilled(filled) ? [chapter(heading), ...parts] : []);

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined);

export const gridParts = ({ blocks }: CompetenceGrid): ContentsEntry[] =>
  blocks.map(({ id, mark, title }) => part(`bloc-${id}`, title, { mark, official: true }));
