/**
 * The same change made on the parsed document: for texts too unusual to be changed in place. Comments stay with their
 * node; blanks and line breaks become the library's.
 */
import { isMap, isScalar, isSeq, Scalar, type Document, type Node, type YAMLMap } from 'yaml';
import { identities, isStoredList, isStoredMap, same, type StoredMap } from '../portfolio/stored-form.ts';
import type { FieldPair } from './splice.ts';
import { inlineScalar, type Stored } from './text.ts';

const styled = (scalar: Scalar, value: string | number): Scalar => {
  const text = String(value);
  const isQuoted = typeof value === 'string' && inlineScalar(value) !== value;
  scalar.value = text;
  scalar.type = text.includes('\n') ? Scalar.BLOCK_LITERAL : isQuoted ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
  return scalar;
};

const create = (document: Document, value: Stored): Node => {
  if (typeof value !== 'object') return styled(new Scalar(''), value);
  const node = document.createNode(isStoredList(value) ? [] : {}) as unknown as { items: unknown[] } & Node;
  node.items = isStoredList(value)
    ? value.map((item) => create(document, item))
    : Object.entries(value).map(([key, child]) => document.createPair(key, create(document, child)));
  return node;
};

const change = (document: Document, node: Node | null, before: Stored | undefined, after: Stored): Node => {
  if (node === null || same(before, after)) return node ?? create(document, after);
  if (isMap(node) && isStoredMap(after)) {
    changeMap(document, node, before !== undefined && isStoredMap(before) ? before : {}, after);
    return node;
  }
  if (isSeq(node) && isStoredList(after) && before !== undefined && isStoredList(before)) {
    const [old, wanted] = [identities(before, after), identities(after, before)];
    const free = [...(node.items as Node[])];
    node.items = after.map((item, position) => {
      const index = old.indexOf(wanted[position]!);
      if (index < 0) return create(document, item);
      old[index] = '';
      return change(document, free[index]!, before[index], item);
    });
    return node;
  }
  return isScalar(node) && typeof after !== 'object' ? styled(node, after) : create(document, after);
};

const changeMap = (document: Document, node: YAMLMap, before: StoredMap, after: StoredMap): void => {
  node.items = node.items.filter((pair) => {
    const key = (pair as FieldPair).key.value;
    return key in after || !(key in before);
  });
  for (const [key, value] of Object.entries(after)) {
    const pair = (node.items as FieldPair[]).find((old) => old.key.value === key);
    if (pair) pair.value = change(document, pair.value, before[key], value);
    else if (!same(before[key], value)) node.items.push(document.createPair(key, create(document, value)));
  }
};

/** The whole text written again from the changed nodes. */
export const rewriteYaml = (document: Document, before: StoredMap, after: StoredMap): string | undefined => {
  if (!isMap(document.contents)) return undefined;
  changeMap(document, document.contents, before, after);
  return document.toString({ lineWidth: 0 });
};
