/** How a value of somebody else's PDF becomes a value of ours: by what may be in it, never by what may not. */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Copier } from './copier.ts';
import { writeNumber } from './plain-pdf.ts';

/** Text of a value, bytes of a stream object, or nothing where the value is not what may stand there. */
export type Copied = string | Uint8Array | undefined;
export type Shape = (value: PDFObject, copier: Copier) => Copied;

/**
 * Strings in hexadecimal: a text within an object can then neither end it nor look like a reference, whoever numbers the
 * objects anew.
 */
const writeString = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex').toUpperCase()}>`;

const isString = (value: PDFObject): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;

/** Numbers, names, strings, truth values, and lists of them; no dictionary and no stream. */
export const plain: Shape = (value, copier) => {
  if (value instanceof PDFNumber) return writeNumber(value.asNumber());
  if (value instanceof PDFName) return value.asString();
  if (value instanceof PDFBool) return String(value.asBoolean());
  if (isString(value)) return writeString(value.asBytes());
  return value instanceof PDFArray ? list(plain)(value, copier) : undefined;
};

/** Each of a list; what may not be there becomes `null`, so that the others keep their places. */
export const list =
  (shape: Shape): Shape =>
  (value, copier) =>
    value instanceof PDFArray
      ? `[${value
          .asArray()
          .map((each) => copier.copy(each, shape) ?? 'null')
          .join(' ')}]`
      : undefined;

export type Keys = Readonly<Record<string, Shape>>;

export const keys = (names: string, shape: Shape = plain): Keys =>
  Object.fromEntries(names.split(' ').map((name) => [name, shape]));

/** The allowed entries of a dictionary, in our order: the order in the file says nothing. */
export const entriesOf = (source: PDFDict, allowed: Keys, copier: Copier): string =>
  Object.entries(allowed)
    .flatMap(([name, shape]) => {
      const copied = copier.copy(source.get(PDFName.of(name)), shape);
      return copied === undefined ? [] : [`/${name} ${copied}`];
    })
    .join('\n');

export const dictionary =
  (allowed: Keys): Shape =>
  (value, copier) =>
    value instanceof PDFDict ? `<<${entriesOf(value, allowed, copier)}>>` : undefined;

/** Names that the file chose, all with a value of one shape. */
export const named =
  (shape: Shape): Shape =>
  (value, copier) =>
    value instanceof PDFDict
      ? `<<${value
          .entries()
          .flatMap(([name, each]) => {
            const copied = copier.copy(each, shape);
            return copied === undefined ? [] : [`${name.asString()} ${copied}`];
          })
          .join('\n')}>>`
      : undefined;

/** The first shape that fits. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, copier) => {
    for (const shape of shapes) {
      const copied = shape(value, copier);
      if (copied !== undefined) return copied;
    }
    return undefined;
  };
