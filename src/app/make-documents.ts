import { lengthFinding, measureLength, type DocumentLength } from '../domain/documents/page-budget.ts';
import type { Finding } from '../domain/findings.ts';
import { bindingAnnexes, type AnnexBinding, type AnnexPorts } from './export/bind-annexes.ts';
import type { PreparedDocument } from './ports/batch.ts';
import type { DocumentWriter, WrittenDocument } from './ports/export.ts';

export interface MakePorts extends AnnexPorts {
  readonly writer: DocumentWriter;
}

export type MakingEvent =
  | { readonly code: 'rendering'; readonly document: PreparedDocument }
  | { readonly code: 'written'; readonly path: string }
  | { readonly code: 'apart'; readonly finding: Finding }
  | { readonly code: 'measured'; readonly name: string; readonly length: DocumentLength };

export interface MakeOptions {
  /** Nothing is written where one document is longer than somebody allowed. */
  readonly isFinal: boolean;
  readonly notify?: (event: MakingEvent) => void;
  readonly signal?: AbortSignal;
}

export interface MadeDocuments {
  readonly written: readonly WrittenDocument[];
  readonly tooLong: readonly Finding[];
  /** Annexes that are named without their pages. */
  readonly faults: readonly Finding[];
}

/**
 * Prints what wants printing and writes it, one after the other: the last one may say how long the others are, and the pages
 * of one may be numbered on from the one before.
 */
export const makeDocuments = async (
  ports: MakePorts,
  documents: readonly PreparedDocument[],
  { isFinal, notify = () => undefined, signal }: MakeOptions,
): Promise<MadeDocuments> => {
  const written: WrittenDocument[] = [];
  const lengths: DocumentLength[] = [];
  const faults: Finding[] = [];
  const write = async ({ place }: PreparedDocument, content: string | Uint8Array): Promise<void> => {
    const file = await ports.writer.write(place, content);
    written.push(file);
    notify({ code: 'written', path: file.path });
  };
  const bind = bindingAnnexes(ports, documents, signal, (finding) => {
    faults.push(finding);
    notify({ code: 'apart', finding });
  });
  const kept: (() => Promise<void>)[] = [];
  for (const document of documents) {
    notify({ code: 'rendering', document });
    const content = await contentOf(ports, document, lengths, bind, signal);
    if (isFinal) kept.push(() => write(document, content));
    else await write(document, content);
    if (document.length === undefined || typeof content === 'string') continue;
    const length = measureLength(document.length, (await ports.pageCounter()).count(content));
    lengths.push(length);
    notify({ code: 'measured', name: document.place.name, length });
  }
  const tooLong = isFinal ? lengths.flatMap((length) => lengthFinding(length) ?? []) : [];
  if (tooLong.length === 0) for (const writeKept of kept) await writeKept();
  return { written, tooLong, faults };
};

const contentOf = async (
  ports: MakePorts,
  document: PreparedDocument,
  lengths: readonly DocumentLength[],
  bind: AnnexBinding,
  signal: AbortSignal | undefined,
): Promise<string | Uint8Array> => {
  const { content } = document;
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  const filled = lengths.length === 0 ? content : (await ports.pageCounter()).fill(content, lengths);
  const printable = await bind.before(document, filled);
  const pdf = await (await ports.printer()).print(printable, signal);
  await bind.after(document, pdf);
  return pdf;
};
