import { parse } from 'parse5';
import type { Block, Flow, Link, Mark } from './flow.ts';
import { createGatherer, joined, type Gatherer, type Surroundings } from './gather.ts';
import {
  attribute,
  classes,
  descendants,
  elements,
  hasClass,
  isElement,
  isSvg,
  isText,
  textOf,
  type Element,
  type Node,
} from './html-tree.ts';
import {
  type ReadInside,
  readContents,
  readFacts,
  readFigure,
  readList,
  readPicture,
  readTable,
} from './read-parts.ts';

const HEADING = /^h([1-6])$/u;
const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'button',
  'input',
  'head',
  'title',
]);
/** Ways to the text and to its contents, for keyboards and phones. */
const ON_SCREEN_ALONE = ['skip', 'to-contents'];
const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'body', 'dd', 'details', 'div', 'dt', 'fieldset', 'footer', 'header', 'html', 'li', 'main', 'nav', 'p',
  'section', 'summary',
]); // prettier-ignore
const MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong', strong: 'strong', em: 'emphasis', i: 'emphasis', cite: 'emphasis', sup: 'raised', sub: 'lowered', s: 'struck',
  del: 'struck', code: 'typed', kbd: 'typed', samp: 'typed',
}; // prettier-ignore
const MARKING_CLASSES: Readonly<Record<string, Mark>> = { code: 'code', when: 'aside', time: 'aside' };

const isUnread = (element: Element): boolean =>
  UNREAD.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  (attribute(element, 'aria-hidden') === 'true' && !isSvg(element)) ||
  ON_SCREEN_ALONE.some((name) => hasClass(element, name)) ||
  // A way around a page on a screen; Word and Markdown readers have their own.
  (element.tagName === 'nav' && !hasClass(element, 'contents'));

/** Classes for which the style sheet says something, wherever they stand: `.line { display: block; }`. */
const classesThat = (says: RegExp, style: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [, selectors = '', rules = ''] of style.matchAll(/([^{};]+)\{([^{}]*)\}/gu)) {
    if (!says.test(rules)) continue;
    for (const selector of selectors.split(',')) {
      const last = /(?:^|[\s>+~])[\w-]*((?:\.[\w-]+)+)\s*$/u.exec(selector)?.[1] ?? '';
      for (const [, name] of last.matchAll(/\.([\w-]+)/gu)) if (name !== undefined) found.add(name);
    }
  }
  return found;
};

/** What the style sheet says of classes that changes how a text is read. */
interface Sheet {
  readonly asBlock: ReadonlySet<string>;
  /** A page begins before them, or after them. */
  readonly opening: ReadonlySet<string>;
  readonly closing: ReadonlySet<string>;
}

const readSheet = (style: string): Sheet => ({
  asBlock: classesThat(/(?:^|[\s;])display:\s*(?:block|flex|grid)/u, style),
  opening: classesThat(/break-before:\s*page/u, style),
  closing: classesThat(/break-after:\s*page/u, style),
});

/** The last `size` of all pages holds: the style of a document stands after the one they share. */
const isLandscape = (style: string): boolean => {
  const size = [...style.matchAll(/@page\s*\{[^}]*?size:\s*([^;}]+)/gu)].at(-1)?.[1] ?? '';
  const [width = 0, height = 0] = [...size.matchAll(/([\d.]+)mm/gu)].map(([, value]) => Number(value));
  return size.includes('landscape') || width > height;
};

const addPart = (block: Block | undefined, into: Gatherer): void => {
  if (block !== undefined) into.add(block);
};

