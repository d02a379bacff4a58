/** What is remembered of the documents that were made, so that the same ones are not made twice. */
import type { ExportNotice } from './ports-batch.ts';

/** Everything but the folder's own bytes that a folder's documents follow from. */
export interface Making {
  readonly folder: string;
  /** Where the documents go; nothing in there is read to make them. */
  readonly target: string;
  /** What was asked for: documents, formats, blocks, date, names … Every field counts. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Identity of everything that makes documents: code, templates, fonts, browser. */
  readonly tools: string;
}

export interface MadeDocument {
  /** Absolute. */
  readonly path: string;
  /** Of the bytes that were written, in hexadecimal. */
  readonly sha256: string;
}

export interface Made {
  readonly certification: string;
  readonly notices: readonly ExportNotice[];
  readonly documents: readonly MadeDocument[];
}

export interface Recalled {
  /**
   * Of what the folder holds now, to be given back to `remember`; undefined where nothing may be remembered, because it
   * cannot be told when the folder changes: a link, a device, too many or too large files, a file that cannot be read.
   */
  readonly fingerprint: string | undefined;
  /** Present where the same was made of the same bytes, and every document still stands as it was written. */
  readonly made: Made | undefined;
}

export interface ExportCache {
  recall(making: Making): Promise<Recalled>;
  /**
   * Called once every document is written. Remembers nothing if the folder is not, byte for byte and date for date, what
   * it was when `fingerprint` was taken, or if `namedFiles` (as the portfolio spells them) lie where nobody looked. Never
   * rejects: a cache that cannot be written costs time, not documents.
   */
  remember(making: Making, fingerprint: string, namedFiles: readonly string[], made: Made): Promise<void>;
}
