/** Reads and rewrites the text of PDF dictionaries that others wrote, each byte as one character. */

/** Where a string in parentheses ends, the one that begins at `start` (ISO 32000-1 §7.3.4.2): they may be nested. */
const endOfString = (text: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at + 1;
  }
  return text.length;
};

const TOKEN = /\(|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|\[|\]|\d+\s+\d+\s+R\b|[^\s()<>[\]{}/%]+/y;

interface Token {
  readonly text: string;
  readonly start: number;
}

const tokensIn = function* (text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[0];
    const end = found === undefined ? at + 1 : found === '(' ? endOfString(text, at) : at + found.length;
    if (found !== undefined) yield { text: text.slice(at, end), start: at };
    at = end;
  }
};

const REFERENCE = /^(\d+)\s+\d+\s+R$/;

/** The text with each reference `N 0 R` led to the object that `numberOf` names; what only looks like one in a string stays. */
export const withReferences = (text: string, numberOf: (number: number) => number): string => {
  let out = '';
  let copied = 0;
  for (const { text: token, start } of tokensIn(text)) {
    const number = REFERENCE.exec(token)?.[1];
    if (number === undefined) continue;
    out += `${text.slice(copied, start)}${numberOf(Number(number))} 0 R`;
    copied = start + token.length;
  }
  return out + text.slice(copied);
};

/** The entries of the outermost dictionary: key without slash → its value as it is written. */
export const entriesOf = (text: string): ReadonlyMap<string, string> => {
  const entries = new Map<string, string>();
  let depth = 0;
  let key: string | undefined;
  let from = 0;
  for (const { text: token, start } of tokensIn(text)) {
    const opens = token === '<<' || token === '[';
    const closes = token === '>>' || token === ']';
    if (opens && ++depth === 1) continue;
    if (closes && --depth === 0) break;
    if (key === undefined) {
      if (depth === 1 && token.startsWith('/')) [key, from] = [token.slice(1), start + token.length];
    } else if (depth === 1) {
      entries.set(key, text.slice(from, start + token.length).trim());
      key = undefined;
    }
  }
  return entries;
};
