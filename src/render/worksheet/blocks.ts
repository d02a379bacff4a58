/** The part of Markdown that a word processor carries too; what is beyond it travels as its own source. */

/** A stretch of text in one dress. */
export interface Run {
  /** A line break that means no more than a space is `\n`. */
  readonly text: string;
  /** A line that ends here for good; `text` is then empty. */
  readonly isBreak?: true;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly delete?: true;
  readonly code?: true;
  readonly url?: string;
}

export type Block =
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly type: 'quote'; readonly paragraphs: readonly (readonly Run[])[] }
  | List
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  /** Markdown as it stands. */
  | { readonly type: 'raw'; readonly source: string };

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  /** The first block of an item is a paragraph, the others are paragraphs or lists. */
  readonly items: readonly (readonly Block[])[];
}

/** Word has nine levels of lists. */
export const DEEPEST_LIST = 9;

export const plainText = (runs: readonly Run[]): string =>
  runs.map(({ text, isBreak }) => (isBreak ? '\n' : text)).join('');
