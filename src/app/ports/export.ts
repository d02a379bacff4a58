import type { JoinedAnnex } from '../../domain/documents/annexes.ts';
import type { DocumentLength, PageCount } from '../../domain/documents/page-budget.ts';
import type { DocumentModel } from '../../domain/documents/document.ts';
import type { AnnexContent } from './annexes.ts';
import type { PrintableDocument } from './document-printer.ts';

export interface DocumentRenderer {
  /** Self-contained HTML: `paper` reserves the places of page numbers for the printer, `screen` does without. */
  render(model: DocumentModel, medium: 'paper' | 'screen'): Promise<PrintableDocument>;
  /** A document to go on writing in, made from the HTML for the screen: the bytes of a Word file, or Markdown. */
  renderText(model: DocumentModel, format: TextFormat): Promise<string | Uint8Array>;
}

export type TextFormat = 'docx' | 'md';

/** How long a printed document is, and the place where another says so. */
export interface PageCounter {
  /** Of a PDF that our printer made. */
  count(pdf: Uint8Array): PageCount;
  /** Writes lengths into the places a document keeps for them; one that keeps none is given back as it is. */
  fill(document: PrintableDocument, lengths: readonly DocumentLength[]): PrintableDocument;
}

/** An annex with what may be shown of it. */
export interface ReadAnnex extends JoinedAnnex {
  readonly content: AnnexContent;
  /** Where `content` is a part of it: how many pages stand in files before, and how many it has in all. */
  readonly within?: { readonly from: number; readonly count: number };
}

/** Gives a document on paper its annexes: words where they are words, else a place for each page, and the pages to put there. */
export interface AnnexBinder {
  bind(document: PrintableDocument, annexes: readonly ReadAnnex[]): Promise<PrintableDocument>;
}

export interface DocumentPlace {
  /** The candidate's own folder, or the one `--out` names. */
  readonly folder: string;
  /** Folders below it, made when missing; none of them may be a link, since a received folder may hold one. */
  readonly below: readonly string[];
  readonly name: string;
}

export interface WrittenDocument {
  /** Absolute. */
  readonly path: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface DocumentWriter {
  /** Replaces the file only when the new one is whole on the disk. Rejects with `cannot-write`. */
  write(place: DocumentPlace, content: string | Uint8Array): Promise<WrittenDocument>;
}
