import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { dictAt, dictsAt, nameAt, streamsAt } from './pdf-values.ts';

/** A PDF opened to be harmed. */
export class Harmed {
  readonly document: PDFDocument;

  private constructor(document: PDFDocument) {
    this.document = document;
  }

  static async open(bytes: Uint8Array): Promise<Harmed> {
    return new Harmed(await PDFDocument.load(Uint8Array.from(bytes), { updateMetadata: false }));
  }

  save(): Promise<Uint8Array> {
    return this.document.save({ useObjectStreams: false });
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  /** A dictionary below another, by the keys that lead to it. */
  below(from: PDFDict, ...path: string[]): PDFDict {
    return path.reduce<PDFDict>((dict, key) => {
      const found = dictAt(dict, key);
      if (!found) throw new Error(`no ${key}`);
      return found;
    }, from);
  }

  private all(isIt: (dict: PDFDict) => boolean): { dict: PDFDict; ref: PDFRef }[] {
    return this.document.context
      .enumerateIndirectObjects()
      .flatMap(([ref, dict]) => (dict instanceof PDFDict && isIt(dict) ? [{ dict, ref }] : []));
  }

  /** Elements of a type, in the order of the file. */
  elements(type: string): { dict: PDFDict; ref: PDFRef }[] {
    const found = this.all((dict) => nameAt(dict, 'Type') === 'StructElem' && nameAt(dict, 'S') === type);
    if (found.length === 0) throw new Error(`no ${type}`);
    return found;
  }

  element(type: string): PDFDict {
    return this.elements(type)[0]!.dict;
  }

  retype(type: string, other: string): void {
    this.set(this.element(type), 'S', PDFName.of(other));
  }

  set(dict: PDFDict, key: string, value: PDFObject | string): void {
    dict.set(PDFName.of(key), typeof value === 'string' ? PDFName.of(value) : value);
  }

  remove(dict: PDFDict, key: string): void {
    if (!dict.delete(PDFName.of(key))) throw new Error(`no ${key}`);
  }

  /** A new, empty element as the last kid of the first one of a type. */
  addTo(type: string, other: string): void {
    const { dict, ref } = this.elements(type)[0]!;
    const kid = this.document.context.obj({ Type: 'StructElem', S: other, P: ref });
    const kids = dict.lookup(PDFName.of('K'));
    const list = kids instanceof PDFArray ? kids.asArray() : [dict.get(PDFName.of('K'))!];
    dict.set(PDFName.of('K'), this.document.context.obj([...list, this.document.context.register(kid)]));
  }

  kids(dict: PDFDict): PDFObject[] {
    return dict.lookup(PDFName.of('K'), PDFArray).asArray();
  }

  link(): PDFDict {
    return this.all((dict) => nameAt(dict, 'Subtype') === 'Link')[0]!.dict;
  }

  page(index = 0): PDFDict {
    return this.document.getPage(index).node;
  }

  /** The first font of the first page, and what stands below it. */
  font(): PDFDict {
    const fonts = this.below(this.page(), 'Resources', 'Font');
    return this.below(fonts, fonts.keys()[0]!.decodeText());
  }

  descendant(): PDFDict {
    return dictsAt(this.font(), 'DescendantFonts')[0]!.dict;
  }

  /** Changes the text of a stream; harm that does not happen is an error. */
  rewrite(dict: PDFDict, key: string, change: (text: string) => string): void {
    const before = streamsAt(dict, key);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${key}`);
    const stream = this.document.context.flateStream(Buffer.from(after, 'latin1'), {
      ...(key === 'Metadata' && { Type: 'Metadata', Subtype: 'XML' }),
    });
    dict.set(PDFName.of(key), this.document.context.register(stream));
  }
}
