/** Which of a folder's texts comes back when a step is undone, or taken again. */

/** A text that is kept: one that stood and was replaced, or one that could not be saved. */
export interface KeptText {
  /** Counted from 1 in the order they were kept. */
  readonly count: number;
  /** False for a text that could not be saved: it never was the document, and no step leads to it. */
  readonly stood: boolean;
  /** The first eight digits of the SHA-256 of its bytes. */
  readonly digest: string;
}

/** Where the last undo left the document: it holds the text `at`, and the newest text it can go forward to is `top`. */
export interface UndoPosition {
  readonly at: number;
  readonly top: number;
}

export type Direction = 'back' | 'forward';

/**
 * The number of the text that a step leads to; texts equal to the present one (`digest`) are no step. Undefined where there
 * is none. Without a position the document is newer than every text kept, and there is nothing to go forward to.
 */
export const stepTo = (
  kept: readonly KeptText[],
  digest: string | undefined,
  position: UndoPosition | undefined,
  direction: Direction,
): number | undefined => {
  const steps = kept.filter((text) => text.stood && text.digest !== digest).map(({ count }) => count);
  if (direction === 'back') {
    const earlier = position === undefined ? steps : steps.filter((count) => count < position.at);
    return earlier.length === 0 ? undefined : Math.max(...earlier);
  }
  if (position === undefined) return undefined;
  const later = steps.filter((count) => count > position.at && count <= position.top);
  return later.length === 0 ? undefined : Math.min(...later);
};
