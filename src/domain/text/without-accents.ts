/**
 * A text with its accents taken off, and signs of compatibility (« ﬁ », full width) as the letters they stand for: « Été »
 * and « Ete » become the same. « œ », « æ » and « ß » are letters, not accents, and stay.
 */
export const withoutAccents = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
