import { PDFDict, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { dictAt, dictOf, dictsAt, listAt, nameAt, keysOf, numberAt, refAt, textAt } from './pdf-values.ts';
import type { LoadedPdf } from './pdf-values.ts';

/** One element of the structure tree, in the tree's own order, pages left aside. */
export interface StructureElement {
  /** As the file writes it. */
  readonly written: string;
  /** After the role map; undefined where the mapping ends nowhere or turns in a circle. */
  readonly type: string | undefined;
  readonly dict: PDFDict;
  readonly ref: string;
  readonly parent: StructureElement | undefined;
  readonly kids: readonly StructureElement[];
  /** Marked content that it holds itself: `STREAM MCID`. */
  readonly content: readonly string[];
  /** References of annotations that it holds itself. */
  readonly objects: readonly string[];
}

export interface StructureTree {
  readonly root: PDFDict | undefined;
  /** Every element, parents before their kids. */
  readonly elements: readonly StructureElement[];
}

/** ISO 32000-1 §14.8.4: what a reader knows without a role map. */
export const STANDARD_TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

const mapped = (written: string, roles: PDFDict | undefined): string | undefined => {
  const seen = new Set<string>();
  for (let type: string | undefined = written; type !== undefined; type = nameAt(roles, type)) {
    if (STANDARD_TYPES.has(type)) return type;
    if (seen.has(type)) return undefined;
    seen.add(type);
  }
  return undefined;
};

export const readStructureTree = ({ catalog }: LoadedPdf): StructureTree => {
  const root = dictAt(catalog, 'StructTreeRoot');
  const roles = dictAt(root, 'RoleMap');
  const elements: StructureElement[] = [];

  const read = (
    dict: PDFDict,
    ref: string,
    parent: StructureElement | undefined,
    page: string,
  ): StructureElement => {
    const written = nameAt(dict, 'S') ?? '';
    const [kids, content, objects]: [StructureElement[], string[], string[]] = [[], [], []];
    const element = { written, type: mapped(written, roles), dict, ref, parent, kids, content, objects };
    elements.push(element);
    const here = refAt(dict, 'Pg') ?? page;
    for (const value of listAt(dict, 'K')) take(value, element, here);
    return element;
  };
  const take = (value: PDFObject, element: StructureElement, page: string): void => {
    const [content, objects, kids] = [element.content, element.objects, element.kids] as [
      string[],
      string[],
      StructureElement[],
    ];
    if (value instanceof PDFNumber) content.push(`${page} ${value.asNumber()}`);
    const dict = dictOf(element.dict.context, value);
    if (!dict) return;
    const type = nameAt(dict, 'Type');
    if (type === 'MCR')
      content.push(`${refAt(dict, 'Stm') ?? refAt(dict, 'Pg') ?? page} ${numberAt(dict, 'MCID') ?? ''}`);
    else if (type === 'OBJR') objects.push(refAt(dict, 'Obj') ?? '');
    else kids.push(read(dict, value instanceof PDFRef ? value.tag : '', element, page));
  };

  for (const { dict, ref } of dictsAt(root, 'K')) read(dict, ref, undefined, '');
  return { root, elements };
};

/** An attribute of an owner (`Table`, `List`, `Layout`), from the element's own `A`. */
export const attributeOf = (
  { dict }: StructureElement,
  owner: string,
  key: string,
): PDFObject | undefined => {
  const found = dictsAt(dict, 'A').find(
    (entry) => nameAt(entry.dict, 'O') === owner && keysOf(entry.dict).includes(key),
  );
  return found && listAt(found.dict, key)[0];
};

/** The key under which a page, a form or an annotation is found in the parent tree, with what stands there. */
export const readParentTree = (root: PDFDict | undefined): Map<number, PDFObject> => {
  const found = new Map<number, PDFObject>();
  const walk = (node: PDFDict | undefined): void => {
    const nums = listAt(node, 'Nums');
    for (let index = 0; index + 1 < nums.length; index += 2) {
      const [key, value] = [nums[index], nums[index + 1]];
      if (key instanceof PDFNumber && value) found.set(key.asNumber(), value);
    }
    for (const { dict } of dictsAt(node, 'Kids')) walk(dict);
  };
  walk(dictAt(root, 'ParentTree'));
  return found;
};

/** First words of what an element is, for a person who looks for it. */
export const labelOf = ({ written, dict, ref }: StructureElement): string =>
  [written, ref, textAt(dict, 'Alt')].filter((part) => part !== undefined && part !== '').join(' ');
