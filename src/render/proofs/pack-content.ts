import { deflateSync } from 'node:zlib';
import { PDFName, type PDFDict, type PDFObject, type PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { cleanContent } from './clean-content.ts';
import { dictionaryOf, isDrawable, type Copier } from './copier.ts';
import { writeStream } from './plain-pdf.ts';
import { decode } from './streams.ts';
import { UnfitProof } from './unfit.ts';

const entryOf = (resources: PDFDict | undefined, kind: string, name: string): PDFObject | undefined =>
  resources && dictionaryOf(resources, kind)?.get(PDFName.of(name));

/** The form or image of that name, if it may be drawn and is on no layer that is off. */
const formNamed = (
  resources: PDFDict | undefined,
  name: string,
  { context, layers }: Copier,
): PDFStream | undefined => {
  const entry = entryOf(resources, 'XObject', name);
  const form = context.lookup(entry);
  // Named and gone: the file lost a part, and what it shows would be missing without a word.
  if (entry !== undefined && form === undefined) throw new UnfitProof('broken');
  return isDrawable(form) && !layers.isOff(form.dict.get(PDFName.of('OC'))) ? form : undefined;
};

interface Packing {
  /** Lines of the dictionary. */
  readonly entries: readonly string[];
  /** What the content may draw with, in the file. */
  readonly resources: PDFDict | undefined;
  /** What it does draw with, in ours: nothing else of a list that all pages share comes along. */
  readonly copyResources: (names: ReadonlySet<string>) => string;
  readonly copier: Copier;
}

/** A stream of ours that draws what these streams draw together; notes how much that is under `key`. */
export const packContent = (
  key: PDFObject,
  streams: readonly PDFRawStream[],
  { entries, resources, copyResources, copier }: Packing,
): Uint8Array => {
  const source = Buffer.concat(streams.flatMap((stream) => [decode(stream), Buffer.from('\n')]));
  const { data, operators, drawn, names } = cleanContent(source, {
    isOff: (property) => copier.layers.isOff(entryOf(resources, 'Properties', property)),
    isThere: (name) => formNamed(resources, name, copier) !== undefined,
  });
  const forms = [...drawn].flatMap(([name, times]) => {
    const form = formNamed(resources, name, copier);
    return form ? [[form.dict, times] as const] : [];
  });
  copier.drawings.note(key, { operators, forms });
  const lines = [...entries, copyResources(names), '/Filter /FlateDecode'];
  return writeStream(lines.filter((line) => line !== '').join('\n'), deflateSync(data));
};
