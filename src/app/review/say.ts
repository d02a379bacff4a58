/** Adding to a review. Nothing here changes or takes away what stands in the portfolio: an event is put behind the others. */
import type { Portfolio } from '../../domain/portfolio.ts';
import type { ReviewEvent, ReviewKind, ReviewRole } from '../../domain/review/event.ts';
import { findTarget, seenNow, type ReviewTarget } from '../../domain/review/target.ts';
import { threadsOf, type ReviewThread } from '../../domain/review/reviews.ts';
import { AcquisError } from '../errors.ts';
import type { Clock, IdSource, PortfolioStore, Workspace } from '../ports/world.ts';
import { requireTarget, requireThread } from './find.ts';

export interface ReviewTools {
  readonly store: PortfolioStore;
  readonly ids: IdSource;
  readonly clock: Clock;
}

export interface Speaker {
  readonly role: ReviewRole;
  readonly author: string;
}

/** Short enough to be typed; 40 bits are enough for the few hundred events of a portfolio. */
const ID_LENGTH = 10;

const newEventId = (ids: IdSource): string =>
  `R${ids
    .newId()
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .slice(0, ID_LENGTH)}`;

/** What the advisor had before their eyes; a settled thread says nothing about a text any more. */
const seenBy = (
  workspace: Workspace,
  target: ReviewTarget | undefined,
  role: ReviewRole,
  kind: ReviewKind,
) => (target && role === 'conseil' && kind !== 'réglé' ? { seen: seenNow(workspace, target) } : {});

const append = (portfolio: Portfolio, event: ReviewEvent): Portfolio => ({
  ...portfolio,
  reviews: [...portfolio.reviews, event],
});

export interface Said {
  readonly event: ReviewEvent;
  readonly thread: ReviewThread;
}

const keep = async (
  { store }: ReviewTools,
  folder: string,
  make: (workspace: Workspace) => ReviewEvent,
): Promise<Said> => {
  let made: ReviewEvent | undefined;
  const { portfolio } = await store.change(folder, (workspace) => {
    made = make(workspace);
    return append(workspace.portfolio, made);
  });
  const event = made!;
  return { event, thread: threadsOf(portfolio.reviews).find(({ id }) => id === (event.thread ?? event.id))! };
};

/** Opens a thread about one target. */
export const openThread = (
  tools: ReviewTools,
  {
    folder,
    about,
    kind,
    text,
    speaker,
  }: {
    readonly folder: string;
    readonly about: string;
    readonly kind: 'remarque' | 'demande';
    readonly text: string;
    readonly speaker: Speaker;
  },
): Promise<Said> =>
  keep(tools, folder, (workspace) => {
    const target = requireTarget(workspace, about);
    return {
      id: newEventId(tools.ids),
      about: target.id,
      kind,
      ...speaker,
      date: tools.clock.today(),
      text,
      after: [],
      ...seenBy(workspace, target, speaker.role, kind),
    };
  });

/** An event behind all that its author sees of the thread. */
export const followUp = (
  workspace: Workspace,
  thread: ReviewThread,
  { kind, text, speaker }: Turn,
  { ids, clock }: Pick<ReviewTools, 'ids' | 'clock'>,
): ReviewEvent => ({
  id: newEventId(ids),
  thread: thread.id,
  kind,
  ...speaker,
  date: clock.today(),
  ...(text !== undefined && { text }),
  after: [...thread.heads],
  ...seenBy(workspace, findTarget(workspace, thread.about), speaker.role, kind),
});

export interface Turn {
  readonly kind: 'réponse' | 'réglé' | 'rouvert';
  readonly text?: string | undefined;
  readonly speaker: Speaker;
}

/** Goes on with a thread; settling what is settled and reopening what is open are refused. */
export const continueThread = (
  tools: ReviewTools,
  { folder, thread: typed, ...turn }: Turn & { readonly folder: string; readonly thread: string },
): Promise<Said> =>
  keep(tools, folder, (workspace) => {
    const thread = requireThread(workspace, typed);
    const isIdle =
      (turn.kind === 'réglé' && thread.state === 'settled') ||
      (turn.kind === 'rouvert' && thread.state !== 'settled' && thread.state !== 'crossed');
    if (isIdle)
      throw new AcquisError('usage', 'thread-state', {
        id: thread.id,
        about: thread.about,
        state: thread.state,
      });
    return followUp(workspace, thread, turn, tools);
  });
