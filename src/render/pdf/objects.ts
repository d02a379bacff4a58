import { inflateSync } from 'node:zlib';

/**
 * Reads just enough of a PDF that Chromium has just printed: its classic cross-reference table, and small objects as
 * text. Loading the file with a PDF library costs 70–110 ms for 50 pages, this costs about one.
 */
export interface PdfObjects {
  readonly bytes: Buffer;
  /** Number of objects, the free object 0 included: the next free number. */
  readonly size: number;
  readonly root: number;
  readonly info: number | undefined;
  /** What stands between `N 0 obj` and `endobj`, each byte as one character; not for streams. */
  body(number: number): string;
  /** Dictionary and unpacked text (each byte as one character) of a stream. */
  stream(number: number): PdfStream;
  /** Whether an object's text begins with `start`; costs nothing, also for a large stream. */
  begins(number: number, start: string): boolean;
  /** The whole object with its number and its end, as it stands in the file; nothing for a number nobody uses. */
  raw(number: number): Buffer | undefined;
}

export interface PdfStream {
  readonly dictionary: string;
  readonly text: string;
}

export const refIn = (text: string, key: string): number | undefined => {
  const match = new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(text);
  return match ? Number(match[1]) : undefined;
};

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Where each object begins and ends, by number: objects follow each other, the table comes last. */
const readExtents = (table: string, size: number, end: number): (Extent | undefined)[] => {
  const starts: number[] = [];
  for (let number = 0; number < size; number++) {
    const entry = table.slice(number * 20, number * 20 + 18);
    starts.push(entry.endsWith('n') ? Number(entry.slice(0, 10)) : -1);
  }
  const order = [...starts, end].filter((start) => start >= 0).toSorted((a, b) => a - b);
  const next = new Map(order.map((start, index) => [start, order[index + 1] ?? end]));
  return starts.map((start) => (start < 0 ? undefined : { start, end: next.get(start) ?? end }));
};

const STREAM = 'stream\n';

/** Throws a plain error on a file that is not of the shape Chromium writes. */
export const readPdfObjects = (pdf: Uint8Array): PdfObjects => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const xrefOffset = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? NaN);
  const table = Number.isNaN(xrefOffset) ? '' : bytes.toString('latin1', xrefOffset);
  const head = /^xref\n0 (\d+)\n/u.exec(table);
  const trailer = table.slice(table.indexOf('trailer'));
  const root = refIn(trailer, 'Root');
  if (!head || root === undefined) throw new Error('not a PDF as Chromium writes it');
  const size = Number(head[1]);
  const extents = readExtents(table.slice(head[0].length), size, xrefOffset);
  const extentOf = (number: number): Extent => {
    const extent = extents[number];
    if (!extent) throw new Error(`no object ${number}`);
    return { start: bytes.indexOf(' obj', extent.start) + 4, end: extent.end };
  };
  return {
    bytes,
    size,
    root,
    info: refIn(trailer, 'Info'),
    body: (number) => {
      const extent = extentOf(number);
      return bytes.toString('latin1', extent.start, bytes.indexOf('endobj', extent.start)).trim();
    },
    stream: (number) => {
      const { start } = extentOf(number);
      const data = bytes.indexOf(STREAM, start) + STREAM.length;
      const dictionary = bytes.toString('latin1', start, data - STREAM.length).trim();
      const length = Number(/\/Length (\d+)/u.exec(dictionary)?.[1] ?? NaN);
      const packed = bytes.subarray(data, data + length);
      const unpacked = dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed;
      return { dictionary, text: unpacked.toString('latin1') };
    },
    begins: (number, text) => {
      const extent = extents[number];
      if (!extent) return false;
      const start = bytes.indexOf(' obj', extent.start) + 5;
      return bytes.toString('latin1', start, start + text.length) === text;
    },
    raw: (number) => {
      const extent = extents[number];
      return extent && bytes.subarray(extent.start, extent.end);
    },
  };
};

/** Object numbers of the pages, in order; the tree may be nested. */
export const pageNumbers = (pdf: PdfObjects, node = refIn(pdf.body(pdf.root), 'Pages')): number[] => {
  if (node === undefined) return [];
  const kids = /\/Kids \[([^\]]*)\]/u.exec(pdf.body(node))?.[1];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => pageNumbers(pdf, Number(kid)));
};

export const decodeName = (name: string): string =>
  Buffer.from(
    name.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
    'latin1',
  ).toString('utf8');

/** How many pages a PDF has. */
export const readPageCount = (pdf: PdfObjects): number => {
  const pages = refIn(pdf.body(pdf.root), 'Pages');
  return pages === undefined ? 0 : pageNumbers(pdf, pages).length;
};

/** Where each linked element begins: id → page number, from 1. Chromium names a destination per id that a link targets. */
export const readDestinations = (pdf: PdfObjects): ReadonlyMap<string, number> => {
  const dests = refIn(pdf.body(pdf.root), 'Dests');
  const found = new Map<string, number>();
  if (dests === undefined) return found;
  const order = new Map(pageNumbers(pdf).map((number, index) => [number, index + 1]));
  for (const [, name, page] of pdf.body(dests).matchAll(/\/(\S+) \[(\d+) 0 R/gu)) {
    const number = order.get(Number(page));
    if (number !== undefined) found.set(decodeName(name ?? ''), number);
  }
  return found;
};
