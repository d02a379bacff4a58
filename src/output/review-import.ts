import { words } from '../catalogue/index.ts';
import type { ReviewEvent } from '../domain/review/event.ts';
import type { ReviewThread } from '../domain/review/reviews.ts';
import { jsonDocument } from './json-document.ts';

interface Imported {
  readonly added: readonly ReviewEvent[];
  readonly conflicts: readonly {
    readonly kind: keyof typeof words.review.conflicts;
    readonly thread: ReviewThread;
  }[];
}

/** How many messages came, by whom: a name that has no business there is seen at once. */
export const importSummary = ({ added }: Imported): string => {
  const { review } = words;
  const speakers = new Map<string, { readonly event: ReviewEvent; readonly count: number }>();
  for (const event of added) {
    const name = JSON.stringify([event.author, event.role]);
    speakers.set(name, { event, count: (speakers.get(name)?.count ?? 0) + 1 });
  }
  const names = [...speakers.values()].map(({ event, count }) => review.by(event.author, event.role, count));
  return review.imported(added.length, names.join(' ; '));
};

export const conflictLines = ({ conflicts }: Imported): string[] =>
  conflicts.map(({ kind, thread }) => `! ${words.review.conflicts[kind](thread.about, thread.id)}`);

export const importDocument = ({ added, conflicts }: Imported): string =>
  jsonDocument({
    version: 1,
    added,
    conflicts: conflicts.map(({ kind, thread: { id, about } }) => ({
      kind,
      thread: id,
      about,
      message: words.review.conflicts[kind](about, id),
    })),
  });
