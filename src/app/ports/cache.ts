/** What is remembered of the documents that were made, so that the same ones are not made twice. */
import type { ExportRequest } from '../export-request.ts';
import type { ExportNotice } from './batch.ts';
import type { WrittenDocument } from './export.ts';

/** Everything but the folder's own bytes that its documents follow from. */
export interface Making {
  /** Every field counts, also one that is added later. */
  readonly request: ExportRequest;
  /** Identity of all that makes documents: code, templates, fonts, browser. */
  readonly tools: string;
}

export interface Made {
  readonly certification: string;
  readonly notices: readonly ExportNotice[];
  readonly documents: readonly WrittenDocument[];
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
