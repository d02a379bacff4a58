import { refIn, type PdfObjects } from './objects.ts';
import type { PdfChanges } from './writer.ts';

/** One element of the structure tree. */
export interface Tag {
  readonly number: number;
  type: string;
  /** In reading order: elements by number, marked content and annotations as the text that names them. */
  kids: (number | string)[];
  /** It has words of its own for what it shows. */
  readonly isDescribed: boolean;
  readonly hasScope: boolean;
  /** What a cell fills. */
  readonly columns: number;
  readonly rows: number;
  /** Object of the page that its plain numbers belong to. */
  readonly page: number | undefined;
}

/** Every element by its number, parents before their kids. */
export type Tags = Map<number, Tag>;

// A line break inside a string is written as an escape, so what follows a real one is a key of the dictionary.
const TYPE = /\n\/S \/(\S+)/u;
const KIDS = /\n\/K (\[[^\]]*\]|\d+ 0 R|\d+|<<[^>]*>>)/u;
const KID = /(\d+) 0 R|<<[^>]*>>|\d+/gu;
const PARENT = /\n\/P \d+ 0 R/u;
const WORDS = /\n\/(?:Alt|ActualText) (?:\((?!\))|<(?!(?:FEFF)?>))/u;
const SCOPE = /\/Scope \/(?:Row|Column|Both)/u;

const span = (body: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+)`, 'u').exec(body)?.[1] ?? 1);

const readTag = (number: number, body: string): Tag => {
  const kids = [...(KIDS.exec(body)?.[1] ?? '').matchAll(KID)];
  return {
    number,
    type: TYPE.exec(body)?.[1] ?? '',
    kids: kids.map(([text, ref]) => (ref === undefined ? text : Number(ref))),
    isDescribed: WORDS.test(body),
    hasScope: SCOPE.test(body),
    columns: span(body, 'ColSpan'),
    rows: span(body, 'RowSpan'),
    page: refIn(body, 'Pg'),
  };
};

export const elementsIn = ({ kids }: Tag): number[] => kids.filter((kid) => typeof kid === 'number');

/** The structure tree; empty where the browser wrote no tags. */
export const readTags = (pdf: PdfObjects): Tags => {
  const tags: Tags = new Map();
  const root = refIn(pdf.body(pdf.root), 'StructTreeRoot');
  const waiting = root === undefined ? [] : [refIn(pdf.body(root), 'K')];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (tags.has(number)) continue;
    const tag = readTag(number, pdf.body(number));
    tags.set(number, tag);
    waiting.push(...elementsIn(tag).toReversed());
  }
  return tags;
};

/** Types that hold no content of their own: what Chromium marks with them are the lines and grounds of a table. */
export const CONTAINERS: ReadonlySet<string> = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR', 'L']);

const kidList = ({ kids }: Pick<Tag, 'kids'>): string =>
  `\n/K [${kids.map((kid) => (typeof kid === 'number' ? `${kid} 0 R` : kid)).join(' ')}]`;

export const writeKids = (tag: Tag, changes: PdfChanges): void => {
  changes.set(tag.number, changes.body(tag.number).replace(KIDS, kidList(tag)));
};

/**
 * What stands beside the marker becomes the body of its list item. The item's own object becomes that body, so that
 * everything below it and every reference to its content stays as it is; a new object takes its place in the list.
 */
const wrapListItem = (tags: Tags, changes: PdfChanges, list: number, item: Tag): number => {
  const labels = elementsIn(item).filter((kid) => tags.get(kid)?.type === 'Lbl');
  const rest = item.kids.filter((kid) => typeof kid === 'string' || !labels.includes(kid));
  if (rest.length === 0) return item.number;
  const kids = [...labels, item.number];
  const outer = changes.add(`<</Type /StructElem\n/S /LI\n/P ${list} 0 R${kidList({ kids })}>>`);
  tags.set(outer, { ...item, number: outer, kids, isDescribed: false });
  const moveBelow = (kid: number): string => changes.body(kid).replace(PARENT, `\n/P ${outer} 0 R`);
  for (const label of labels) changes.set(label, moveBelow(label));
  item.type = 'LBody';
  item.kids = rest;
  changes.set(item.number, moveBelow(item.number).replace(TYPE, '\n/S /LBody'));
  writeKids(item, changes);
  return outer;
};

const wrapListItems = (tags: Tags, changes: PdfChanges): void => {
  for (const list of tags.values()) {
    if (list.type !== 'L') continue;
    list.kids = list.kids.map((kid) => {
      const item = typeof kid === 'number' ? tags.get(kid) : undefined;
      return item?.type === 'LI' ? wrapListItem(tags, changes, list.number, item) : kid;
    });
    writeKids(list, changes);
  }
};

/** `<figure>` comes out as a Figure around the picture's own: a group (a picture or a table, and its caption) is none. */
const openFigures = (tags: Tags, changes: PdfChanges): void => {
  for (const tag of tags.values()) {
    const isGroup = tag.kids.length > 0 && tag.kids.every((kid) => typeof kid === 'number');
    if (tag.type !== 'Figure' || tag.isDescribed || !isGroup) continue;
    tag.type = 'Div';
    changes.set(tag.number, changes.body(tag.number).replace(TYPE, '\n/S /Div'));
  }
};

/** Lines of a table are drawn, not said: `artifacts.ts` marks them so in the pages. */
const emptyContainers = (tags: Tags, changes: PdfChanges): void => {
  for (const tag of tags.values()) {
    const kids = elementsIn(tag);
    if (!CONTAINERS.has(tag.type) || kids.length === tag.kids.length) continue;
    tag.kids = kids;
    writeKids(tag, changes);
  }
};

/** Elements of PDF 2.0 that Chromium writes, as what a reader of PDF 1.7 knows. */
export const ROLES: Readonly<Record<string, string>> = {
  Aside: 'Div',
  Em: 'Span',
  Strong: 'Span',
};

/** Gives the tree the shape that ISO 32000-1 §14.8.4 and ISO 14289-1 §7 ask for; `tags` follows. */
export const repairTags = (pdf: PdfObjects, tags: Tags, changes: PdfChanges): void => {
  const root = refIn(pdf.body(pdf.root), 'StructTreeRoot');
  if (root === undefined) return;
  wrapListItems(tags, changes);
  openFigures(tags, changes);
  emptyContainers(tags, changes);
  const roles = Object.entries(ROLES).map(([role, type]) => `/${role} /${type}`);
  changes.set(root, changes.body(root).replace(/>>$/u, `\n/RoleMap <<${roles.join(' ')}>>>>`));
};
