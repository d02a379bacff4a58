/**
 * Looks at the tokens of a YAML text before it is parsed: the parser recurses, and a second deeply nested document ends
 * the whole Node process (measured on yaml 2.9); a very long list of keys makes it slow.
 */
import { Lexer } from 'yaml';

const MAX_DEPTH = 100;
export const MAX_NODES = 20_000;

/** Marks that the lexer puts between tokens; they stand for no character of the text. */
const SCALAR_MARK = '\x1f';
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR_MARK, '\uFEFF']);
const INDICATORS: ReadonlySet<string> = new Set(['-', '?', ':', ',']);
/** Behind these, a further level may begin on the same line. */
const COMPACT: ReadonlySet<string> = new Set(['-', '?']);

/**
 * True when no reading of the text can exceed the limits: a line opens at most one level per column of its margin and one
 * per indicator on it, flow collections one per bracket. An ordinary portfolio is told apart here, without the lexer.
 */
const isPlainlyShallow = (text: string): boolean => {
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  const indicators = text.match(/[-?:,]/g)?.length ?? 0;
  const deepest = text
    .split('\n')
    .reduce((most, line) => Math.max(most, line.search(/\S|$/) + (line.match(/[-?:]/g)?.length ?? 0)), 0);
  return deepest + 1 + brackets <= MAX_DEPTH && indicators <= MAX_NODES;
};

/** `too-deep` or `too-many` when the text must not be parsed. */
export const findExcess = (text: string): 'too-deep' | 'too-many' | undefined => {
  if (isPlainlyShallow(text)) return undefined;
  const columns: number[] = [];
  let [column, flow, nodes] = [0, 0, 0];
  let startsNode = true;
  let lineStart = true;
  let isContent = false;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) {
      isContent = token === SCALAR_MARK;
      continue;
    }
    const blank = !isContent && /^(?:[ \t\r\n]+|#.*)$/s.test(token);
    if (!blank) {
      if (lineStart) while (columns.length > 0 && columns.at(-1)! >= column) columns.pop();
      if ((lineStart || startsNode) && (columns.at(-1) ?? -1) < column) columns.push(column);
      [lineStart, startsNode] = [false, false];
    }
    if (!isContent) {
      if (token === '{' || token === '[') flow += 1;
      else if (token === '}' || token === ']') flow -= 1;
      else if (INDICATORS.has(token)) [nodes, startsNode] = [nodes + 1, flow === 0 && COMPACT.has(token)];
    }
    if (columns.length + flow > MAX_DEPTH) return 'too-deep';
    if (nodes > MAX_NODES) return 'too-many';
    isContent = false;
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) lineStart = true;
    column = newline < 0 ? column + token.length : token.length - newline - 1;
  }
  return undefined;
};
