/**
 * Reads the YAML that portfolios are nearly always written in, a tenth of the time the library takes: block maps and
 * lists, short lists of ids, one-line scalars, literal and folded texts. Whatever else a file holds (anchors, tags, other
 * keys, tabs, a text over several lines, anything wrong) it does not read at all: the library
 * does, and says where and why. A test reads thousands of spoiled files both ways and finds no difference.
 */
import { MAX_NODES } from './limits.ts';

/** Plain values, all scalars text. */
export type PlainValue = string | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** Thrown inside this file alone: the text is none of ours to read. */
class Unusual extends Error {}
const UNUSUAL = new Unusual();

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const STRANGE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/u;
const ENTRY = /^([A-Za-z][A-Za-z0-9_-]*):(?: +(.*))?$/u;
const WORD_LIST = /^\[ *(?:[A-Za-z][\w-]*(?: *, *[A-Za-z][\w-]*)* *)?\]$/u;
const DOUBLE_QUOTED = /^"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/u;
const SINGLE_QUOTED = /^'(?:[^']|'')*'$/u;
/** Begins as no indicator does, and neither holds nor ends with what makes a pair of it. */
const isPlain = (text: string): boolean =>
  /^[\p{L}\p{N}«“(]/u.test(text) && !text.includes(': ') && !text.endsWith(':');
const BLOCK = /^[|>][-+]?$/u;
/** They would reach into the object that holds them; refused with their place by the careful reader. */
const FORBIDDEN: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** A pattern (`/ +$/`) would look again from each sign of a run: minutes for a line of a hundred thousand spaces. */
const withoutLast = (text: string, sign: ' ' | '\n'): string => {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end -= 1;
  return text.slice(0, end);
};

const withoutComment = (text: string): string => {
  const start = text.indexOf(' #');
  return start < 0 ? text : withoutLast(text.slice(0, start), ' ');
};

interface Line {
  readonly indent: number;
  readonly content: string;
}

/** Of a line; each level of nesting adds one at least, so what is read here is far from `too-deep`. */
const MOST_INDENT = 50;

/** A column beyond every line. */
const NOWHERE = -1;

class Reader {
  readonly #lines: readonly string[];
  #at = 0;
  #nodes = 0;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  /** The next line that is neither blank nor a comment; it stays the next one. */
  #next(): Line {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at]!;
      const indent = line.search(/[^ ]/u);
      if (indent < 0 || line[indent] === '#') continue;
      if (indent > MOST_INDENT) throw UNUSUAL;
      return { indent, content: withoutLast(line.slice(indent), ' ') };
    }
    return { indent: NOWHERE, content: '' };
  }

  document(): PlainValue {
    const { indent } = this.#next();
    if (indent !== 0) throw UNUSUAL;
    const value = this.#collection(0);
    if (this.#next().indent !== NOWHERE) throw UNUSUAL;
    return value;
  }

  #collection(indent: number): PlainValue {
    const { content } = this.#next();
    return content.startsWith('- ') || content === '-' ? this.#list(indent) : this.#map(indent, content);
  }

  /** Whatever may be `too-many` is counted with care, by others. */
  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES) throw UNUSUAL;
  }

  /** `first` is what stands at column `indent` of the current line, which for an item of a list is behind its dash. */
  #map(indent: number, first: string): PlainValue {
    const map: Record<string, PlainValue> = {};
    for (let content = first; ;) {
      this.#count(1);
      const [, key, text] = ENTRY.exec(content) ?? [];
      if (key === undefined || FORBIDDEN.has(key) || Object.hasOwn(map, key)) throw UNUSUAL;
      this.#at++;
      map[key] = text === undefined || text === '' ? this.#below(indent) : this.#scalar(text, indent);
      const next = this.#next();
      if (next.indent > indent) throw UNUSUAL;
      if (next.indent < indent) return map;
      content = next.content;
    }
  }

  #list(indent: number): PlainValue {
    const list: PlainValue[] = [];
    for (;;) {
      this.#count(1);
      const { content } = this.#next();
      const [dash, text] = /^- +(?=[^ ])(.*)$/u.exec(content) ?? [];
      if (dash === undefined || text === undefined || text.startsWith('- ') || text.startsWith('#'))
        throw UNUSUAL;
      if (ENTRY.test(text)) list.push(this.#map(indent + dash.length - text.length, text));
      else {
        this.#at++;
        list.push(this.#scalar(text, indent));
      }
      const next = this.#next();
      if (next.indent > indent) throw UNUSUAL;
      if (next.indent < indent) return list;
    }
  }

  #below(indent: number): PlainValue {
    const next = this.#next();
    if (next.indent <= indent) throw UNUSUAL;
    return this.#collection(next.indent);
  }

  #scalar(text: string, indent: number): PlainValue {
    if (BLOCK.test(text)) return this.#block(text, indent);
    const bare = withoutComment(text);
    if (isPlain(bare)) return bare;
    if (DOUBLE_QUOTED.test(text)) return JSON.parse(text) as string;
    if (SINGLE_QUOTED.test(text)) return text.slice(1, -1).replaceAll("''", "'");
    if (WORD_LIST.test(bare)) {
      const list = bare.match(/[A-Za-z][\w-]*/gu) ?? [];
      this.#count(list.length);
      return list;
    }
    if (text === '{}') return {};
    throw UNUSUAL;
  }

  /** A literal (`|`) or folded (`>`) text below a line whose own column is `indent`. */
  #block([style, chomping]: string, indent: number): string {
    const margin = (this.#lines[this.#at] ?? '').search(/[^ ]/u);
    if (margin <= indent) throw UNUSUAL;
    const content: string[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at]!;
      const start = line.search(/[^ ]/u);
      if (start < 0 && line !== '') throw UNUSUAL;
      if (start >= 0 && start < margin) break;
      content.push(line.slice(margin));
    }
    // What follows the last line break of the file is no line.
    if (this.#at === this.#lines.length) content.pop();
    const body = withoutLast(content.join('\n'), '\n');
    const tail = chomping === '-' ? 0 : chomping === '+' ? content.join('\n').length - body.length + 1 : 1;
    if (style === '|') return body + '\n'.repeat(tail);
    if (/^ | $/mu.test(body)) throw UNUSUAL;
    return (
      body.replaceAll(/\n+/gu, (breaks) => (breaks === '\n' ? ' ' : breaks.slice(1))) + '\n'.repeat(tail)
    );
  }
}

/** The values of a text that holds nothing unusual; undefined for any other. */
export const readPlainYaml = (text: string): PlainValue | undefined => {
  if (STRANGE.test(text) || !text.endsWith('\n')) return undefined;
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
};
