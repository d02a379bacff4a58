/** What was said of the portfolio and waits for somebody. Never more than a warning: an advisor comments, the jury judges. */
import { finding, type Finding } from '../findings.ts';
import { listThreads, type ListedThread } from '../review/listed-threads.ts';
import { shorten } from '../review/target.ts';
import { lastWord } from '../review/reviews.ts';
import type { Rule } from './context.ts';

const OPEN = {
  'awaits-candidate': 'review-open',
  'awaits-advisor': 'review-answered',
  crossed: 'review-crossed',
} as const;

const findingsOn = (thread: ListedThread): Finding[] => {
  const { author, date, text } = lastWord(thread);
  const { id, about, state, asksChange, altered, standing } = thread;
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

export const everyReviewIsSettled: Rule = (context) => listThreads(context).flatMap(findingsOn);
