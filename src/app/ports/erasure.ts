/** Taking a portfolio away for good: what goes, what stays, and what no program can reach. */

export interface Weight {
  readonly files: number;
  readonly bytes: number;
}

/** The parts a person knows, in the order they are told. */
export const ERASED_PARTS = ['portfolio', 'versions', 'proofs', 'exports', 'receptions'] as const;
export type ErasedPart = (typeof ERASED_PARTS)[number];

export interface ErasurePlan {
  /** Where the folder really is. */
  readonly folder: string;
  /** Nothing is left in it but the mark of an erasure that was killed at its very end: no name is asked for. */
  readonly emptied: boolean;
  /** To be typed: the candidate's name, or the folder's where no text can be read. */
  readonly name: string;
  readonly parts: Readonly<Record<ErasedPart, Weight>>;
  /** Links inside; they go, what they lead to stays. From the folder's root. */
  readonly links: readonly string[];
  /** At the folder's root and none of ours: left there. */
  readonly foreign: readonly string[];
  /** File of private notes on this portfolio, outside the folder. */
  readonly notes: string | undefined;
  /** Entries about it in the memory of exports and in the journals of interrupted runs. */
  readonly records: number;
  readonly journalLines: number;
  /** Documents that the memory of exports knows outside the folder: left there. */
  readonly writtenElsewhere: readonly string[];
}

export interface ErasureResult {
  /** Left because they are not ours, or another disk is mounted there. */
  readonly left: readonly string[];
  /** Could not be removed; the portfolio then stays, so that the command can be run again. */
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

export interface PortfolioEraser {
  /** Looks only. Rejects with `not-a-portfolio`, `erase-unsure` and `cannot-read`. */
  plan(folder: string): Promise<ErasurePlan>;
  /** Begins with what lies outside the folder and ends with portfolio.yaml: after a kill it can be run again. */
  erase(plan: ErasurePlan): Promise<ErasureResult>;
}
