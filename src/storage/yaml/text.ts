/**
 * How we write YAML: so that any reader gives back the same text. What another reader would take for a number, a date or
 * a truth value is quoted; several lines stand as a literal block, so that people can go on writing there.
 */

/** What a stored document is made of; numbers are counts, everything else is text. */
export type Stored = string | number | readonly Stored[] | { readonly [key: string]: Stored };

/** Words that some YAML version reads as null or a truth value, and their French cousins, which people mistake for one. */
const WORDS = /^(?:null|true|false|yes|no|y|n|on|off|oui|non|vrai|faux|nan|inf)$/i;
/** Begins with a letter, ends with no space or colon, holds nothing that means something to YAML. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} .,;!?()/+%€°«»’'_@-]*[\p{L}\p{M}\p{N}.,;!?()/%€°»’'_-])?$/u;
/** Invisible or line-like: written as escapes inside quotes. */
const ESCAPED = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
/** What a literal block cannot hold, or not for every reader. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_LITERAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/u;

const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(
    ESCAPED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const inlineScalar = (value: string | number): string =>
  typeof value === 'number' || (PLAIN.test(value) && !WORDS.test(value)) ? String(value) : quoted(value);

/** A first or last line of blanks, or one that begins with a blank, would need indentation marks. */
const isLiteral = (text: string): boolean =>
  text.includes('\n') &&
  !NOT_LITERAL.test(text) &&
  /^[^\s]/.test(text) &&
  /[^ \t\n]\n*$/.test(text) &&
  !/[ \t]\n*$/.test(text);

const literal = (text: string, indent: number): string => {
  const body = text.replace(/\n+$/, '');
  const tail = text.length - body.length;
  const mark = tail === 0 ? '|-' : tail === 1 ? '|' : '|+';
  const margin = ' '.repeat(indent);
  const lines = body.split('\n').map((line) => (line === '' ? '' : margin + line));
  return [mark, ...lines, ...Array.from({ length: Math.max(0, tail - 1) }, () => '')].join('\n');
};

/** `indent` is where the lines of a literal block begin. No newline at the end. */
export const blockScalar = (value: string | number, indent: number): string =>
  typeof value === 'string' && isLiteral(value) ? literal(value, indent) : inlineScalar(value);

const isList = (value: Stored): value is readonly Stored[] => Array.isArray(value);

/** Ids and codes fit on one line. */
const isShortList = (list: readonly Stored[]): boolean =>
  list.every((item) => typeof item === 'string' && /^[A-Za-z][\w-]*$/.test(item));

export const flowText = (value: Stored): string => {
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, child]) => `${inlineScalar(key)}: ${flowText(child)}`)
      .join(', ')} }`;
  // In a flow collection a comma or a bracket ends a plain scalar.
  return typeof value === 'string' && /[,?]/.test(value) ? quoted(value) : inlineScalar(value);
};

/** `key: …`, with everything below it; the caller has written `indent` blanks. No newline at the end. */
export const pairText = (key: string, value: Stored, indent: number): string => {
  const name = inlineScalar(key);
  if (isList(value)) {
    if (value.length === 0 || isShortList(value)) return `${name}: ${flowText(value)}`;
    const margin = ' '.repeat(indent + 2);
    return [`${name}:`, ...value.map((item) => `${margin}${itemText(item, indent + 2)}`)].join('\n');
  }
  if (typeof value === 'object') {
    const margin = ' '.repeat(indent + 2);
    return Object.keys(value).length === 0
      ? `${name}: {}`
      : `${name}:\n${margin}${mapText(value, indent + 2)}`;
  }
  return `${name}: ${blockScalar(value, indent + 2)}`;
};

/** The pairs of an object, the first without its margin. */
export const mapText = (value: { readonly [key: string]: Stored }, indent: number): string =>
  Object.entries(value)
    .map(([key, child]) => pairText(key, child, indent))
    .join(`\n${' '.repeat(indent)}`);

/** `- …`, where the dash stands at column `indent`. */
export const itemText = (value: Stored, indent: number): string => {
  if (isList(value)) return `- ${flowText(value)}`;
  if (typeof value === 'object')
    return Object.keys(value).length === 0 ? '- {}' : `- ${mapText(value, indent + 2)}`;
  return `- ${blockScalar(value, indent + 2)}`;
};
