import { daysBetween } from '../dates.ts';
import { isReceived, type Portfolio } from '../portfolio.ts';

/** A proof that was asked for and is not there yet. */
export interface AwaitedProof {
  readonly id: string;
  readonly title: string;
  readonly from: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly askedOn: string | undefined;
  /** Days since it was asked for; undefined without a date. */
  readonly days: number | undefined;
}

/** Asked for and not received, longest wait first; those without a date last. */
export const awaitedProofs = ({ evidence }: Portfolio, today: string): readonly AwaitedProof[] =>
  evidence
    .filter((proof) => proof.state === 'demandée' && !isReceived(proof))
    .map(({ id, title, askedFrom, askedOn }) => ({
      id,
      title,
      from: askedFrom,
      askedOn,
      days: askedOn === undefined ? undefined : daysBetween(askedOn, today),
    }))
    .toSorted((a, b) => (b.days ?? -Infinity) - (a.days ?? -Infinity));

/** Proofs noted as « à demander »: nobody has been asked yet. */
export const proofsToAskFor = ({ evidence }: Portfolio): number =>
  evidence.filter((proof) => proof.state === 'à demander' && !isReceived(proof)).length;
