/** What a person means by the name they typed, in a portfolio they have open. */
import { findTarget, WHOLE, type ReviewTarget } from '../../domain/review/target.ts';
import { competencesOf } from '../../domain/referential.ts';
import { threadsOf, type ReviewThread } from '../../domain/review/reviews.ts';
import { AcquisError } from '../errors.ts';
import type { Workspace } from '../ports/world.ts';

export const requireTarget = (workspace: Workspace, typed: string): ReviewTarget => {
  const target = findTarget(workspace, typed);
  if (target) return target;
  const { portfolio, referential } = workspace;
  const known = [
    WHOLE,
    ...[...portfolio.activities, ...portfolio.evidence, ...portfolio.experiences].map(({ id }) => id),
    ...competencesOf(referential).map(({ competence }) => competence.id.slice(referential.code.length)),
  ].join(', ');
  throw new AcquisError('usage', 'unknown-id', { kind: 'target', id: typed, known });
};

const named = (threads: readonly ReviewThread[]): string =>
  threads.map(({ id, about }) => `${id} (${about})`).join(', ');

/** By its id, the beginning of its id, or what it is about where only one thread, or only one open thread, is. */
export const requireThread = (workspace: Workspace, typed: string): ReviewThread => {
  const threads = threadsOf(workspace.portfolio.reviews);
  const word = typed.trim().toLowerCase();
  const exact = threads.find(({ id }) => id.toLowerCase() === word);
  if (exact) return exact;
  const meaning = findTarget(workspace, typed)?.id ?? typed.trim();
  const meant = threads.filter(
    ({ id, about }) => about === meaning || (word !== '' && id.toLowerCase().startsWith(word)),
  );
  const open = meant.filter(({ state }) => state !== 'settled');
  const [only, ...others] = open.length > 0 ? open : meant;
  if (only === undefined)
    throw new AcquisError('usage', 'unknown-id', { kind: 'thread', id: typed, known: named(threads) });
  if (others.length > 0)
    throw new AcquisError('usage', 'several-threads', { id: typed, known: named([only, ...others]) });
  return only;
};
