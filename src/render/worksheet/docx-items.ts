/** The paragraphs and tables of a part of a Word file, in order. */
import type { Run } from './blocks.ts';
import { readRuns, type RunContext } from './docx-runs.ts';
import { outlineLevel, type ListLevel } from './docx-tables.ts';
import { childOf, elementsOf, valueOf, type XmlElement } from './xml-tree.ts';

export interface Paragraph {
  readonly type: 'paragraph';
  /** Name of its style in small letters. */
  readonly style: string;
  /** 1–9 for a heading. */
  readonly heading: number | undefined;
  readonly list: (ListLevel & { readonly number: string; readonly level: number }) | undefined;
  readonly runs: readonly Run[];
  readonly bookmarks: readonly string[];
}

export type Item =
  Paragraph | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] };

export interface ItemContext extends RunContext {
  readonly numbering: ReadonlyMap<string, readonly ListLevel[]>;
}

const listOf = (
  properties: XmlElement | undefined,
  ofStyle: string | undefined,
  { numbering }: ItemContext,
): Paragraph['list'] => {
  const own = childOf(properties, 'w:numPr');
  const number = valueOf(own, 'w:numId') ?? ofStyle;
  const level = Number(valueOf(own, 'w:ilvl') ?? 0);
  const kind = numbering.get(number ?? '')?.[level];
  return number === undefined || number === '0' || kind === undefined
    ? undefined
    : { ...kind, number, level };
};

const readParagraph = (element: XmlElement, context: ItemContext): Paragraph => {
  const properties = childOf(element, 'w:pPr');
  const style = context.styles.get(valueOf(properties, 'w:pStyle') ?? '');
  return {
    type: 'paragraph',
    style: style?.name ?? '',
    heading: outlineLevel(properties) ?? style?.heading,
    list: listOf(properties, style?.list, context),
    runs: readRuns(element, context),
    bookmarks: elementsOf(element)
      .filter(({ name }) => name === 'w:bookmarkStart')
      .map(({ attributes }) => attributes['w:name'] ?? ''),
  };
};

/** True where the end of a paragraph was struck out while changes were tracked: the next one continues it. */
const endIsDeleted = (element: XmlElement): boolean =>
  childOf(childOf(childOf(element, 'w:pPr'), 'w:rPr'), 'w:del') !== undefined;

const readTable = (table: XmlElement, context: ItemContext): Item => {
  const inside = (element: XmlElement, name: string): XmlElement[] =>
    elementsOf(element).flatMap((child) =>
      child.name === name
        ? [child]
        : ['w:sdt', 'w:sdtContent', 'w:ins'].includes(child.name)
          ? inside(child, name)
          : [],
    );
  return {
    type: 'table',
    rows: inside(table, 'w:tr').map((row) =>
      inside(row, 'w:tc').map((cell) =>
        readItems(cell, context).flatMap((item, index): Run[] => [
          ...(index > 0 ? [{ text: ' ' }] : []),
          ...(item.type === 'paragraph' ? item.runs : item.rows.flat(2)),
        ]),
      ),
    ),
  };
};

export const readItems = (container: XmlElement, context: ItemContext): Item[] => {
  const items: Item[] = [];
  let isContinued = false;
  const add = (item: Item): void => {
    const last = items.at(-1);
    if (isContinued && item.type === 'paragraph' && last?.type === 'paragraph')
      items[items.length - 1] = { ...last, runs: [...last.runs, ...item.runs] };
    else items.push(item);
  };
  for (const child of elementsOf(container)) {
    if (child.name === 'w:p') {
      add(readParagraph(child, context));
      isContinued = endIsDeleted(child);
    } else if (child.name === 'w:tbl') add(readTable(child, context));
    else if (child.name === 'w:sdt') {
      const content = childOf(child, 'w:sdtContent');
      if (content) items.push(...readItems(content, context));
    } else if (['w:ins', 'w:moveTo', 'w:customXml'].includes(child.name))
      items.push(...readItems(child, context));
  }
  return items;
};
