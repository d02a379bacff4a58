/** The lists an advisor reads across all folders, in the order that counts. */
import type { AwaitedProof } from '../evidence/awaited.ts';
import { isUnchanged } from './changes.ts';
import type { Deadline } from './deadlines.ts';
import type { CohortRow } from './row.ts';

export interface Overview {
  /** Overdue first, then the nearest. */
  readonly deadlines: readonly { readonly row: CohortRow; readonly deadline: Deadline }[];
  readonly overdue: number;
  /** Where something is known to have changed, or that are new. */
  readonly changed: readonly CohortRow[];
  readonly unchanged: readonly CohortRow[];
  /** Where nothing can be said of what changed. */
  readonly unknown: readonly CohortRow[];
  /** No save for that many days or more, longest first; those whose jury has met are left out. */
  readonly still: readonly CohortRow[];
  /** Where portfolio.yaml has lost its end: their figures are of the rest. */
  readonly cut: readonly CohortRow[];
  /** Longest wait first. */
  readonly awaited: readonly { readonly row: CohortRow; readonly proof: AwaitedProof }[];
  /** Those with proofs whose file is gone or changed, by name. */
  readonly faulty: readonly CohortRow[];
  /** How many such proofs. */
  readonly faults: number;
}

type Standing = 'changed' | 'unchanged' | 'unknown';

const standingOf = ({ since }: CohortRow): Standing => {
  if (since === undefined || since.reach === 'unknown' || since.reach === 'unreadable') return 'unknown';
  const isSame = since.changes !== undefined && isUnchanged(since.changes);
  return isSame && since.reach !== 'new' ? 'unchanged' : 'changed';
};

export const isStill = ({ quietDays, done }: CohortRow, after: number): boolean =>
  !done && quietDays >= after;

/** `still`: days without a save from which a folder counts as still. */
export const overviewOf = (given: readonly CohortRow[], still: number): Overview => {
  const rows = given.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
  const deadlines = rows
    .flatMap((row) => row.deadlines.map((deadline) => ({ row, deadline })))
    .toSorted((a, b) => a.deadline.days - b.deadline.days);
  const thatAre = (wanted: Standing): readonly CohortRow[] =>
    rows.filter((row) => standingOf(row) === wanted);
  return {
    deadlines,
    overdue: deadlines.filter(({ deadline }) => deadline.days < 0).length,
    changed: thatAre('changed'),
    unchanged: thatAre('unchanged'),
    unknown: thatAre('unknown'),
    still: rows.filter((row) => isStill(row, still)).toSorted((a, b) => b.quietDays - a.quietDays),
    cut: rows.filter(({ linesLost }) => linesLost !== undefined),
    faulty: rows.filter(({ faults }) => faults.length > 0),
    faults: rows.reduce((sum, { faults }) => sum + faults.length, 0),
    awaited: rows
      .flatMap((row) => row.awaited.map((proof) => ({ row, proof })))
      .toSorted((a, b) => (b.proof.days ?? -Infinity) - (a.proof.days ?? -Infinity)),
  };
};
