import { daysBetween, lastDay } from '../dates.ts';
import { isAwaited, type Evidence } from '../evidence.ts';
import type { Portfolio } from '../portfolio.ts';

/** A proof that was asked for, or promised, and is not there yet. */
export interface AwaitedProof {
  readonly id: string;
  readonly title: string;
  readonly from: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly askedOn: string | undefined;
  /** Days since it was asked for; undefined without a date. */
  readonly days: number | undefined;
  /** `YYYY[-MM[-DD]]`: when somebody said it would come. */
  readonly promisedFor: string | undefined;
  /** Days since then; undefined while there is still time, and where nothing was promised. */
  readonly late: number | undefined;
}

const awaitedProof = (proof: Evidence, today: string): AwaitedProof => {
  const { id, title, askedFrom, askedOn, promisedFor } = proof;
  const late = promisedFor === undefined ? 0 : daysBetween(lastDay(promisedFor), today);
  return {
    id,
    title,
    from: askedFrom,
    askedOn,
    days: askedOn === undefined ? undefined : daysBetween(askedOn, today),
    promisedFor,
    late: late > 0 ? late : undefined,
  };
};

const isToAskFor = (proof: Evidence): boolean => isAwaited(proof) && proof.state === 'à demander';

/** Asked for and not received, longest wait first; those without a date last. */
export const awaitedProofs = ({ evidence }: Portfolio, today: string): readonly AwaitedProof[] =>
  evidence
    .filter((proof) => isAwaited(proof) && !isToAskFor(proof))
    .map((proof) => awaitedProof(proof, today))
    .toSorted((a, b) => (b.days ?? -Infinity) - (a.days ?? -Infinity));

/** Proofs noted as « à demander »: nobody has been asked yet. */
export const proofsToAskFor = ({ evidence }: Portfolio): number => evidence.filter(isToAskFor).length;

export interface Request extends AwaitedProof {
  readonly state: 'à demander' | 'demandée' | 'promise';
  /** Ids of the competences it is to show, as the portfolio spells them. */
  readonly competences: readonly string[];
}

/** What one person is to send, so that one message asks for all of it. */
export interface RequestGroup {
  /** As it was first written; undefined for what nobody was named for. */
  readonly from: string | undefined;
  /** Promised and late first, then the longest wait. */
  readonly proofs: readonly Request[];
}

/** People are known by what was written: the same name in other letters or with other blanks is the same person. */
const personKey = (name: string | undefined): string =>
  (name ?? '').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('fr');

/** Everything that still has to come, person by person; who has waited longest is first, those not asked yet come last. */
export const requestsOf = ({ evidence }: Portfolio, today: string): readonly RequestGroup[] => {
  const requests = evidence
    .filter(isAwaited)
    .map((proof): Request => ({
      ...awaitedProof(proof, today),
      state: proof.state as Request['state'],
      competences: proof.shows.map(({ competence }) => competence),
    }))
    .toSorted((a, b) => (b.late ?? -1) - (a.late ?? -1) || (b.days ?? -1) - (a.days ?? -1));
  const groups = new Map<string, Request[]>();
  for (const request of requests)
    groups.set(personKey(request.from), [...(groups.get(personKey(request.from)) ?? []), request]);
  // Nobody can be written to without a name: those go to the end.
  return [...groups]
    .toSorted(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([, proofs]) => ({ from: proofs[0]?.from, proofs }));
};
