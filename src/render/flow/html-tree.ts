import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, html as names } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

export const isElement = (node: Node): node is Element => tree.isElementNode(node);
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => tree.isTextNode(node);
export const isSvg = ({ namespaceURI }: Element): boolean => namespaceURI === names.NS.SVG;

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

export const classes = (element: Element): string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');

export const hasClass = (element: Element, name: string): boolean => classes(element).includes(name);

export const elements = ({ childNodes }: Element): Element[] => childNodes.filter(isElement);

/** Every element below, in document order. */
export const descendants = (element: Element): Element[] =>
  elements(element).flatMap((child) => [child, ...descendants(child)]);

export const textOf = (node: Node): string =>
  isText(node) ? node.value : isElement(node) ? node.childNodes.map(textOf).join('') : '';
