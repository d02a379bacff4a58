import { refIn, type PdfObjects } from './objects.ts';
import type { Tags } from './tags.ts';
import type { PdfChanges } from './writer.ts';

const OWN_ID = /\n\/ID \((node\d+)\)/u;
const ANY_ID = /\((node\d+)\)/gu;
const ENTRY = /\((node\d+)\) (\d+) 0 R/gu;
const NAMES = /\/Names \[[^\]]*\]/u;
const LIMITS = /\/Limits \[[^\]]*\]/u;

type Entry = readonly [name: string, element: string];

const entriesBelow = (pdf: PdfObjects, node: number): Entry[] => {
  const body = pdf.body(node);
  return [
    ...[...body.matchAll(ENTRY)].map(([, name = '', element = '']): Entry => [name, element]),
    ...kidsOf(body).flatMap((kid) => entriesBelow(pdf, kid)),
  ];
};

const kidsOf = (body: string): number[] =>
  [...(/\/Kids \[([^\]]*)\]/u.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/gu)].map(([, kid]) => Number(kid));

/** A name tree is sorted: its leaves keep how many they hold, and are filled anew. */
const sortTree = (
  pdf: PdfObjects,
  tree: number,
  renamed: (name: string) => string,
  changes: PdfChanges,
): void => {
  const entries = entriesBelow(pdf, tree)
    .map(([name, element]): Entry => [renamed(name), element])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const fill = (node: number): Entry[] => {
    const body = pdf.body(node);
    const own = entries.splice(0, [...body.matchAll(ENTRY)].length);
    const held = [...own, ...kidsOf(body).flatMap(fill)];
    const list = own.map(([name, element]) => `${name} ${element} 0 R`).join(' ');
    const limits = `/Limits [${held[0]?.[0] ?? ''} ${held.at(-1)?.[0] ?? ''}]`;
    changes.set(node, body.replace(NAMES, `/Names [${list}]`).replace(LIMITS, limits));
    return held;
  };
  fill(tree);
};

/**
 * Chromium names the heads of tables by a number it gave each element when something first asked for it: by the moment of a
 * first paint, too, which is never the same twice. They are named here in reading order, wherever they are named.
 */
export const nameHeads = (pdf: PdfObjects, tags: Tags, changes: PdfChanges): void => {
  const root = refIn(pdf.body(pdf.root), 'StructTreeRoot');
  const tree = root === undefined ? undefined : refIn(pdf.body(root), 'IDTree');
  if (tree === undefined) return;
  const names = new Map<string, string>();
  for (const number of tags.keys()) {
    const id = OWN_ID.exec(changes.body(number))?.[1];
    if (id !== undefined) names.set(id, `node${String(names.size + 1).padStart(8, '0')}`);
  }
  const renamed = (id: string): string => `(${names.get(id) ?? id})`;
  for (const number of tags.keys()) {
    const body = changes.body(number);
    const now = body.replaceAll(ANY_ID, (_, id: string) => renamed(id));
    if (now !== body) changes.set(number, now);
  }
  sortTree(pdf, tree, renamed, changes);
};
