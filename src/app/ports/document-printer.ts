import type { Attachment } from './source.ts';

/** A document ready for paper: complete, self-contained HTML (styles inlined, fonts and images as `data:`). */
export interface PrintableDocument {
  readonly html: string;
  readonly title: string;
  readonly author: string;
  readonly lang: 'fr';
  /** Files that the PDF carries; none where nobody asked for it. */
  readonly attachments?: readonly Attachment[];
  /** PDFs whose pages stand, in this order, in the places that the HTML keeps for them (`annexes.ts`: small plain ones). */
  readonly annexes?: readonly Uint8Array[];
  /** Number of its first page; 1 unless said. */
  readonly firstPage?: number;
  /** Where things are in the file whose pages follow: id → its page there, from 1. They are numbered on from this one's last. */
  readonly following?: ReadonlyMap<string, number>;
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
