import { kindFacts, type Strength } from './kinds.ts';
import type { Evidence } from '../evidence.ts';

type Weighed = Pick<Evidence, 'kind' | 'madeBy' | 'date' | 'period'>;

/**
 * How much a proof carries by its nature: that of its kind; one step less for what somebody made with others or did not date,
 * and no more than a third party's paper where somebody else made it. Undefined where the kind says nothing.
 */
export const strengthOf = ({ kind, madeBy, date, period }: Weighed): Strength | undefined => {
  const strength = kind && kindFacts(kind).strength;
  if (strength === undefined || strength < 4) return strength;
  if (madeBy === 'd’un tiers') return 3;
  const isDated = (date ?? period) !== undefined;
  return strength === 5 && (madeBy === 'à plusieurs' || !isDated) ? 4 : strength;
};

/** What somebody said, else what its kind usually is. */
export const guaranteeOf = ({
  kind,
  guarantee,
}: Pick<Evidence, 'kind' | 'guarantee'>): Evidence['guarantee'] =>
  guarantee ?? (kind && kindFacts(kind).guarantee);

/** The strongest of some proofs; undefined where none has a kind that says so. */
export const strongestOf = (evidence: readonly Weighed[]): Strength | undefined =>
  evidence.reduce<Strength | undefined>((best, one) => {
    const strength = strengthOf(one);
    return strength !== undefined && (best === undefined || strength > best) ? strength : best;
  }, undefined);

/** How many proofs there are of each strength, the strongest first; those whose kind says nothing last. */
export const countStrengths = (
  evidence: readonly Weighed[],
): { readonly strength: Strength | undefined; readonly count: number }[] =>
  ([5, 4, 3, 2, 1, undefined] as const).flatMap((strength) => {
    const count = evidence.filter((one) => strengthOf(one) === strength).length;
    return count === 0 ? [] : [{ strength, count }];
  });
