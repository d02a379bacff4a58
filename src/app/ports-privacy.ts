import type { PseudonymEntry } from '../domain/privacy/pseudonym-file.ts';

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
