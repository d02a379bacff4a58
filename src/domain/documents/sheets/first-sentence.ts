import { withoutCitations } from '../../citations.ts';

/** Markup that must not be cut in two: emphasis, code, links. */
const isWhole = (text: string): boolean =>
  [/\*/g, /_/g, /`/g].every((mark) => (text.match(mark) ?? []).length % 2 === 0) &&
  (text.match(/\[/g) ?? []).length === (text.match(/\]/g) ?? []).length;

/** Full stops that end no sentence: « M. », « p. 12 », « art. 3 », « etc. ». */
const ABBREVIATED = /(?:^|[\s(«])(?:M|MM|Mme|Dr|p|pp|art|cf|n|ex|env|éd|vol|etc|[A-ZÀ-Ý])\.$/u;

/**
 * The first sentence of a candidate's Markdown, without the mark of a list or heading before it and without citations of
 * proofs: what a slide or a sheet has room for. A sentence that would tear markup apart grows until it does not.
 */
export const firstSentence = (markdown: string): string => {
  const paragraph = withoutCitations(markdown)
    .trim()
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/u)[0]
    ?.replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)/u, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  if (paragraph === undefined) return '';
  for (const { index, 0: end } of paragraph.matchAll(/[.!?…]+(?:\s*»)?(?=\s|$)/gu)) {
    const sentence = paragraph.slice(0, index + end.length);
    if (isWhole(sentence) && !ABBREVIATED.test(sentence)) return sentence;
  }
  return paragraph;
};

/** Every sentence of a text that holds a figure of two digits or more, dates of years alone left out. */
export const sentencesWithFigures = (markdown: string): string[] =>
  withoutCitations(markdown)
    .split(/\n+|(?<=[.!?…])\s+(?=[A-ZÀ-Ý«])/u)
    .map((sentence) => sentence.replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)/u, '').trim())
    .filter((sentence) => /\d/.test(sentence.replaceAll(/\b(?:19|20)\d{2}\b/g, '')) && isWhole(sentence));
