/** PDFs made object by object: what an honest program writes, and what one made to harm does. */
import { inflateSync } from 'node:zlib';
import { readPdfObjects } from '../../src/render/pdf/objects.ts';

/** The text of an object, or all of a stream object. */
export type PdfObject = string | Buffer;

export const streamObject = (dictionary: string, data: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${dictionary} /Length ${Buffer.byteLength(data)}>>\nstream\n`, 'latin1'),
    typeof data === 'string' ? Buffer.from(data, 'latin1') : data,
    Buffer.from('\nendstream'),
  ]);

/** Objects by number, from 1, which is the catalogue; `trailer` are further entries of the trailer. */
export const pdfOf = (objects: readonly PdfObject[], trailer = ''): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let offset = parts[0]!.length;
  const table = objects.map((object, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    offset += part.length;
    return `${String(offset - part.length).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}`),
    Buffer.from(`trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${offset}\n%%EOF\n`),
  ]);
};

interface OnePage {
  readonly content?: string | Buffer;
  /** Further entries of the page, of its resources, of the catalogue. */
  readonly page?: string;
  readonly resources?: string;
  readonly catalogue?: string;
  readonly contentDictionary?: string;
  /** Objects from 6 on. */
  readonly more?: readonly PdfObject[];
}

const FONT = '/Font <</F1 5 0 R>>';

/** One page of A4 with Helvetica as `/F1`. */
export const onePage = ({
  content = '',
  page = '',
  resources = '',
  catalogue = '',
  contentDictionary = '',
  more = [],
}: OnePage): Buffer =>
  pdfOf([
    `<</Type /Catalog /Pages 2 0 R ${catalogue}>>`,
    '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842]>>',
    `<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <<${FONT} ${resources}>> ${page}>>`,
    streamObject(contentDictionary, content),
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>',
    ...more,
  ]);

export const words = (text: string, y = 700): string => `BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET\n`;

/** All that a PDF of ours holds: every object as it stands, and every stream unpacked. */
export const everythingIn = (bytes: Uint8Array): string => {
  const pdf = readPdfObjects(bytes);
  const objects = Array.from({ length: pdf.size }, (_, number) => pdf.raw(number) ?? Buffer.alloc(0));
  return objects
    .flatMap((object) => {
      const start = object.indexOf('stream\n') + 7;
      const length = Number(/\/Length (\d+)/u.exec(object.toString('latin1', 0, start))?.[1] ?? 0);
      const data = object.subarray(start, start + length);
      const isPacked = start > 6 && object.toString('latin1', 0, start).includes('/FlateDecode');
      return [object.toString('latin1'), isPacked ? inflateSync(data).toString('latin1') : ''];
    })
    .join('\n');
};
