/** The threads of a review, computed from its events; nothing here changes or chooses between events. */
import type { ReviewEvent } from './event.ts';

/**
 * Whose turn it is. `crossed`: two people wrote without knowing of each other, and one of them settled the thread; which
 * of the two holds is theirs to say.
 */
export type ThreadState = 'awaits-candidate' | 'awaits-advisor' | 'settled' | 'crossed';

export interface ReviewThread {
  /** Id of the event that opened it. */
  readonly id: string;
  readonly about: string;
  /** Those known to the author of another come before it. */
  readonly events: readonly ReviewEvent[];
  /** Ids of events nobody has followed up yet. */
  readonly heads: readonly string[];
  readonly state: ThreadState;
  /** True as long as a change is asked for and not settled. */
  readonly asksChange: boolean;
  /** Ids under which two different contents came together: somebody altered an event after it was sent. */
  readonly altered: readonly string[];
}

/** What makes two events the same one: every field. An altered event is another one beside the first. */
export const eventKey = ({ id, thread, about, kind, role, author, date, text, after, seen }: ReviewEvent): string =>
  JSON.stringify([
    id, thread ?? null, about ?? null, kind, role, author, date, text ?? null, [...new Set(after)].toSorted(),
    seen?.print ?? null, seen?.excerpt ?? null,
  ]); // prettier-ignore

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By date, then by id, then by content: the same on every machine. */
const compareEvents = (a: ReviewEvent, b: ReviewEvent): number =>
  byText(a.date, b.date) || byText(a.id, b.id) || byText(eventKey(a), eventKey(b));

/** Each event after those its author knew of, however the clocks of two machines went. */
const inOrder = (events: readonly ReviewEvent[]): ReviewEvent[] => {
  const ordered: ReviewEvent[] = [];
  let rest = events.toSorted(compareEvents);
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ id }) => id));
    const free = rest.find(({ id, after }) => !after.some((known) => known !== id && waiting.has(known)));
    // A circle can only be forged; the dates decide.
    const next = free ?? rest[0]!;
    ordered.push(next);
    rest = rest.filter((event) => event !== next);
  }
  return ordered;
};

/** All when each follows another: that can only be forged. */
const headsOf = (events: readonly ReviewEvent[]): ReviewEvent[] => {
  const followed = new Set(events.flatMap(({ id, after }) => after.filter((known) => known !== id)));
  const heads = events.filter(({ id }) => !followed.has(id));
  return heads.length > 0 ? heads : [...events];
};

const stateOf = (heads: readonly ReviewEvent[]): ThreadState => {
  const settled = heads.filter(({ kind }) => kind === 'réglé').length;
  if (settled === heads.length) return 'settled';
  if (settled > 0) return 'crossed';
  // An answer given before a newer request was known does not answer it.
  return heads.some(({ role }) => role === 'conseil') ? 'awaits-candidate' : 'awaits-advisor';
};

/** A settled thread that is reopened asks again. */
const isAsking = (events: readonly ReviewEvent[]): boolean =>
  events.reduce(
    (asking, { kind }) => (kind === 'réglé' ? false : asking || kind === 'demande' || kind === 'rouvert'),
    false,
  );

const threadFrom = (
  id: string,
  all: readonly ReviewEvent[],
  twofold: ReadonlySet<string>,
): ReviewThread | undefined => {
  const events = inOrder(all);
  const about = events.find((event) => event.id === id && event.about !== undefined)?.about;
  if (about === undefined) return undefined;
  const heads = headsOf(events);
  const state = stateOf(heads);
  return {
    id,
    about,
    events,
    heads: [...new Set(heads.map((event) => event.id))],
    state,
    asksChange: state !== 'settled' && isAsking(events),
    altered: [...new Set(events.map((event) => event.id).filter((one) => twofold.has(one)))],
  };
};

/** Every thread, the oldest first. Events of a thread whose opening is not there are left out: the file is refused before. */
export const threadsOf = (events: readonly ReviewEvent[]): ReviewThread[] => {
  const groups = new Map<string, ReviewEvent[]>();
  const seen = new Set<string>();
  const [ids, twofold] = [new Set<string>(), new Set<string>()];
  for (const event of events) {
    const key = eventKey(event);
    if (seen.has(key)) continue;
    seen.add(key);
    if (ids.has(event.id)) twofold.add(event.id);
    ids.add(event.id);
    const thread = event.thread ?? event.id;
    groups.set(thread, [...(groups.get(thread) ?? []), event]);
  }
  return [...groups]
    .map(([id, group]) => threadFrom(id, group, twofold))
    .filter((thread) => thread !== undefined)
    .toSorted((a, b) => compareEvents(a.events[0]!, b.events[0]!));
};

/** The last thing said by somebody else than `role`, or the last thing said. */
export const lastWord = ({ events, heads }: ReviewThread): ReviewEvent => {
  const open = events.filter(({ id, kind }) => heads.includes(id) && kind !== 'réglé');
  return (open.find(({ role }) => role === 'conseil') ?? open.at(-1) ?? events.at(-1))!;
};

export interface Merged {
  /** What was there, in its order, then what is new. */
  readonly events: readonly ReviewEvent[];
  readonly added: readonly ReviewEvent[];
}

/** Every event of both, each once: in whatever order and however often copies are exchanged, the same events come out. */
export const mergeReviews = (ours: readonly ReviewEvent[], theirs: readonly ReviewEvent[]): Merged => {
  const known = new Set(ours.map(eventKey));
  const added = theirs.toSorted(compareEvents).filter((event) => {
    const key = eventKey(event);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
  return { events: [...ours, ...added], added };
};
