/** A folder's present text and those it keeps, for going back to one of them byte for byte. */
import type { ContentChanges } from '../../domain/content-changes.ts';
import type { KeptText, UndoPosition } from '../../domain/undo-step.ts';
import type { EvidenceFiles } from '../../domain/evidence/files.ts';
import type { Portfolio } from '../../domain/portfolio.ts';

export interface DatedText extends KeptText {
  /** Local time at which another text took its place, `YYYY-MM-DD HH:MM`. */
  readonly replaced: string;
}

export interface TextHistory {
  /** In the order they were kept; last of all what we saved and another program replaced since, not kept yet. */
  readonly kept: readonly DatedText[];
  /** SHA-256 of the present text; undefined where portfolio.yaml is gone. */
  readonly revision: string | undefined;
  /** Where the last undo left it; undefined once anything else changed it. */
  readonly position: UndoPosition | undefined;
}

export interface Restoring {
  readonly count: number;
  /** The present text as it was shown; another one is not replaced. */
  readonly revision: string | undefined;
}

export interface UndoPlan extends Restoring {
  readonly folder: string;
  readonly target: DatedText;
  /** What comes back differs by this from what is there; undefined where one of the two cannot be read. */
  readonly changes: ContentChanges | undefined;
  readonly isTargetReadable: boolean;
  /** Proofs that the text names and whose file is no longer there as it was. */
  readonly lostProofs: readonly string[];
}

export interface ListedText {
  readonly text: DatedText;
  /** What the text that took its place changed; undefined where one of the two cannot be read. */
  readonly changes: ContentChanges | undefined;
}

export interface TextList {
  /** The newest first. */
  readonly texts: readonly ListedText[];
  /** Number of the text that an undo has brought back, while it stands. */
  readonly at: number | undefined;
}

export interface TextVersions {
  /** Rejects with `not-a-portfolio` where there is neither portfolio.yaml nor an earlier text, and with `cannot-read`. */
  look(folder: string): Promise<TextHistory>;
  /** What a text says, or the present one (`undefined`); undefined where it cannot be read. Rejects with `version-altered`. */
  read(folder: string, count: number | undefined): Promise<Portfolio | undefined>;
  /** The proofs that a text names, as they are on the disk now. */
  inspectEvidence(folder: string, portfolio: Portfolio): Promise<EvidenceFiles>;
  /**
   * Puts the bytes of a kept text in the place of the present ones, which are kept. Survives a kill as a save does.
   * Rejects with `undo-changed` where the present text is not the one that was shown, and with `version-altered`.
   */
  restore(folder: string, restoring: Restoring): Promise<void>;
}
