import type { Finding } from '../domain/findings.ts';
import type { ExportRequest } from './export-request.ts';
import { makeDocuments, type MakePorts, type MakingEvent } from './make-documents.ts';
import type { ExportNotice } from './ports/batch.ts';
import { prepareExport, type PreparePorts } from './prepare-export.ts';

/** What happens while documents are made, for whoever waits. */
export type ExportEvent =
  ExportNotice | MakingEvent | { readonly code: 'refused'; readonly finding: Finding };

export interface ExportPorts extends PreparePorts, MakePorts {}

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
  const { tooLong } = await makeDocuments(ports, documents, { isFinal: request.final === true, notify });
  for (const finding of tooLong) notify({ code: 'refused', finding });
  return refusals.length + tooLong.length === 0;
};
