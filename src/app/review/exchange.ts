import type { ReviewEvent } from '../../domain/review/event.ts';
import { reviewFileOf, type ReviewFile } from '../../domain/review/file.ts';
import { findTarget } from '../../domain/review/target.ts';
import { mergeReviews, threadsOf, type ReviewThread } from '../../domain/review/reviews.ts';
import { AcquisError } from '../errors.ts';
import type { PortfolioStore } from '../ports/world.ts';

export const exportReviews = async (store: PortfolioStore, folder: string): Promise<ReviewFile> =>
  reviewFileOf((await store.open(folder)).portfolio);

/** `crossed` and `altered` are for people to decide; `gone`: what is spoken of is not in this copy. */
export interface ReviewConflict {
  readonly kind: 'crossed' | 'altered' | 'gone';
  readonly thread: ReviewThread;
}

export interface Imported {
  readonly added: readonly ReviewEvent[];
  /** In the threads that the file speaks of, whether they came with it or were there before. */
  readonly conflicts: readonly ReviewConflict[];
}

/** Adds to the folder every event of the file that it lacks. The portfolio's own texts are not looked at, let alone changed. */
export const importReviews = async (
  store: PortfolioStore,
  folder: string,
  { name, received }: { readonly name: string; readonly received: ReviewFile },
): Promise<Imported> => {
  let imported: Imported = { added: [], conflicts: [] };
  await store.change(folder, (workspace) => {
    const { portfolio } = workspace;
    if (received.portfolio !== portfolio.id)
      throw new AcquisError('data', 'other-portfolio', {
        file: name,
        found: received.portfolio,
        expected: portfolio.id,
      });
    const { events, added } = mergeReviews(portfolio.reviews, received.reviews);
    const spokenOf = new Set(received.reviews.map(({ id, thread }) => thread ?? id));
    const conflicts = threadsOf(events)
      .filter(({ id }) => spokenOf.has(id))
      .flatMap((thread): ReviewConflict[] => [
        ...(thread.state === 'crossed' ? [{ kind: 'crossed' as const, thread }] : []),
        ...(thread.altered.length > 0 ? [{ kind: 'altered' as const, thread }] : []),
        ...(thread.state !== 'settled' && !findTarget(workspace, thread.about)
          ? [{ kind: 'gone' as const, thread }]
          : []),
      ]);
    imported = { added, conflicts };
    return added.length === 0 ? portfolio : { ...portfolio, reviews: [...events] };
  });
  return imported;
};
