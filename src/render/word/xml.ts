import { escapeMarkup } from '../../domain/text/escape-markup.ts';

/** XML as text. What is written in small files of fixed parts needs no tree. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text of people: nothing in it is markup, and nothing that XML 1.0 forbids is left. */
export const escapeText = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  escapeMarkup(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, ''));

/** `<name a="…">children</name>`; `children` are XML already, attributes are not. */
export const el = (name: string, attributes: Attributes = {}, ...children: readonly string[]): string => {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeText(String(value))}"`))
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
};

/** An element whose only attribute is `w:val`. */
export const val = (name: string, value: string | number): string => el(name, { 'w:val': value });

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const;

/** Twentieths of a point, the unit of places in Word. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
