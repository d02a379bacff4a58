import type { CompetenceCoverage } from '../coverage.ts';
import type { Portfolio } from '../portfolio.ts';
import { findTarget, standingOf, WHOLE, type Place, type TargetStanding } from './target.ts';
import { threadsOf, type ReviewThread } from './reviews.ts';

/** A thread with what became of the text it speaks of. */
export interface ListedThread extends ReviewThread {
  /** Of what it is about; empty when that is gone. */
  readonly title: string;
  readonly standing: TargetStanding;
}

export const describeThread = (place: Place, thread: ReviewThread): ListedThread => ({
  ...thread,
  title: findTarget(place, thread.about)?.title ?? '',
  standing: standingOf(place, thread.about, thread.events),
});

/** Every thread of a portfolio, in the order in which one leafs through it; about one target, the oldest first. */
export const listThreads = (place: Place, { onlyOpen = false } = {}): ListedThread[] => {
  const ranks = new Map(targetsOf(place).map((id, index) => [id, index]));
  const rank = ({ about }: ReviewThread): number => ranks.get(about) ?? ranks.size;
  return threadsOf(place.portfolio.reviews)
    .filter(({ state }) => !onlyOpen || state !== 'settled')
    .toSorted((a, b) => rank(a) - rank(b))
    .map((thread) => describeThread(place, thread));
};

const targetsOf = ({ referential, portfolio }: Place): string[] => [
  WHOLE,
  ...referential.blocks.flatMap(({ code, competences }) => [code, ...competences.map(({ id }) => id)]),
  ...[...portfolio.experiences, ...portfolio.activities, ...portfolio.evidence].map(({ id }) => id),
];

/** What the candidate has to read: it is their turn, or both sides have to decide. */
export const waitingThreads = ({ reviews }: Portfolio): ReviewThread[] =>
  threadsOf(reviews).filter(({ state }) => state === 'awaits-candidate' || state === 'crossed');

/** Each thread under the first competence that names what it is about; `undefined` holds those that belong to none. */
export const threadsByCompetence = (
  threads: readonly ReviewThread[],
  competences: readonly CompetenceCoverage[],
): ReadonlyMap<string | undefined, readonly ReviewThread[]> => {
  const byCompetence = new Map<string | undefined, ReviewThread[]>();
  for (const thread of threads) {
    const home = competences.find(({ id, activities, evidence }) =>
      [id, ...activities, ...evidence].includes(thread.about),
    );
    byCompetence.set(home?.id, [...(byCompetence.get(home?.id) ?? []), thread]);
  }
  return byCompetence;
};
