import { finding, type Finding } from '../../domain/findings.ts';
import type { DocumentPrinter, PrintableDocument } from '../ports/document-printer.ts';
import type { AnnexReader } from '../ports/annexes.ts';
import type { JoinedAnnexes, PreparedDocument } from '../ports/batch.ts';
import type { AnnexBinder, PageCounter } from '../ports/export.ts';
import { annexFaults, readAnnexes } from './read-annexes.ts';

export interface AnnexPorts {
  /** Asked for once, where a PDF is wanted. */
  printer(): Promise<DocumentPrinter>;
  /** Asked for once a document was printed whose length matters. */
  pageCounter(): Promise<PageCounter>;
  /** Both asked for once a document joins annexes. */
  annexReader(): Promise<AnnexReader>;
  annexBinder(): Promise<AnnexBinder>;
}

/** What becomes of a document around its printing. */
export interface AnnexBinding {
  /** With its annexes in it, or knowing on which pages of the next file they are. */
  before(document: PreparedDocument, printable: PrintableDocument): Promise<PrintableDocument>;
  after(document: PreparedDocument, pdf: Uint8Array): Promise<void>;
}

/** The file of annexes that goes with a dossier: read once, laid out before it, numbered on from it. */
interface Apart {
  readonly printable: PrintableDocument;
  firstPage: number;
}

/**
 * One numbering in the whole dossier, also where its annexes are a file apart. That file is printed first, to know where
 * each annex begins in it; then the dossier, which names those pages behind its own last one; then the file again, numbered
 * on from there. `tell` hears of annexes that are named without their pages.
 */
export const bindingAnnexes = (
  ports: AnnexPorts,
  documents: readonly PreparedDocument[],
  signal: AbortSignal | undefined,
  tell: (fault: Finding) => void,
): AnnexBinding => {
  let apart: Apart | undefined;

  const bound = async (
    printable: PrintableDocument,
    annexes: JoinedAnnexes,
    document: string,
  ): Promise<PrintableDocument> => {
    const [reader, binder] = await Promise.all([ports.annexReader(), ports.annexBinder()]);
    const read = await readAnnexes(reader, annexes, signal);
    for (const fault of annexFaults(read)) tell(fault);
    const result = await binder.bind(printable, read);
    const readable = read.filter(({ content }) => content.kind === 'pages').length;
    // Templates of one's own may know nothing of them.
    if ((result.annexes?.length ?? 0) < readable)
      tell(finding('annexes-without-place', 'templates', { document }));
    return result;
  };

  const placesApart = async (): Promise<ReadonlyMap<string, number> | undefined> => {
    const next = documents.find(
      ({ annexes, kind }) => annexes?.place === 'here' && kind === 'dossier-validation-annexes',
    );
    if (next?.annexes === undefined || !isPrintable(next.content)) return undefined;
    apart = { printable: await bound(next.content, next.annexes, next.place.name), firstPage: 1 };
    const { annexes: _pages, ...layout } = apart.printable;
    const pdf = await (await ports.printer()).print(layout, signal);
    return (await ports.pageCounter()).count(pdf).starts;
  };

  return {
    before: async ({ annexes, place }, printable) => {
      if (annexes === undefined) return printable;
      if (annexes.place === 'here')
        return apart
          ? { ...apart.printable, firstPage: apart.firstPage }
          : bound(printable, annexes, place.name);
      const following = await placesApart();
      return following ? { ...printable, following } : printable;
    },
    after: async ({ annexes }, pdf) => {
      if (annexes?.place === 'next' && apart)
        apart.firstPage = (await ports.pageCounter()).count(pdf).pages + 1;
    },
  };
};

const isPrintable = (content: PreparedDocument['content']): content is PrintableDocument =>
  typeof content !== 'string' && !(content instanceof Uint8Array);
