import { mapTexts } from '../domain/text/text-tree.ts';

/**
 * Characters that draw nothing yet change what is drawn around them: controls, bidirectional overrides and isolates,
 * lone surrogates, non-characters. Marks that scripts need (joiners, direction marks) stay.
 */
const UNSEEN =
  /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** One text as a document may print it. */
export const cleanText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '');

/** A whole view-model, every text cleaned; shapes and keys unchanged. */
export const cleanTexts = <Model>(value: Model): Model => mapTexts(value, cleanText);
