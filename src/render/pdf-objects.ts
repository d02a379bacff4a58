/**
 * Reads just enough of a PDF that Chromium has just printed: its classic cross-reference table, and small objects as
 * text. Loading the file with a PDF library costs 70–110 ms for 50 pages, this costs about one.
 */
export interface PdfObjects {
  readonly bytes: Buffer;
  /** Offset of the cross-reference table that the trailer names. */
  readonly xrefOffset: number;
  /** Number of objects, the free object 0 included: the next free number. */
  readonly size: number;
  readonly root: number;
  readonly info: number | undefined;
  /** What stands between `N 0 obj` and `endobj`, each byte as one character. */
  body(number: number): string;
  /** Whether an object's text begins with `start`; costs nothing, also for a large stream. */
  begins(number: number, start: string): boolean;
}

const refIn = (text: string, key: string): number | undefined => {
  const match = new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(text);
  return match ? Number(match[1]) : undefined;
};

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
  const entries = head[0].length;
  const startOf = (number: number): number =>
    bytes.indexOf(' obj', Number(table.slice(entries + number * 20, entries + number * 20 + 10))) + 4;
  return {
    bytes,
    xrefOffset,
    size,
    root,
    info: refIn(trailer, 'Info'),
    body: (number) => {
      const start = startOf(number);
      return bytes.toString('latin1', start, bytes.indexOf('endobj', start)).trim();
    },
    begins: (number, text) => {
      const start = startOf(number) + 1;
      return bytes.toString('latin1', start, start + text.length) === text;
    },
  };
};

/** Object numbers of the pages, in order; the tree may be nested. */
const pageNumbers = (pdf: PdfObjects, node: number, pages: number[] = []): number[] => {
  const body = pdf.body(node);
  const kids = /\/Kids \[([^\]]*)\]/u.exec(body)?.[1];
  if (kids === undefined) pages.push(node);
  else for (const [, kid] of kids.matchAll(/(\d+) 0 R/gu)) pageNumbers(pdf, Number(kid), pages);
  return pages;
};

export const decodeName = (name: string): string =>
  Buffer.from(
    name.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
    'latin1',
  ).toString('utf8');

/** Where each linked element begins: id → page number, from 1. Chromium names a destination per id that a link targets. */
export const readDestinations = (pdf: PdfObjects): ReadonlyMap<string, number> => {
  const catalog = pdf.body(pdf.root);
  const [pages, dests] = [refIn(catalog, 'Pages'), refIn(catalog, 'Dests')];
  const found = new Map<string, number>();
  if (pages === undefined || dests === undefined) return found;
  const order = new Map(pageNumbers(pdf, pages).map((number, index) => [number, index + 1]));
  for (const [, name, page] of pdf.body(dests).matchAll(/\/(\S+) \[(\d+) 0 R/gu)) {
    const number = order.get(Number(page));
    if (number !== undefined) found.set(decodeName(name ?? ''), number);
  }
  return found;
};
