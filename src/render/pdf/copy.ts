import { entriesOf, withReferences } from './dictionary.ts';
import type { PdfObjects } from './objects.ts';
import type { PdfChanges } from './writer.ts';

const STREAM = 'stream\n';
const END = 'endstream';

interface Parts {
  readonly dictionary: string;
  /** As it is packed; undefined for an object that is no stream. */
  readonly data: Buffer | undefined;
}

const partsOf = (pdf: PdfObjects, number: number): Parts => {
  const raw = pdf.raw(number);
  if (!raw) throw new Error(`no object ${number}`);
  const start = raw.indexOf(' obj') + 4;
  const stream = raw.indexOf(STREAM, start);
  const plain = raw.toString('latin1', start, stream < 0 ? raw.lastIndexOf('endobj') : stream).trim();
  // The word may stand in a string: a stream's own comes right behind its dictionary.
  if (stream < 0 || !plain.endsWith('>>'))
    return { dictionary: raw.toString('latin1', start, raw.lastIndexOf('endobj')).trim(), data: undefined };
  const end = raw.lastIndexOf(END);
  const length = Number(
    /^\d+$/u.exec(entriesOf(plain).get('Length') ?? '')?.[0] ?? end - stream - STREAM.length,
  );
  const data = raw.subarray(stream + STREAM.length, stream + STREAM.length + length);
  return { dictionary: plain, data };
};

/** A font of which nothing says that it comes with its shapes and with the letters these stand for. */
const isDoubtfulFont = (entries: ReadonlyMap<string, string>): boolean => {
  if (entries.get('Type') === '/FontDescriptor')
    return ![...entries.keys()].some((key) => key.startsWith('FontFile'));
  if (entries.get('Type') !== '/Font') return false;
  const isDescendant = entries.has('CIDSystemInfo');
  const isComposite = entries.has('DescendantFonts') || entries.get('Subtype') === '/Type3';
  if (!isComposite && !entries.has('FontDescriptor')) return true;
  return !isDescendant && !entries.has('ToUnicode');
};

/** Takes objects of another PDF over, each once, with all they refer to. */
export interface ObjectCopier {
  /** The first page's number is 0. Returns the number of a form that fills the unit square, as a picture does. */
  copyPage(page: number): number;
  /** False once something was copied that PDF/UA would not have: a font that is not embedded, or has no map to letters. */
  readonly isSound: boolean;
}

export const copyObjects = (from: PdfObjects, changes: PdfChanges): ObjectCopier => {
  const copies = new Map<number, number>();
  let isSound = true;

  const copyOf = (number: number): number => {
    const known = copies.get(number);
    if (known !== undefined) return known;
    const copy = changes.add('null');
    copies.set(number, copy);
    const { dictionary, data } = partsOf(from, number);
    isSound &&= !isDoubtfulFont(entriesOf(dictionary));
    const text = withReferences(dictionary, copyOf);
    changes.set(copy, data ? streamOf(text, data) : text);
    return copy;
  };

  const inherited = (page: number, key: string): string | undefined => {
    const entries = entriesOf(from.body(page));
    const parent = /^(\d+) \d+ R$/u.exec(entries.get('Parent') ?? '')?.[1];
    return entries.get(key) ?? (parent === undefined ? undefined : inherited(Number(parent), key));
  };

  const copyPage = (page: number): number => {
    const box = (inherited(page, 'MediaBox') ?? '').match(/-?[\d.]+/gu)?.map(Number) ?? [];
    const [left = 0, bottom = 0, right = 0, top = 0] = box;
    const [width, height] = [right - left, top - bottom];
    if (!(width > 0 && height > 0)) throw new Error('a page without a size');
    const { packing, data } = contentOf(from, inherited(page, 'Contents') ?? '');
    const group = entriesOf(from.body(page)).get('Group');
    const resources = inherited(page, 'Resources') ?? '<<>>';
    const scale = [1 / width, 0, 0, 1 / height, -left / width, -bottom / height].map((value) =>
      value.toFixed(9),
    );
    const head = [
      '<</Type /XObject',
      '/Subtype /Form',
      `/BBox [${left} ${bottom} ${right} ${top}]`,
      `/Matrix [${scale.join(' ')}]`,
      `/Resources ${withReferences(resources, copyOf)}`,
      ...(group === undefined ? [] : [`/Group ${withReferences(group, copyOf)}`]),
      packing,
      `/Length ${data.length}>>`,
    ].join('\n');
    return changes.add(streamOf(head, data));
  };

  return {
    copyPage,
    get isSound() {
      return isSound;
    },
  };
};

const streamOf = (dictionary: string, data: Buffer): readonly Buffer[] => [
  Buffer.from(`${dictionary}\n${STREAM}`, 'latin1'),
  data,
  Buffer.from(`\n${END}`),
];

/** The content of a page as one stream: as it is packed where there is one, together where there are several. */
const contentOf = (pdf: PdfObjects, written: string): { readonly packing: string; readonly data: Buffer } => {
  const numbers = [...written.matchAll(/(\d+) \d+ R/gu)].map(([, number]) => Number(number));
  const [first] = numbers;
  if (numbers.length === 1 && first !== undefined) {
    const { dictionary, data = Buffer.alloc(0) } = partsOf(pdf, first);
    const entries = entriesOf(dictionary);
    const packing = ['Filter', 'DecodeParms'].flatMap((key) => {
      const value = entries.get(key);
      return value === undefined ? [] : [`/${key} ${value}`];
    });
    return { packing: packing.join('\n'), data };
  }
  return {
    packing: '',
    data: Buffer.from(numbers.map((number) => pdf.stream(number).text).join('\n'), 'latin1'),
  };
};
