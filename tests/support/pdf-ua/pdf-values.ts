import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  decodePDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** A loaded PDF, read object by object: pdf.js shows a reader's view and leaves out what a validator has to see. */
export interface LoadedPdf {
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly pages: readonly PDFDict[];
}

export const loadPdf = async (bytes: Uint8Array): Promise<LoadedPdf> => {
  const document = await PDFDocument.load(Uint8Array.from(bytes), { updateMetadata: false });
  return { document, catalog: document.catalog, pages: document.getPages().map(({ node }) => node) };
};

const resolve = (context: PDFContext, value: PDFObject | undefined): PDFObject | undefined =>
  value instanceof PDFRef ? context.lookup(value) : value;

const get = (dict: PDFDict | undefined, key: string): PDFObject | undefined =>
  dict && resolve(dict.context, dict.get(PDFName.of(key)));

const asDict = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFStream ? value.dict : value instanceof PDFDict ? value : undefined;

export const dictAt = (dict: PDFDict | undefined, key: string): PDFDict | undefined => asDict(get(dict, key));

export const nameAt = (dict: PDFDict | undefined, key: string): string | undefined => {
  const value = get(dict, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
};

export const numberAt = (dict: PDFDict | undefined, key: string): number | undefined => {
  const value = get(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
};

export const isTrue = (dict: PDFDict | undefined, key: string): boolean => {
  const value = get(dict, key);
  return value instanceof PDFBool && value.asBoolean();
};

export const textAt = (dict: PDFDict | undefined, key: string): string | undefined => {
  const value = get(dict, key);
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
};

/** What stands under a key as a list, references left as they are: an array, a single value, or nothing. */
export const listAt = (dict: PDFDict | undefined, key: string): PDFObject[] => {
  const value = get(dict, key);
  if (value === undefined) return [];
  const own = dict?.get(PDFName.of(key));
  return value instanceof PDFArray ? value.asArray() : [own instanceof PDFRef ? own : value];
};

export const dictOf = (context: PDFContext, value: PDFObject | undefined): PDFDict | undefined =>
  asDict(resolve(context, value));

/** The dictionaries of a list, each with its reference where it has one. */
export const dictsAt = (dict: PDFDict | undefined, key: string): { dict: PDFDict; ref: string }[] =>
  listAt(dict, key).flatMap((value) => {
    const found = dict && dictOf(dict.context, value);
    return found ? [{ dict: found, ref: value instanceof PDFRef ? value.tag : '' }] : [];
  });

/** The reference under a key as a word that can be compared. */
export const refAt = (dict: PDFDict | undefined, key: string): string | undefined => {
  const value = dict?.get(PDFName.of(key));
  return value instanceof PDFRef ? value.tag : undefined;
};

export const keysOf = (dict: PDFDict | undefined): string[] =>
  dict ? dict.keys().map((key) => key.decodeText()) : [];

/** The unpacked bytes of a stream, one character each. */
export const streamText = (value: PDFObject | undefined): string =>
  value instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(value).decode()).toString('latin1') : '';

export const streamAt = (dict: PDFDict | undefined, key: string): string => streamText(get(dict, key));

/** The unpacked streams of a list: a page's contents may come in pieces. */
export const streamsAt = (dict: PDFDict | undefined, key: string): string =>
  listAt(dict, key)
    .map((value) => (dict ? streamText(resolve(dict.context, value)) : ''))
    .join('\n');
