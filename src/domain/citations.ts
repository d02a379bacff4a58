/** `[[P07]]` in a candidate's Markdown cites the proof P07. */
export const CITATION = /\[\[([A-Za-z0-9][A-Za-z0-9_-]{0,39})\]\]/g;

/** Ids cited in a text, in order, repeats included. */
export const citationsIn = (text: string): string[] =>
  [...text.matchAll(CITATION)].map((match) => match[1] ?? '');
