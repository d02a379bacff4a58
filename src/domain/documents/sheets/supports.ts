import type { NarrativeField, Portfolio } from '../../portfolio.ts';
import type { Referential } from '../../referential.ts';
import { chooseActivities, type ChosenActivity } from '../activities.ts';
import { newestFirst, organisationName } from '../career.ts';
import { markCompetences } from '../marks.ts';
import type { Markdown } from '../model.ts';
import type { Scope } from '../scope.ts';
import { firstSentence } from './first-sentence.ts';

/** More would be told too fast: ours, for twenty minutes or less. */
const MOST = 4;

export interface NumberedActivity extends ChosenActivity {
  readonly number: number;
}

/**
 * The activities to speak of: those the candidate chose for this document, else the fewest that together show the most,
 * in the order they are told. Numbers are their places among these.
 */
export const activitiesToTell = (
  portfolio: Portfolio,
  referential: Referential,
  scope: Scope,
  chosen: readonly string[] | undefined,
): NumberedActivity[] => {
  const find = markCompetences(referential, scope.blocks);
  const all = chooseActivities(portfolio, chosen, { ...scope, restricted: true }, find);
  const kept = chosen === undefined ? mostTelling(all) : new Set(all.slice(0, MOST));
  return all.filter((one) => kept.has(one)).map((one, index) => ({ ...one, number: index + 1 }));
};

const mostTelling = (all: readonly ChosenActivity[]): ReadonlySet<ChosenActivity> => {
  const kept = new Set<ChosenActivity>();
  const shown = new Set<string>();
  const adds = ({ shows }: ChosenActivity): number => shows.filter(({ id }) => !shown.has(id)).length;
  while (kept.size < MOST) {
    const next = all
      .filter((one) => !kept.has(one))
      .reduce<ChosenActivity | undefined>(
        (best, one) => (best === undefined || adds(one) > adds(best) ? one : best),
        undefined,
      );
    if (next === undefined || adds(next) === 0) break;
    kept.add(next);
    for (const { id } of next.shows) shown.add(id);
  }
  return kept;
};

/** What an activity has to say at one moment. */
export interface Support {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: Markdown;
}

/** What the activities have to say at each step; an answer that an earlier step took is not told again. */
export const supportsOf = (
  activities: readonly NumberedActivity[],
  steps: readonly { readonly fields: readonly NarrativeField[] }[],
): Support[][] => {
  const taken = new Set<string>();
  return steps.map(({ fields }) =>
    activities.flatMap(({ activity, number }) => {
      const { id, title } = activity;
      const told = fields.find((field) => activity[field] !== undefined && !taken.has(`${id}.${field}`));
      const text = told === undefined ? undefined : activity[told];
      if (text === undefined) return [];
      taken.add(`${id}.${told}`);
      return [{ id, number, title, text: firstSentence(text) }];
    }),
  );
};

/** A post in one line. */
export interface PostLine {
  readonly id: string;
  readonly title: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly organisations: readonly string[];
}

/** More lines than this are not listened to. */
const POSTS = 4;

/** The latest posts, most recent first. */
export const latestPosts = ({ experiences, organisations: known }: Portfolio): PostLine[] =>
  newestFirst(experiences)
    .slice(0, POSTS)
    .map(({ id, title, start, end, organisations }) => ({
      id,
      title,
      start,
      end,
      organisations: known
        .filter((one) => organisations.includes(one.id))
        .map((one) => organisationName(one)),
    }));
