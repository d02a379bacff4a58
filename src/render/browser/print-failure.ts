/** Why a document was not printed; the sentences are in the catalogue (`browser.reasons`). */
export type PrintReason =
  | 'launch'
  | 'crash'
  | 'timeout'
  | 'memory'
  | 'incomplete'
  | 'no-text'
  | 'unknown-target'
  | 'unstable-pages'
  | 'misplaced-annexes'
  | 'cancelled';

/** A failure that is about the document, not about the browser: printing it again would not help. */
export class PrintFailure extends Error {
  readonly reason: PrintReason;
  readonly detail: string;

  constructor(reason: PrintReason, detail = '') {
    super(reason);
    this.name = 'PrintFailure';
    this.reason = reason;
    this.detail = detail;
  }
}
