/**
 * Characters that draw nothing yet change what is drawn around them: controls, bidirectional overrides and isolates,
 * lone surrogates, non-characters. Marks that scripts need (joiners, direction marks) stay.
 */
const UNSEEN =
  /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** One text as a document may print it. */
export const cleanText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '');

/** A whole view-model, every text cleaned; shapes and keys unchanged. */
export const cleanTexts = <Model>(value: Model): Model => clean(value) as Model;

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, clean(child)]));
};
