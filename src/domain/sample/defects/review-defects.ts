import { addMonths } from '../../dates.ts';
import type { ReviewEvent } from '../../review/event.ts';
import type { Draft } from '../sample.ts';
import { say, withPortfolio } from './additions.ts';
import { findingKinds, type DefectKind } from './kind.ts';

/** A request of the advisor's, as the first event of a thread of its own. */
const request = (draft: Draft, id: string, about: string): ReviewEvent => ({
  id,
  about,
  kind: 'demande',
  role: 'conseil',
  author: draft.request.bank.defects.advisor,
  date: addMonths(draft.request.at, -1),
  text: say(draft, draft.request.bank.defects.remark),
  after: [],
});

const reply = (
  draft: Draft,
  first: ReviewEvent,
  id: string,
  fields: Pick<ReviewEvent, 'kind' | 'role'>,
): ReviewEvent => ({
  id,
  thread: first.id,
  author: fields.role === 'conseil' ? first.author : draft.portfolio.candidate.name,
  date: draft.request.at,
  text: say(draft, draft.request.bank.defects.reply),
  after: [first.id],
  ...fields,
});

const withReviews = (draft: Draft, ...events: readonly ReviewEvent[]): Draft =>
  withPortfolio(draft, { reviews: [...draft.portfolio.reviews, ...events] });

const firstActivity = ({ portfolio }: Draft): string => portfolio.activities[0]?.id ?? 'dossier';

export const reviewDefects: readonly DefectKind[] = findingKinds('any', {
  'review-open': (draft) => withReviews(draft, request(draft, 'R-ouvert', firstActivity(draft))),
  'review-answered': (draft) => {
    const first = request(draft, 'R-repondu', firstActivity(draft));
    return withReviews(draft, first, reply(draft, first, 'R-repondu-2', { kind: 'réponse', role: 'candidature' })); // prettier-ignore
  },
  // Two people wrote without knowing of each other, and one of them settled the thread.
  'review-crossed': (draft) => {
    const first = request(draft, 'R-croise', firstActivity(draft));
    return withReviews(
      draft,
      first,
      reply(draft, first, 'R-croise-2', { kind: 'réglé', role: 'conseil' }),
      reply(draft, first, 'R-croise-3', { kind: 'réponse', role: 'candidature' }),
    );
  },
  'review-target-gone': (draft) => withReviews(draft, request(draft, 'R-disparu', 'P998')),
  'review-altered': (draft) => {
    const first = request(draft, 'R-modifie', firstActivity(draft));
    return withReviews(draft, first, { ...first, text: say(draft, draft.request.bank.defects.reply) });
  },
});
