import { NARRATIVE_FIELDS, type Activity, type Evidence, type Portfolio } from '../portfolio.ts';
import type { Annexes } from './annexes.ts';
import type { MarkedCompetence } from './marks.ts';
import type { ActivityPart } from './model.ts';
import type { Scope } from './scope.ts';

type FindCompetence = (typed: string) => MarkedCompetence | undefined;

/** An activity with the competences it shows inside the document's scope. */
export interface ChosenActivity {
  readonly activity: Activity;
  readonly shows: readonly (MarkedCompetence & { readonly claim: string | undefined })[];
}

/**
 * The activities a document tells, in the candidate's order. Without a choice: all of them, except those that show
 * only competences outside the scope. A reader who asked for some blocks gets the activities that show them, no other.
 */
export const chooseActivities = (
  { activities }: Portfolio,
  chosen: readonly string[] | undefined,
  scope: Scope,
  find: FindCompetence,
): ChosenActivity[] => {
  const ordered =
    chosen === undefined
      ? activities
      : [...new Set(chosen)].flatMap((id) => activities.filter((activity) => activity.id === id));
  return ordered
    .map((activity) => ({
      activity,
      shows: activity.competences.flatMap(({ id, claim }) => {
        const marked = find(id);
        return marked ? [{ ...marked, claim }] : [];
      }),
    }))
    .filter(({ activity, shows }) => {
      if (shows.length > 0) return true;
      return scope.restricted ? false : chosen !== undefined || activity.competences.length === 0;
    });
};

/** Proofs linked to an activity. */
const proofsOfActivity = ({ evidence }: Portfolio, activity: Activity): Evidence[] =>
  evidence.filter(({ activities }) => activities.includes(activity.id));

export const activityParts = (
  portfolio: Portfolio,
  chosen: readonly ChosenActivity[],
  annexes: Annexes,
): ActivityPart[] =>
  chosen.map(({ activity, shows }, index) => ({
    id: activity.id,
    number: index + 1,
    title: activity.title,
    period: activity.period,
    posts: activity.experiences.flatMap((id) =>
      portfolio.experiences.filter((experience) => experience.id === id).map(({ title }) => title),
    ),
    fields: NARRATIVE_FIELDS.flatMap((label) => {
      const text = activity[label];
      return text === undefined ? [] : [{ label, text }];
    }),
    shows: shows.map(({ id, mark, competence, claim }) => ({
      id,
      mark,
      short: competence.short,
      claim,
      told: claim !== undefined && isTold(activity, claim),
    })),
    annexes: annexes.among(proofsOfActivity(portfolio, activity)),
  }));

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const isTold = (activity: Activity, claim: string): boolean =>
  NARRATIVE_FIELDS.some((field) => plain(activity[field] ?? '').includes(plain(claim)));

/** Proofs an activity calls: cited in its telling and claims, then linked to it. */
export const callsOfActivity = (portfolio: Portfolio, { activity, shows }: ChosenActivity) => ({
  texts: [...NARRATIVE_FIELDS.map((field) => activity[field]), ...shows.map(({ claim }) => claim)],
  linked: proofsOfActivity(portfolio, activity).map(({ id }) => id),
});
