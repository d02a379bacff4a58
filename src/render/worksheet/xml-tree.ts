import { SaxesParser } from 'saxes';
import { unreadable } from './unreadable.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const DEEPEST = 200;
const MOST_ELEMENTS = 500_000;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/**
 * A part of the package as a tree, names with the prefix they are written with. No document type is accepted, so no
 * entity but the five of XML; depth and number of elements are limited. Throws `worksheet-unreadable`.
 */
export const parseXml = (text: string, file: string): XmlElement => {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  let elements = 0;
  parser.on('doctype', () => {
    throw unreadable(file, 'doctype');
  });
  parser.on('error', (error) => {
    throw unreadable(file, 'xml', error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw unreadable(file, 'too-deep');
    if (++elements > MOST_ELEMENTS) throw unreadable(file, 'too-many');
    const element: Open = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const write = (content: string): void => void open.at(-1)?.children.push(content);
  parser.on('text', write);
  parser.on('cdata', write);
  parser.write(text).close();
  return root.children.find(isElement) ?? { name: '', attributes: {}, children: [] };
};

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export const elementsOf = ({ children }: XmlElement): XmlElement[] => children.filter(isElement);

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsOf(element).find((child) => child.name === name);

/** `w:val` of a child element; an empty text where the child has none. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const child = childOf(element, name);
  return child && (child.attributes['w:val'] ?? '');
};

/** A toggle such as `<w:b/>`: on, unless it says otherwise. */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const value = valueOf(element, name);
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value);
};

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
