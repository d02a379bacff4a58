import type { ErrorArgs } from '../../app/errors.ts';

export interface Sentence {
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** The words of errors, by code. */
export type Sentences = Readonly<Record<string, (args: ErrorArgs) => Sentence>>;
