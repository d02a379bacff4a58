/**
 * Changes a YAML text only where its data changes: each difference between the document and the wanted data becomes a
 * replacement of a few characters, and every other byte (comments, blanks, order, quotes) stays. Where the text is too
 * unusual for that, `undefined` says so.
 */
import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { identities, isStoredList, isStoredMap, same, type StoredMap } from '../portfolio/stored-form.ts';
import { blockScalar, flowText, itemText, pairText, type Stored } from './text.ts';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Thrown inside this file alone, caught by `spliceYaml`. */
class TooUnusual extends Error {}

export type FieldPair = Pair<Scalar<string>, Node | null>;

class Splicer {
  readonly splices: Splice[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #replace(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  /** Just behind the newline of the line on which `offset` lies; `offset` itself when it begins a line. */
  #lineEnd(offset: number): number {
    if (offset > 0 && this.#text[offset - 1] === '\n') return offset;
    const newline = this.#text.indexOf('\n', offset);
    return newline < 0 ? this.#text.length : newline + 1;
  }

  /** Behind the last character of a node's own content. */
  #contentEnd(node: Node | null | undefined, fallback: number): number {
    if (isMap(node) && !node.flow) {
      const last = node.items.at(-1) as FieldPair | undefined;
      return last ? this.#contentEnd(last.value, colonEnd(last)) : fallback;
    }
    if (isSeq(node) && !node.flow) return this.#contentEnd(node.items.at(-1) as Node, fallback);
    if (!node?.range || node.range[1] === node.range[0]) return fallback;
    return node.range[1];
  }

