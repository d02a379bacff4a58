import type { PrivateNote } from '../../domain/private-notes.ts';
import type { ReviewFile } from '../../domain/review/file.ts';

export interface ReviewFiles {
  /** Rejects with `unreadable-review` and every defect: the file comes from somebody else. */
  read(path: string): Promise<ReviewFile>;
  /** The text of such a file. */
  textOf(file: ReviewFile): string;
  /** Replaces an earlier review file, never anything else: `file-taken`. Returns the path. */
  write(path: string, file: ReviewFile): Promise<string>;
}

/** Notes for oneself, kept outside the portfolio's folder so that they go nowhere with it. */
export interface PrivateNotes {
  /** Where the notes on this portfolio are, whether there are any or not. */
  pathOf(portfolio: string): string;
  list(portfolio: string): Promise<readonly PrivateNote[]>;
  /** When it returns, the note survives a kill. */
  add(portfolio: string, note: PrivateNote): Promise<void>;
}
