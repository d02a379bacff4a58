import type { Block, Cell, ContentsEntry, Paragraph, Picture, Room } from './flow.ts';
import { joined, type Gatherer } from './gather.ts';
import {
  attribute,
  classes,
  descendants,
  elements,
  hasClass,
  isElement,
  isSvg,
  textOf,
  type Element,
} from './html-tree.ts';

/** Reads what stands inside an element, as blocks. */
export type ReadInside = (element: Element) => readonly Block[];

export const readList = (element: Element, read: ReadInside): Block => ({
  kind: 'list',
  ordered: element.tagName === 'ol',
  start: Number(attribute(element, 'start') ?? 1),
  role: classes(element)[0] ?? '',
  items: elements(element)
    .map((item) => read(item))
    .filter((blocks) => blocks.length > 0),
});

const roomIn = (pair: Element): Room | undefined =>
  hasClass(pair, 'by-hand') ? (hasClass(pair, 'signature') ? 'signature' : 'line') : undefined;

/** `dl`, its pairs bare or each in a `div`. */
export const readFacts = (element: Element, read: ReadInside): Block => {
  const entries: { term: Paragraph; blocks: Block[]; room: Room | undefined }[] = [];
  for (const child of elements(element)) {
    for (const part of child.tagName === 'div' ? elements(child) : [child]) {
      if (part.tagName !== 'dt') entries.at(-1)?.blocks.push(...read(part));
      else entries.push({ term: joined(read(part), 'dt'), blocks: [], room: roomIn(child) });
    }
  }
  return { kind: 'facts', role: classes(element)[0] ?? '', entries };
};

const readCell = (element: Element, read: ReadInside): Cell => {
  const id = attribute(element, 'id');
  const blocks = read(element);
  const [first, ...rest] = blocks;
  const named: readonly Block[] =
    id === undefined
      ? blocks
      : first?.kind === 'paragraph'
        ? [{ ...first, anchors: [id, ...first.anchors] }, ...rest]
        : [{ kind: 'paragraph', role: 'p', anchors: [id], content: [] }, ...blocks];
  return {
    header: element.tagName === 'th',
    columns: Number(attribute(element, 'colspan') ?? 1),
    rows: Number(attribute(element, 'rowspan') ?? 1),
    blocks: named,
  };
};

export const readTable = (element: Element, read: ReadInside): Block => {
  const rowsIn = (part: Element): (readonly Cell[])[] =>
    elements(part)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => elements(row).map((cell) => readCell(cell, read)));
  const caption = elements(element).find(({ tagName }) => tagName === 'caption');
  const parts = elements(element);
  return {
    kind: 'table',
    role: classes(element)[0] ?? '',
    caption: caption && joined(read(caption), 'caption'),
    head: parts.filter(({ tagName }) => tagName === 'thead').flatMap(rowsIn),
    body: parts.filter(({ tagName }) => tagName === 'tbody' || tagName === 'tfoot').flatMap(rowsIn),
  };
};

export const readContents = (element: Element, read: ReadInside): Block => {
  const all = descendants(element);
  const heading = all.find(({ tagName }) => /^h[1-6]$/u.test(tagName));
  const entries = all
    .filter(({ tagName }) => tagName === 'li')
    .flatMap((item): ContentsEntry[] => {
      const link = descendants(item).find(({ tagName }) => tagName === 'a');
      const target = link && attribute(link, 'href');
      if (link === undefined || target === undefined) return [];
      const level = Number(/level-(\d)/u.exec(attribute(item, 'class') ?? '')?.[1] ?? 2);
      return [{ level, target: target.slice(1), content: joined(read(link), 'contents').content }];
    });
  return { kind: 'contents', heading: heading && joined(read(heading), 'contents'), entries };
};

/** What follows is not matched: ten megabytes are more than an expression can hold. */
const DATA_IMAGE = /^data:image\/(png|jpe?g);base64,/u;

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** A drawing names itself by `aria-label`, or by its own title and description. */
const alternative = (element: Element): string => {
  const said = attribute(element, 'alt') ?? attribute(element, 'aria-label');
  if (said !== undefined) return oneLine(said);
  return elements(element)
    .filter(({ tagName }) => tagName === 'title' || tagName === 'desc')
    .map((part) => oneLine(textOf(part)))
    .join(' ');
};

/** An `img` or an `svg`; nothing for one that only adorns, or a drawing whose words stand beside it (`told`). */
export const readPicture = (element: Element, into: Pick<Gatherer, 'takeAnchors'>): Picture | undefined => {
  const alt = alternative(element);
  if (
    isSvg(element) &&
    (attribute(element, 'aria-hidden') === 'true' || alt === '' || hasClass(element, 'told'))
  )
    return undefined;
  const source = attribute(element, 'src') ?? '';
  const [head, type] = DATA_IMAGE.exec(source) ?? [];
  const image =
    head === undefined
      ? undefined
      : ({
          type: type === 'png' ? 'png' : 'jpeg',
          bytes: Buffer.from(source.slice(head.length), 'base64'),
        } as const);
  return { kind: 'picture', anchors: into.takeAnchors(), alt, image, caption: undefined };
};

/** A legend says how to read a drawing, which these formats tell by its words alone. */
const withoutLegend = (caption: Element): Element => ({
  ...caption,
  childNodes: caption.childNodes.filter((child) => !(isElement(child) && hasClass(child, 'drawn'))),
});

/** One picture with its caption; a figure around something else is what it holds. */
export const readFigure = (element: Element, read: ReadInside, into: Gatherer): Block | undefined => {
  const caption = elements(element).find(({ tagName }) => tagName === 'figcaption');
  const drawn = descendants(element).find((each) => each.tagName === 'img' || each.tagName === 'svg');
  const id = attribute(element, 'id');
  if (id !== undefined) into.anchor(id);
  const picture = drawn && readPicture(drawn, into);
  if (picture !== undefined) {
    const said = caption && joined(read(picture.image ? caption : withoutLegend(caption)), 'figcaption');
    return { ...picture, caption: said?.content.length === 0 ? undefined : said };
  }
  for (const block of read(element)) into.add(block);
  return undefined;
};
