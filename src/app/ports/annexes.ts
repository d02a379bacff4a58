import type { ImageFineness } from '../../domain/images/fineness.ts';
import type { StoredFile } from '../../domain/portfolio.ts';

/** Why a proof cannot stand in a document as pages; each has its sentence and its remedy in the catalogue. */
export type AnnexFault = 'missing' | 'altered' | 'encrypted' | 'broken' | 'too-large' | 'not-printable';

/** Width and height in points, as a person sees the page: turned and cropped already. */
export interface AnnexPage {
  readonly width: number;
  readonly height: number;
}

/** Words of a file that is nothing else, to be set in the document that joins it by whoever escapes them. */
export interface TypesetText {
  readonly kind: 'text';
  readonly text: string;
}

/** The same of a file of commas that is a table; its first row is its head, and all rows are as long as that one. */
export interface TypesetTable {
  readonly kind: 'table';
  /** Lines that stood above it. */
  readonly lead: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What a document may show of one proof. `bytes` is a small plain PDF that our own reader understands: one page for each
 * page, its box at 0 0, no rotation, no annotation, nothing that acts, no metadata.
 */
export type AnnexContent =
  | TypesetText
  | TypesetTable
  | { readonly kind: 'pages'; readonly pages: readonly AnnexPage[]; readonly bytes: Uint8Array }
  | { readonly kind: 'unfit'; readonly fault: AnnexFault };

/**
 * Makes the file that may be shown of a proof ready to be printed, images as paper shows them unless a fineness is asked
 * for. A fault is an answer, never a throw.
 */
export interface AnnexReader {
  read(
    folder: string,
    file: StoredFile,
    signal?: AbortSignal,
    fineness?: ImageFineness,
  ): Promise<AnnexContent>;
}

/** The same with processes behind it: closed by who asked for it, once no file is to be read any more. */
export interface AnnexReading extends AnnexReader {
  close(): Promise<void>;
}
