/** What paragraphs refer to: names of styles, kinds of lists, addresses of links. */
import { elementsOf, childOf, valueOf, type XmlElement } from './xml-tree.ts';

export interface StyleInfo {
  /** In small letters. */
  readonly name: string;
  /** 1–9 for a heading. */
  readonly heading: number | undefined;
  /** Of the list that paragraphs of this style are items of. */
  readonly list: string | undefined;
}

/** Word's own names are English in every language; « titre » is what a text converted from elsewhere may bring. */
const HEADING = /^(?:heading|titre) ([1-9])$/;

/** Of what a paragraph says of itself or a style says of its paragraphs: `0` is the first level, `9` is body text. */
export const outlineLevel = (properties: XmlElement | undefined): number | undefined => {
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? 9);
  return level >= 0 && level < 9 ? level + 1 : undefined;
};

export const readStyles = (styles: XmlElement | undefined): ReadonlyMap<string, StyleInfo> => {
  const known = new Map<string, StyleInfo>();
  for (const style of styles ? elementsOf(styles) : []) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    const name = (valueOf(style, 'w:name') ?? '').toLowerCase();
    const heading = Number(HEADING.exec(name)?.[1] ?? Number.NaN);
    known.set(id, {
      name,
      heading: Number.isNaN(heading) ? outlineLevel(childOf(style, 'w:pPr')) : heading,
      list: valueOf(childOf(childOf(style, 'w:pPr'), 'w:numPr'), 'w:numId'),
    });
  }
  return known;
};

export interface ListLevel {
  readonly ordered: boolean;
  readonly start: number;
  /** What its number is a number of: several may count on in one list. */
  readonly abstract: string;
  /** Begins a list anew, where another number of the same kind would count on. */
  readonly restarts: boolean;
}

const levelsOf = (element: XmlElement, abstract: string): Map<number, ListLevel> =>
  new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [
        Number(level.attributes['w:ilvl']),
        {
          ordered: !['bullet', 'none'].includes(valueOf(level, 'w:numFmt') ?? 'decimal'),
          start: Number(valueOf(level, 'w:start') ?? 1),
          abstract,
          restarts: false,
        },
      ]),
  );

/** By the number of a list: its levels, the outermost first. */
export const readNumbering = (
  numbering: XmlElement | undefined,
): ReadonlyMap<string, readonly ListLevel[]> => {
  const parts = numbering ? elementsOf(numbering) : [];
  const kinds = new Map(
    parts
      .filter(({ name }) => name === 'w:abstractNum')
      .map(({ attributes: { 'w:abstractNumId': id = '' } }, index, all) => [id, levelsOf(all[index]!, id)]),
  );
  return new Map(
    parts
      .filter(({ name }) => name === 'w:num')
      .map((num) => [num.attributes['w:numId'] ?? '', numberedLevels(num, kinds)]),
  );
};

const numberedLevels = (
  num: XmlElement,
  kinds: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>,
): readonly ListLevel[] => {
  const abstract = valueOf(num, 'w:abstractNumId') ?? '';
  const levels = new Map(kinds.get(abstract));
  for (const override of elementsOf(num).filter(({ name }) => name === 'w:lvlOverride')) {
    const index = Number(override.attributes['w:ilvl']);
    const own = levelsOf(override, abstract).get(index) ?? levels.get(index);
    const start = valueOf(override, 'w:startOverride');
    if (own) levels.set(index, start === undefined ? own : { ...own, start: Number(start), restarts: true });
  }
  const none: ListLevel = { ordered: false, start: 1, abstract, restarts: false };
  return Array.from({ length: 9 }, (_, index) => levels.get(index) ?? none);
};

export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** By id. Nothing is fetched from an address outside; it may only become the address of a link. */
export const readRelations = (relations: XmlElement | undefined): ReadonlyMap<string, Relation> =>
  new Map(
    (relations ? elementsOf(relations) : []).map(({ attributes }) => [
      attributes['Id'] ?? '',
      {
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: attributes['Target'] ?? '',
        external: attributes['TargetMode'] === 'External',
      },
    ]),
  );
