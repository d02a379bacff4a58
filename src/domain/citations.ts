import type { Portfolio } from './portfolio.ts';

/** `[[P07]]` in a candidate's Markdown cites the proof P07. */
export const CITATION = /\[\[([A-Za-z0-9][A-Za-z0-9_-]{0,39})\]\]/g;

export interface CitedText {
  /** Where it stands: `activities.A5.context`, `candidate.summary`. */
  readonly path: string;
  readonly text: string;
}

const textsIn = (value: unknown, path: string): CitedText[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = Array.isArray(value) && isNamed(inner) ? inner.id : key;
    return textsIn(inner, `${path}.${name}`);
  });
};

const isNamed = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** Every text a document may print, and so every place a citation may stand; private notes are not among them. */
export const citedTexts = (portfolio: Portfolio): CitedText[] => {
  const { candidate, organisations, experiences, activities, documents } = portfolio;
  return Object.entries({ candidate, organisations, experiences, activities, documents }).flatMap(
    ([key, value]) => textsIn(value, key),
  );
};

/** Ids cited in a text, in order, repeats included. */
export const citationsIn = (text: string): string[] =>
  [...text.matchAll(CITATION)].map((match) => match[1] ?? '');