  #pairEnd(pair: FieldPair): number {
    return this.#lineEnd(this.#contentEnd(pair.value, colonEnd(pair)));
  }

  /** Nothing but blanks stands before `offset` on its line. */
  #requireAlone(offset: number): number {
    const start = this.#lineStart(offset);
    if (this.#text.slice(start, offset).trim() !== '') throw new TooUnusual();
    return start;
  }

  map(node: YAMLMap, before: StoredMap, after: StoredMap): void {
    if (node.flow) return this.#flow(node, before, after);
    const pairs = new Map((node.items as FieldPair[]).map((pair) => [pair.key.value, pair]));
    const first = node.items[0] as FieldPair | undefined;
    if (!first) throw new TooUnusual();
    const indent = this.#column(first.key.range![0]);
    let previous: FieldPair | undefined;
    let added: { at: number; texts: string[] } | undefined;
    for (const [key, value] of Object.entries(after)) {
      const pair = pairs.get(key);
      if (pair) {
        if (!same(before[key], value)) this.#pair(pair, before[key], value, indent);
        [previous, added] = [pair, undefined];
        continue;
      }
      // A default that nobody wrote stays unwritten.
      if (same(before[key], value)) continue;
      const text = `${' '.repeat(indent)}${pairText(key, value, indent)}\n`;
      if (added) added.texts.push(text);
      else
        added = this.#insert(
          previous ? this.#pairEnd(previous) : this.#requireAlone(first.key.range![0]),
          text,
        );
    }
    for (const [key, pair] of pairs) if (key in before && !(key in after)) this.#removePair(node, pair);
  }

  #insert(at: number, text: string): { at: number; texts: string[] } {
    const texts = [text];
    this.splices.push({
      start: at,
      end: at,
      get text() {
        return texts.join('');
      },
    });
    return { at, texts };
  }

  #removePair(node: YAMLMap, pair: FieldPair): void {
    const start = pair.key.range![0];
    const index = node.items.indexOf(pair);
    if (this.#text.slice(this.#lineStart(start), start).trim() === '') {
      this.#replace(this.#lineStart(start), this.#pairEnd(pair), '');
      return;
    }
    // Behind the dash of a list: the next field takes its place.
    const next = node.items[index + 1] as FieldPair | undefined;
    if (!next || this.#text.slice(this.#pairEnd(pair), next.key.range![0]).trim() !== '')
      throw new TooUnusual();
    this.#replace(start, next.key.range![0], '');
  }

  #pair(pair: FieldPair, before: Stored | undefined, after: Stored, indent: number): void {
    const { value } = pair;
    const absent = value?.range == null || value.range[0] === value.range[1];
    if (absent) {
      this.#replace(colonEnd(pair), colonEnd(pair), pairText('k', after, indent).slice(2));
    } else this.#node(value, before, after, indent, () => this.#rewritePair(pair, after, indent));
  }

  #rewritePair(pair: FieldPair, after: Stored, indent: number): void {
    const end = this.#contentEnd(pair.value, colonEnd(pair));
    this.#replaceValue(colonEnd(pair), end, pairText('k', after, indent).slice(2));
  }

  /** A block scalar owns its last newline; what replaces it must give it back. */
  #replaceValue(start: number, end: number, text: string): void {
    const owned = /\r?\n$/.exec(this.#text.slice(start, end))?.[0];
    this.#replace(start, end, owned === undefined ? text : `${text}\n`);
  }

  #node(node: Node, before: Stored | undefined, after: Stored, indent: number, rewrite: () => void): void {
    if (isMap(node) && isStoredMap(after) && before !== undefined && isStoredMap(before))
      this.map(node, before, after);
    else if (
      isSeq(node) &&
      isStoredList(after) &&
      before !== undefined &&
      isStoredList(before) &&
      after.length > 0
    )
      this.#list(node, before, after);
    else if (isScalar(node) && typeof after !== 'object') {
      const [start, end] = node.range!;
      this.#replaceValue(start, end, blockScalar(after, indent + 2));
    } else rewrite();
  }

  #flow(node: YAMLMap | YAMLSeq, before: Stored, after: Stored): void {
    const [start, end] = node.range!;
    if (same(before, after)) return;
    if (/(?:^|\s)#/.test(this.#text.slice(start, end))) throw new TooUnusual();
    this.#replace(start, end, flowText(after));
  }

  #list(node: YAMLSeq, before: readonly Stored[], after: readonly Stored[]): void {
    if (node.flow) return this.#flow(node, before, after);
    const nodes = node.items as Node[];
    const [had, wants] = [identities(before, after), identities(after, before)];
    if (nodes.length !== before.length || nodes.length === 0) throw new TooUnusual();
    if (new Set(had).size !== had.length || new Set(wants).size !== wants.length) throw new TooUnusual();
    const stay = wants.filter((id) => had.includes(id));
    if (had.filter((id) => wants.includes(id)).some((id, index) => id !== stay[index]))
      throw new TooUnusual();
    const dashes = dashOffsets(node);
    const indent = this.#column(dashes[0]!);
    const end = (index: number): number => this.#lineEnd(this.#contentEnd(nodes[index], dashes[index]! + 1));
    let previous = -1;
    for (const [index, item] of after.entries()) {
      const old = had.indexOf(wants[index]!);
      if (old >= 0) {
        if (!same(before[old], item))
          this.#node(nodes[old]!, before[old], item, this.#column(dashes[old]!), () => {
            throw new TooUnusual();
          });
        previous = old;
      } else {
        const at = previous < 0 ? this.#requireAlone(dashes[0]!) : end(previous);
        this.#insert(at, `${' '.repeat(indent)}${itemText(item, indent)}\n`);
      }
    }
    for (const [index, id] of had.entries())
      if (!wants.includes(id)) this.#replace(this.#requireAlone(dashes[index]!), end(index), '');
  }
}

/** Behind the `:` of a pair. */
const colonEnd = (pair: FieldPair): number => {
  const token = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  if (!token) throw new TooUnusual();
  return token.offset + 1;
};

const dashOffsets = (node: YAMLSeq): number[] => {
  const token = node.srcToken;
  if (token?.type !== 'block-seq') throw new TooUnusual();
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
};

/** `before` is the data the document holds, `after` the wanted one; `text` has LF or CRLF line ends. */
export const spliceYaml = (
  text: string,
  root: YAMLMap,
  before: StoredMap,
  after: StoredMap,
): string | undefined => {
  const splicer = new Splicer(text);
  try {
    splicer.map(root, before, after);
  } catch (error) {
    if (error instanceof TooUnusual) return undefined;
    throw error;
  }
  return apply(text, splicer.splices);
};

const apply = (text: string, splices: readonly Splice[]): string => {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  let [result, at] = ['', 0];
  // Sorting is stable: at one place, what lies deeper was noted first and comes first.
  for (const { start, end, text: insert } of splices.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start);
    // The last line of a file may lack its newline.
    if (start === end && insert.endsWith('\n') && result !== '' && !result.endsWith('\n')) result += newline;
    result += insert.replaceAll('\n', newline);
    at = end;
  }
  return result + text.slice(at);
};
