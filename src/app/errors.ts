import type { Defect } from './defects.ts';

/** What can go wrong, as data: a code and its arguments. The sentence and the remedy live in the catalogue. */
export type ErrorArgs = Readonly<Record<string, string | number>>;

/** How a failure ends the process; the numbers are in `cli/exit-codes.ts`. */
export type FailureKind = 'usage' | 'data' | 'browser' | 'io';

export type ErrorCode =
  // usage
  | 'missing-flag'
  | 'missing-word'
  | 'nothing-to-change'
  | 'repeated-flag'
  | 'bad-flag'
  | 'empty-argument'
  | 'no-home'
  | 'no-terminal'
  | 'unknown-shell'
  | 'folder-not-empty'
  | 'folder-taken'
  | 'unknown-certification'
  | 'unknown-referential'
  | 'certification-closed'
  | 'unknown-id'
  | 'nothing-to-present'
  | 'nothing-to-hand-in'
  | 'duplicate-id'
  | 'still-referenced'
  | 'no-such-link'
  | 'nothing-matches'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'unknown-version'
  | 'erase-name'
  | 'nothing-selected'
  | 'manifest-and-folders'
  | 'manifest-twice'
  | 'manifest-same-output'
  | 'manifest-needs-out'
  | 'several-threads'
  | 'thread-state'
  | 'file-taken'
  | 'worksheet-taken'
  | 'review-not-taken-over'
  | 'unknown-defect'
  | 'impossible-defect'
  | 'contradicting-defects'
  | 'templates-in-portfolio'
  | 'source-of-own-templates'
  | 'source-without-pdf'
  | 'unknown-template'
  | 'archive-taken'
  | 'restore-taken'
  | 'no-archive'
  | 'unknown-pseudonym'
  | 'pseudonym-twice'
  | 'pseudonym-refused'
  // data
  | 'not-a-portfolio'
  | 'no-portfolio-below'
  | 'certification-differs'
  | 'invalid-manifest'
  | 'invalid-portfolio'
  | 'unsupported-version'
  | 'invalid-referential'
  | 'evidence-empty'
  | 'evidence-too-large'
  | 'evidence-not-plain'
  | 'bad-answers'
  | 'unreadable-answers'
  | 'portfolio-too-large'
  | 'portfolio-cut'
  | 'pack-cut'
  | 'version-altered'
  | 'erase-unsure'
  | 'not-verifiable'
  | 'unreadable-review'
  | 'other-portfolio'
  | 'unreadable-notes'
  | 'unreadable-pseudonyms'
  | 'missing-answer'
  | 'unexpected-answer'
  | 'refused-answer'
  | 'not-a-board'
  | 'invalid-templates'
  | 'templates-version'
  | 'worksheet-unreadable'
  | 'worksheet-format'
  | 'worksheet-too-large'
  | 'worksheet-unmarked'
  | 'worksheet-subject'
  | 'worksheet-field'
  | 'pdf-too-large'
  | 'pdf-without-source'
  | 'pdf-encrypted'
  | 'pdf-source-altered'
  | 'pdf-source-several'
  | 'pdf-source-version'
  | 'pack-proofs'
  | 'pack-organigramme'
  | 'pack-names'
  | 'pack-too-large'
  | 'archive-refused'
  | 'archive-not-bag'
  | 'restore-format'
  // disk
  | 'cannot-read'
  | 'cannot-write'
  | 'locked'
  | 'changed-underneath'
  | 'undo-changed'
  | 'templates-changed'
  | 'pack-changed'
  | 'port-unusable'
  // a run over many folders
  | 'folder-limit'
  // browser
  | 'no-browser'
  | 'browser-not-there'
  | 'browser-unreachable'
  | 'no-sandbox'
  | 'no-setpriv'
  | 'missing-library'
  | 'unsafe-cache'
  | 'browser-platform'
  | 'browser-download'
  | 'browser-archive'
  | 'browser-failed';

/** A failure the user can act on. Anything else that is thrown is a bug of ours. */
export class AcquisError extends Error {
  readonly code: ErrorCode;
  readonly kind: FailureKind;
  readonly args: ErrorArgs;
  /** Several defects of one file, reported in one pass. */
  readonly details: readonly Defect[];

  constructor(
    kind: FailureKind,
    code: ErrorCode,
    args: ErrorArgs = {},
    options: { cause?: unknown; details?: readonly Defect[] } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AcquisError';
    this.kind = kind;
    this.code = code;
    this.args = args;
    this.details = options.details ?? [];
  }
}

/** The person left: Ctrl-C or « Enregistrer et quitter ». Everything answered so far is saved. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
