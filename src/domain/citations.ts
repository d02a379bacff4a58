import type { Portfolio } from './portfolio.ts';

/** `[[P07]]` in a candidate's Markdown cites the proof P07. */
export const CITATION = /\[\[([A-Za-z0-9][A-Za-z0-9_-]{0,39})\]\]/g;

export interface CitedText {
  /** Where it stands: `activities.A5.context`, `candidate.summary`. */
  readonly path: string;
  readonly text: string;
}

const takeTexts = (value: unknown, path: string, into: CitedText[]): void => {
  if (typeof value === 'string') {
    into.push({ path, text: value });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value) as [string, unknown][])
    takeTexts(inner, `${path}.${isList && isNamed(inner) ? inner.id : key}`, into);
};

const isNamed = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** Every text a document may print, and so every place a citation may stand; private notes are not among them. */
export const citedTexts = (portfolio: Portfolio): CitedText[] => {
  const { candidate, organisations, experiences, activities, documents } = portfolio;
  const texts: CitedText[] = [];
  for (const [key, value] of Object.entries({ candidate, organisations, experiences, activities, documents }))
    takeTexts(value, key, texts);
  return texts;
};

/** Ids cited in a text, in order, repeats included. */
export const citationsIn = (text: string): string[] =>
  // Few texts cite, and a check looks at each of them.
  text.includes('[[') ? [...text.matchAll(CITATION)].map((match) => match[1] ?? '') : [];

/** A text without its citations, nor the space or brackets that held them. */
export const withoutCitations = (text: string): string =>
  text
    .replaceAll(/[ \u00a0]*\((?:\s*\[\[[A-Za-z0-9][A-Za-z0-9_-]{0,39}\]\][\s,;]*)+\)/g, '')
    .replaceAll(CITATION, '');
