import type { Finding } from '../domain/findings.ts';
import type { DocumentPrinter } from './document-printer.ts';
import type { ExportRequest } from './export-request.ts';
import type { ExportNotice, PreparedDocument } from './ports-batch.ts';
import type { DocumentWriter, WrittenDocument } from './ports-export.ts';
import { prepareExport, type PreparePorts } from './prepare-export.ts';

/** What happens while documents are made, for whoever waits. */
export type ExportEvent =
  | ExportNotice
  | { readonly code: 'refused'; readonly finding: Finding }
  | { readonly code: 'rendering'; readonly document: PreparedDocument }
  | { readonly code: 'written'; readonly path: string };

export interface ExportPorts extends PreparePorts, MakePorts {}

export interface MakePorts {
  /** Asked for once, where a PDF is wanted. */
  printer(): Promise<DocumentPrinter>;
  readonly writer: DocumentWriter;
}

/**
 * Makes the documents of a portfolio; nothing is written before everything is known to be possible. False where `final` was
 * asked and something keeps a document from being handed in: then nothing is written at all. Rejects with what
 * `prepareExport` refuses, and with whatever the printer and the disk refuse.
 */
export const exportDocuments = async (
  ports: ExportPorts,
  request: ExportRequest,
  notify: (event: ExportEvent) => void,
): Promise<boolean> => {
  const { documents, refusals } = await prepareExport(ports, request, {
    notice: notify,
    possible: async () => {
      // A browser takes about a second to start: meanwhile the documents are put into words.
      if (request.formats.includes('pdf')) (await ports.printer()).open();
    },
  });
  for (const finding of refusals) notify({ code: 'refused', finding });
  for (const document of documents) {
    notify({ code: 'rendering', document });
    const { path } = await makeDocument(ports, document);
    notify({ code: 'written', path });
  }
  return refusals.length === 0;
};

/** Prints what wants printing and writes it. */
export const makeDocument = async (
  ports: MakePorts,
  { place, content }: PreparedDocument,
  signal?: AbortSignal,
): Promise<WrittenDocument> =>
  ports.writer.write(
    place,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : await (await ports.printer()).print(content, signal),
  );
