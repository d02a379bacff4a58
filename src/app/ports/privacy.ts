import type { StoredFile } from '../../domain/portfolio.ts';
import type { PseudonymEntry } from '../../domain/privacy/pseudonym-file.ts';

/** The private list of a folder. No error it rejects with repeats a name. */
export interface PseudonymLists {
  /** Nothing where there is no list. Rejects with `unreadable-pseudonyms`. */
  list(folder: string): Promise<readonly PseudonymEntry[]>;
  /** When it returns, the new list survives a kill; whatever was written around it by hand stays. */
  change(
    folder: string,
    edit: (entries: readonly PseudonymEntry[]) => readonly PseudonymEntry[],
  ): Promise<readonly PseudonymEntry[]>;
}

/** Why nothing of a proof's text can be said. */
export type TextFault = 'missing' | 'altered' | 'encrypted' | 'broken' | 'too-large' | 'unsupported';

/** What a file says of who made it, and where; each may be `undefined` or missing. */
export interface FileProperties {
  readonly author?: string | undefined;
  readonly lastAuthor?: string | undefined;
  readonly title?: string | undefined;
  /** A photo that tells where it was taken. */
  readonly position?: boolean | undefined;
}

/**
 * The text layer of a proof: one entry for each page of a PDF or slide, one in all for what has no pages. A page without a
 * word, such as a scan, is an empty text. `whole` is false where the file holds more than anybody looks through.
 */
export type ProofText =
  | {
      readonly kind: 'text';
      readonly pages: readonly string[];
      readonly paged: boolean;
      readonly whole: boolean;
      readonly properties: FileProperties;
    }
  | { readonly kind: 'unread'; readonly fault: TextFault };

/** Reads the text of proofs in processes of their own. A fault is an answer, never a throw. */
export interface ProofTexts {
  readText(folder: string, file: StoredFile): Promise<ProofText>;
}
