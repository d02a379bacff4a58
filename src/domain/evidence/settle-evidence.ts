import { isAwaited, isReceived, type Evidence } from '../evidence.ts';

const isAsked = ({ state }: Evidence): boolean => state === 'demandée' || state === 'promise';

/**
 * The proof as it is after a change of `today` (`YYYY-MM-DD`), with what follows from it and nobody typed: when it was asked for,
 * that it is here, and since when. What was typed is left as it is.
 */
export const settleEvidence = (before: Evidence | undefined, after: Evidence, today: string): Evidence => {
  if (isReceived(after)) {
    if (before === undefined || !isAwaited(before) || after.receivedOn !== undefined) return after;
    return { ...after, state: 'reçue', receivedOn: today };
  }
  const noted = after.state === undefined && after.askedFrom !== undefined;
  const state = noted ? (after.askedOn === undefined ? 'à demander' : 'demandée') : after.state;
  const named = state === undefined ? after : { ...after, state };
  const isNew = before === undefined || !isAsked(before);
  return isAsked(named) && isNew && named.askedOn === undefined ? { ...named, askedOn: today } : named;
};
