import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One element of a page's structure, with the text under it and where that text stands (points from the bottom). */
export interface TaggedElement {
  readonly role: string;
  readonly page: number;
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  /** True when text is marked by this very element, not by one inside it. */
  readonly leaf: boolean;
}

export interface PdfStructure {
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [number, number])[];
  /** In reading order, page by page; an element that two pages share is there twice. */
  readonly elements: readonly TaggedElement[];
  /** Titles of the bookmarks, indented by level. */
  readonly outline: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}
interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}
interface Placed {
  text: string;
  top: number;
  bottom: number;
}

const NOWHERE: Placed = { text: '', top: -Infinity, bottom: Infinity };

const join = (a: Placed, b: Placed): Placed => ({
  text: a.text + b.text,
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
});

const contentOf = (node: Node, placed: ReadonlyMap<string, Placed>): Placed =>
  (node.children ?? []).reduce(
    (sum, child) => join(sum, contentOf(child, placed)),
    (node.id === undefined ? undefined : placed.get(node.id)) ?? NOWHERE,
  );

const flatten = (node: Node, page: number, placed: ReadonlyMap<string, Placed>): TaggedElement[] => [
  ...(node.role === undefined
    ? []
    : [
        {
          role: node.role,
          page,
          leaf: (node.children ?? []).some(({ type }) => type === 'content'),
          ...contentOf(node, placed),
        },
      ]),
  ...(node.children ?? []).flatMap((child) => flatten(child, page, placed)),
];

const titles = (items: readonly Bookmark[], depth = 0): string[] =>
  items.flatMap((item) => [`${'  '.repeat(depth)}${item.title}`, ...titles(item.items, depth + 1)]);

/** Reads the tags of a PDF with the coordinates of what they mark. */
export const readStructure = async (bytes: Uint8Array): Promise<PdfStructure> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const elements: TaggedElement[] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([width, height]);
    const placed = new Map<string, Placed>();
    const open: (string | undefined)[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((mark) => mark !== undefined);
        if (id === undefined || item.str.trim() === '') continue;
        const y = item.transform[5] as number;
        const here = { text: `${item.str}${item.hasEOL ? '\n' : ''}`, top: y + item.height, bottom: y };
        placed.set(id, join(placed.get(id) ?? NOWHERE, here));
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id);
    }
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) elements.push(...flatten(tree, number, placed));
  }
  const outline = titles((await pdf.getOutline()) ?? []);
  await task.destroy();
  return { sizes, elements, outline };
};

const isHeading = ({ role }: TaggedElement): boolean => /^H[1-6]$/u.test(role);
const isFilled = ({ text }: TaggedElement): boolean => text.trim() !== '';

export const headingsOf = ({ elements }: PdfStructure): TaggedElement[] =>
  elements.filter(isHeading).filter(isFilled);

/** Table rows, the repeated heads of long tables included; a row that two pages share counts twice. */
export const rowsOf = ({ elements }: PdfStructure): TaggedElement[] =>
  elements.filter(({ role }) => role === 'TR').filter(isFilled);

/** Headings (the cover's apart) with nothing but headings under them on their page. */
export const strandedHeadings = (structure: PdfStructure): TaggedElement[] => {
  const headings = headingsOf(structure);
  const told = structure.elements.filter(
    (element) =>
      element.leaf &&
      isFilled(element) &&
      !headings.some(({ page, text }) => page === element.page && text.includes(element.text)),
  );
  return headings.filter(
    ({ role, page, bottom }) =>
      role !== 'H1' && !told.some((element) => element.page === page && element.bottom < bottom - 8),
  );
};

/** Headings followed by one of the same or a higher level, or by nothing. */
export const emptyHeadings = (structure: PdfStructure): TaggedElement[] => {
  const headings = headingsOf(structure);
  const order = structure.elements.filter(
    (element) =>
      isFilled(element) &&
      (isHeading(element) ||
        (element.leaf &&
          !headings.some(({ page, text }) => page === element.page && text.includes(element.text)))),
  );
  return headings.filter((heading) => {
    const next = order[order.indexOf(heading) + 1];
    return next === undefined || (isHeading(next) && next.role <= heading.role);
  });
};
