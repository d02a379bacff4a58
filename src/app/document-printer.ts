import type { Attachment } from './ports-source.ts';

/** A document ready for paper: complete, self-contained HTML (styles inlined, fonts and images as `data:`). */
export interface PrintableDocument {
  readonly html: string;
  readonly title: string;
  readonly author: string;
  readonly lang: 'fr';
  /** Files that the PDF carries; none where nobody asked for it. */
  readonly attachments?: readonly Attachment[];
}

/** What use cases need to make PDF bytes. `print` may be called many times at once: the printer bounds what it does. */
export interface DocumentPrinter {
  /** Starts the browser ahead of the first document; what goes wrong is told by `print`. */
  open(): void;
  /**
   * Prints one document. Each element `[data-page-of="ID"]` receives the number of the page on which the element whose
   * id is ID begins. Rejects with `no-browser` or `browser-failed`; a rejected document leaves the printer usable.
   */
  print(document: PrintableDocument, signal?: AbortSignal): Promise<Uint8Array>;
  /** Ends the browser and removes its temporary folder. */
  close(): Promise<void>;
}
