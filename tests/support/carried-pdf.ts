import { inflateSync } from 'node:zlib';
import { exportDocuments } from '../../src/app/export-documents.ts';
import type { ExportRequest } from '../../src/app/export-request.ts';
import type { DocumentPrinter } from '../../src/app/ports/document-printer.ts';
import type { PortfolioStore, ReferentialSource } from '../../src/app/ports/world.ts';
import type { Attachment } from '../../src/app/ports/source.ts';
import { createDocumentRenderer } from '../../src/render/document-renderer.ts';
import { attachFiles } from '../../src/render/pdf/attachments.ts';
import { pageCounter } from '../../src/render/pdf/page-counts.ts';
import { noAnnexes } from './plain-annex.ts';

/** The PDFs that an export of a folder makes, by name, kept in memory; each carries its source. */
export const carryingPdfs = async (
  { store, referentials, printer }: { readonly store: PortfolioStore; readonly referentials: ReferentialSource; readonly printer: DocumentPrinter }, // prettier-ignore
  request: Pick<ExportRequest, 'folder' | 'documents' | 'date'> & Partial<ExportRequest>,
): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  await exportDocuments(
    {
      store,
      referentials,
      renderer: createDocumentRenderer(),
      printer: () => Promise.resolve(printer),
      pageCounter: () => Promise.resolve(pageCounter),
      ...noAnnexes,
      writer: {
        write: async ({ name }, content) => {
          files.set(name, typeof content === 'string' ? Buffer.from(content) : content);
          return { path: name, sha256: '' };
        },
      },
    },
    { formats: ['pdf'], blocks: [], out: undefined, embedSource: true, ...request },
    () => undefined,
  );
  return files;
};

/** Just enough of a PDF to carry files: as we write them, without a page. */
export const pdfAround = (attachments: readonly Attachment[]): Buffer => {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const refuse = (): never => {
    throw new Error('attachments change nothing');
  };
  attachFiles(attachments, { add, body: refuse, set: refuse, write: refuse });
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((body, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]),
  ]);
};

const unpacked = (pdf: Buffer): Buffer[] => {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    try {
      streams.push(inflateSync(pdf.subarray(at + 7)));
    } catch {
      // Not packed, or the end of one.
    }
  }
  return streams;
};

/** Everything a PDF holds as text, however it is packed or spelled: names, strings of both kinds, streams, attachments. */
export const everythingIn = (bytes: Uint8Array): string => {
  const pdf = Buffer.from(bytes);
  const all = [pdf, ...unpacked(pdf)].flatMap((part) => [part.toString('latin1'), part.toString('utf8')]);
  const spelled = [...all.join('\n').matchAll(/<FEFF([0-9A-F]+)>/gu)].map(([, hex]) =>
    Buffer.from(hex ?? '', 'hex')
      .swap16()
      .toString('utf16le'),
  );
  return [...all, ...spelled].join('\n');
};
