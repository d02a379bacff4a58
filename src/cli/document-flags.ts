import { EXPORT_FORMATS, type ExportRequest } from '../app/export-request.ts';
import { words } from '../catalogue/index.ts';
import { ANNEX_MODES } from '../domain/documents/annexes.ts';
import { DOCUMENT_NAMES, namedDocuments } from '../domain/documents/choose-documents.ts';
import type { Cli, PrinterFlags } from './context.ts';
import { dayAsked, oneOf } from './flags.ts';
import { sourceAsked } from './source-flag.ts';

/** What may be asked of documents, of one folder or of many. */
export interface DocumentFlags extends PrinterFlags {
  readonly document: readonly string[];
  readonly format: readonly string[];
  readonly block: readonly string[];
  readonly annexes: string;
  readonly out?: string;
  readonly templates?: string;
  readonly at?: string;
  readonly final?: boolean;
  readonly embedSource?: boolean;
}

/** The flags as a use case takes them, the folder and its output apart. Throws `bad-flag` for a value that is none. */
export const documentRequest = (
  flags: DocumentFlags,
  cli: Cli,
): Omit<ExportRequest, 'folder' | 'out' | 'outName' | 'templates'> => {
  const { expected } = words.exporting;
  const documents = flags.document.map((value) =>
    oneOf('--document', value, DOCUMENT_NAMES, expected.document),
  );
  const formats = flags.format.map((value) => oneOf('--format', value, EXPORT_FORMATS, expected.format));
  return {
    documents: namedDocuments(documents),
    formats: formats.length === 0 ? ['pdf'] : formats,
    annexes: oneOf('--annexes', flags.annexes, ANNEX_MODES, expected.annexes),
    blocks: flags.block,
    date: dayAsked(cli, flags.at),
    final: flags.final,
    embedSource: sourceAsked(flags, formats),
  };
};
