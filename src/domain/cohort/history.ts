/** Which of a folder's kept versions tells how it stood when a day began. */

/** One earlier state of the document: what stood until it was replaced. */
export interface KeptVersion {
  /** Counted from 1 in the order of saves; a number that is missing was let go. */
  readonly count: number;
  /** Local day of the save that replaced it, `YYYY-MM-DD`. */
  readonly replacedOn: string;
  /** False for the text of a save that was refused: it counts, but never was the document. */
  readonly stood: boolean;
}

/**
 * - `version`: this one stood when the day began;
 * - `beginning`: the first save came later; before it, this one stood or there was no folder;
 * - `nearest`: versions were taken away by hand; this is the earliest one left after the day began;
 * - `document`: nothing was saved since, the document itself stood;
 * - `unknown`: the folder came without its history.
 */
export type Base =
  | { readonly kind: 'version' | 'beginning' | 'nearest'; readonly version: KeptVersion }
  | { readonly kind: 'document' }
  | { readonly kind: 'unknown' };

/**
 * `since` is the day whose changes are the first to count. The store lets go of versions once it has `thinnedBeyond` of
 * them, and then keeps what each hour and each day began with: a gap in a longer list loses nothing that is asked here,
 * a gap in a shorter one is somebody's doing.
 */
export const chooseBase = (versions: readonly KeptVersion[], since: string, thinnedBeyond: number): Base => {
  const inOrder = versions.toSorted((a, b) => a.count - b.count);
  const index = inOrder.findIndex(({ stood, replacedOn }) => stood && replacedOn >= since);
  const version = inOrder[index];
  if (version === undefined)
    return inOrder.some(({ stood }) => stood) ? { kind: 'document' } : { kind: 'unknown' };
  if (version.count === 1) return { kind: 'beginning', version };
  const isNext = inOrder[index - 1]?.count === version.count - 1;
  return { kind: isNext || inOrder.length >= thinnedBeyond ? 'version' : 'nearest', version };
};
