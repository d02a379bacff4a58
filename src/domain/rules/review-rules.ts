/** What was said of the portfolio and waits for somebody. Never more than a warning: an advisor comments, the jury judges. */
import { finding, type Finding } from '../findings.ts';
import { shorten, standingOf } from '../review-target.ts';
import { lastWord, threadsOf, type ReviewThread } from '../reviews.ts';
import type { Rule, RuleContext } from './context.ts';

const OPEN = {
  'awaits-candidate': 'review-open',
  'awaits-advisor': 'review-answered',
  crossed: 'review-crossed',
} as const;

const findingsOn = (context: RuleContext, thread: ReviewThread): Finding[] => {
  const { author, date, text } = lastWord(thread);
  const { id, about, state, events, asksChange, altered } = thread;
  const standing = standingOf(context, about, events);
  const path = `reviews.${id}`;
  const args = {
    id,
    target: about,
    author,
    date,
    excerpt: shorten(text ?? ''),
    change: asksChange ? 1 : 0,
    changed: standing === 'changed' ? 1 : 0,
  };
  return [
    ...(state === 'settled' ? [] : [finding(OPEN[state], path, args)]),
    ...(state !== 'settled' && standing === 'gone' ? [finding('review-target-gone', path, args)] : []),
    ...(altered.length > 0 ? [finding('review-altered', path, { ...args, events: altered.join(', ') })] : []),
  ];
};

export const everyReviewIsSettled: Rule = (context) =>
  threadsOf(context.portfolio.reviews).flatMap((thread) => findingsOn(context, thread));
