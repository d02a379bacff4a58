/** What a live view in the browser needs from the world. */
import type { CheckReport } from '../../domain/check-report.ts';
import type { DocumentModel } from '../../domain/documents/document.ts';
import type { AcquisError } from '../errors.ts';

/** A document as a browser shows it. */
export interface PreviewPage {
  /** Stable while the documents stay the same; part of an address. */
  readonly name: string;
  readonly kind: DocumentModel['kind'];
  readonly audience: DocumentModel['audience'];
  /** Self-contained. */
  readonly html: string;
}

/** What stands beside the page and in it. While a file is broken, pages and report are the last good ones. */
export interface PreviewView {
  readonly pages: readonly PreviewPage[];
  readonly report: CheckReport | undefined;
  readonly failure: AcquisError | undefined;
}

export interface PreviewServer {
  /** Of this machine alone, with a secret in it. */
  readonly address: string;
  /** Browsers that look take it over by themselves. */
  show(view: PreviewView): void;
  close(): Promise<void>;
}

export interface FolderWatcher {
  /**
   * Tells, once they have come to rest, that files below one of `folders` changed, came or went; ends with `signal`.
   */
  watch(folders: readonly string[], changed: () => Promise<void>, signal: AbortSignal): Promise<void>;
}
