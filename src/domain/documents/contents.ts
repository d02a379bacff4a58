import type { ContentsEntry } from './model.ts';
import type { PortfolioDocument } from './portfolio-document.ts';

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

/** The lines of the portfolio's contents, in the order its template prints the chapters. */
export const contentsOf = (document: Omit<PortfolioDocument, 'contents'>): ContentsEntry[] => [
  ...chapterIf(document.acknowledgements, 'acknowledgements'),
  ...chapterIf(document.introduction, 'introduction'),
  ...chapterIf(document.career.length > 0 ? document.career : document.summary, 'career'),
  ...chapterIf(
    document.organisations,
    'organisations',
    document.organisations.map(({ id, name }) =>
      part(`organisation-${id}`, name, name === undefined ? { heading: 'elsewhere' } : {}),
    ),
  ),
  ...chapterIf(
    document.activities,
    'activities',
    document.activities.map(({ id, number, title }) =>
      part(`activite-${id}`, title, { mark: String(number) }),
    ),
  ),
  ...chapterIf(document.synthesis, 'synthesis'),
  ...chapterIf(document.project, 'project'),
  ...chapterIf(document.conclusion, 'conclusion'),
  ...chapterIf(document.grid.blocks, 'grid', gridParts(document.grid)),
  ...chapterIf(document.glossary, 'glossary'),
  ...chapterIf(document.bibliography, 'bibliography'),
  ...chapterIf(document.annexes, 'annexes'),
];

export const gridParts = ({ blocks }: PortfolioDocument['grid']): ContentsEntry[] =>
  blocks.map(({ id, mark, title }) => part(`bloc-${id}`, title, { mark, official: true }));
