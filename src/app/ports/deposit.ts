import type { CoarsenedAnnex, HeavyPage } from '../../domain/deposit/too-heavy.ts';
import type { DepositTarget } from '../../domain/deposit/targets.ts';
import type { Finding } from '../../domain/findings.ts';

/** Pages of one annex in one file. */
export interface DepositedAnnex {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Number printed on the page where it begins in this file. */
  readonly page: number;
  /** Set where it goes on from the file before, or goes on in the next one. */
  readonly part: 'whole' | 'begins' | 'goes-on';
}

export interface DepositFile {
  readonly name: string;
  readonly role: 'main' | 'attachment';
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The pages as they are printed. */
  readonly pages: { readonly first: number; readonly last: number };
  readonly annexes: readonly DepositedAnnex[];
}

/** Why nothing is written. */
export type DepositRefusal =
  | { readonly code: 'finding'; readonly finding: Finding }
  | { readonly code: 'main-too-large'; readonly bytes: number }
  | ({ readonly code: 'page-too-large'; readonly id: string } & HeavyPage)
  /** `coarsened`: how many annexes have coarser images already. */
  | { readonly code: 'too-many-files'; readonly needed: number; readonly coarsened: number }; // prettier-ignore

export interface Deposit {
  readonly target: DepositTarget;
  readonly files: readonly DepositFile[];
  readonly coarsened: readonly CoarsenedAnnex[];
  /** Annexes that are named without their pages: of a type that the place does not take. */
  readonly apart: readonly Finding[];
}

export interface BundleWriter {
  /**
   * Writes all files into a new or empty folder, or none: until the last one is on the disk, nothing stands under its name.
   * Rejects with `folder-not-empty` and `cannot-write`.
   */
  write(folder: string, files: readonly { readonly name: string; readonly content: string | Uint8Array }[]): Promise<readonly string[]>;
  /** Rejects as `write` would, before anything is made. */
  requireRoom(folder: string): Promise<void>;
} // prettier-ignore

/** Some pages of a small plain PDF of annexes, as one. */
export interface PageCutter {
  cut(pdf: Uint8Array, from: number, to: number): Uint8Array;
}

export interface Digest {
  sha256(bytes: Uint8Array): string;
}