const reader = ({ asBlock, opening, closing }: Sheet): ReadInside => {
  /** The next heading begins a page. */
  let opensPage = false;
  const readInside: ReadInside = (element) => {
    const into = createGatherer();
    readAll(element, { marks: new Set(), role: 'p' }, into);
    return into.blocks();
  };

  const readAll = ({ childNodes }: Element, around: Surroundings, into: Gatherer): void => {
    for (const node of childNodes) readNode(node, around, into);
  };

  const readNode = (node: Node, around: Surroundings, into: Gatherer): void => {
    if (isText(node)) into.text(node.value, around);
    else if (isElement(node) && !isUnread(node)) {
      const named = classes(node);
      opensPage ||= named.some((name) => opening.has(name));
      readElement(node, around, into);
      opensPage ||= named.some((name) => closing.has(name));
    }
  };

  const readApart = (element: Element, around: Surroundings, into: Gatherer): void => {
    into.close();
    const id = attribute(element, 'id');
    if (id !== undefined) into.anchor(id);
    readAll(element, around, into);
    into.close();
  };

  const readElement = (element: Element, around: Surroundings, into: Gatherer): void => {
    const { tagName } = element;
    const level = HEADING.exec(tagName)?.[1];
    if (level !== undefined) {
      into.close();
      const anchors = [...into.takeAnchors(), ...idOf(element)];
      const { content } = joined(readInside(element), 'heading');
      into.add({ kind: 'heading', level: Number(level), anchors, content, opensPage });
      opensPage = false;
      return;
    }
    if (isSvg(element)) return addPart(readPicture(element, into), into);
    switch (tagName) {
      case 'br':
        return into.break(around);
      case 'hr':
        return into.add({ kind: 'rule' });
      case 'img':
        return addPart(readPicture(element, into), into);
      case 'figure':
        return addPart(readFigure(element, readInside, into), into);
      case 'ul':
      case 'ol':
        return into.add(readList(element, readInside));
      case 'dl':
        return into.add(readFacts(element, readInside));
      case 'table':
        return into.add(readTable(element, readInside));
      case 'pre':
        return into.add({ kind: 'preformatted', text: textOf(element).replace(/\n$/u, '') });
      case 'blockquote':
        return into.add({ kind: 'quote', blocks: readInside(element) });
      case 'aside':
        return into.add({ kind: 'box', role: 'aside', blocks: readInside(element) });
    }
    if (hasClass(element, 'contents')) return into.add(readContents(element, readInside));
    if (hasClass(element, 'cover')) return into.add({ kind: 'cover', blocks: readInside(element) });
    if (hasClass(element, 'box')) return into.add({ kind: 'box', role: 'box', blocks: readInside(element) });
    if (BLOCKS.has(tagName)) {
      const isProse = tagName !== 'p' && tagName !== 'dt';
      return readApart(element, { ...around, role: roleOf(element, isProse ? around.role : 'p') }, into);
    }
    readInline(element, around, into);
  };

  const readInline = (element: Element, around: Surroundings, into: Gatherer): void => {
    const marks = [MARKS[element.tagName], ...classes(element).map((name) => MARKING_CLASSES[name])].filter(
      (mark) => mark !== undefined,
    );
    const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
    const link: Link | undefined = href === undefined ? around.link : { href };
    const inner = { ...around, link, marks: new Set([...around.marks, ...marks]) };
    const block = classes(element).find((name) => asBlock.has(name));
    if (block !== undefined) return readApart(element, { ...inner, role: block, goesOn: true }, into);
    for (const id of idOf(element)) into.anchor(id);
    readAll(element, inner, into);
  };

  return readInside;
};

const idOf = (element: Element): string[] => {
  const id = attribute(element, 'id');
  return id === undefined ? [] : [id];
};

/** The first class tells what something is; boxes that only hold others do not. */
const roleOf = (element: Element, otherwise: string): string =>
  element.tagName === 'p' ? (classes(element)[0] ?? otherwise) : otherwise;

/** The HTML of a document for the screen, as templates made it; `style` is what its style sheet says. */
export const readFlow = (html: string, style: string): Flow => {
  const root = elements(parse(html) as unknown as Element)[0];
  if (root === undefined) throw new Error('no document');
  const all = descendants(root);
  const body = all.find(({ tagName }) => tagName === 'body');
  return {
    blocks: body === undefined ? [] : reader(readSheet(style))(body),
    landscape: isLandscape(style),
  };
};
