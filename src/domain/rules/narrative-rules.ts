import { isAnalysed } from '../coverage.ts';
import { citationsIn, citedTexts } from '../citations.ts';
import { finding, type Finding, type FindingCode } from '../findings.ts';
import { NARRATIVE_FIELDS, type Activity } from '../portfolio.ts';
import type { Rule } from './context.ts';

/** Above this a single activity carries too much to be told well; ours. */
const COMPETENCES_PER_ACTIVITY = 8;

const toldIn = (activity: Activity): string =>
  NARRATIVE_FIELDS.map((field) => activity[field] ?? '')
    .filter((text) => text !== '')
    .join('\n');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const perActivity =
  (inspect: (activity: Activity) => { code: FindingCode; count?: number } | undefined): Rule =>
  ({ portfolio }) =>
    portfolio.activities.flatMap((activity): Finding[] => {
      const noticed = inspect(activity);
      const { id, title } = activity;
      return noticed === undefined
        ? []
        : [finding(noticed.code, `activities.${id}`, { id, title, count: noticed.count ?? 0 })];
    });

/** A jury judges the candidate: an activity that says « nous » more often than « je » hides who did what. */
export const activitiesAreToldInTheFirstPerson = perActivity((activity) => {
  const told = toldIn(activity);
  const we = count(told, /(?<!\p{L})nous(?!\p{L})/giu);
  const me = count(told, /(?<!\p{L})(?:je(?!\p{L})|j['’])/giu);
  return we > me ? { code: 'activity-we', count: we } : undefined;
});

export const everyActivityShowsACompetence = perActivity(({ competences }) =>
  competences.length === 0 ? { code: 'activity-without-competence' } : undefined,
);

export const noActivityCarriesTooMuch = perActivity(({ competences }) =>
  competences.length > COMPETENCES_PER_ACTIVITY
    ? { code: 'activity-crowded', count: competences.length }
    : undefined,
);

export const everyActivityBelongsToAnExperience = perActivity(({ experiences }) =>
  experiences.length === 0 ? { code: 'activity-without-experience' } : undefined,
);

export const everyActivityIsAnalysed = perActivity((activity) =>
  isAnalysed(activity) ? undefined : { code: 'activity-unanalysed' },
);

export const resultsCarryAFigure = perActivity(({ results }) =>
  results !== undefined && !/\d/u.test(results) ? { code: 'activity-without-figure' } : undefined,
);

export const everyLinkSaysHowTheCompetenceShows = perActivity(({ competences }) => {
  const silent = competences.filter(({ claim }) => claim === undefined).length;
  return silent > 0 ? { code: 'claim-missing', count: silent } : undefined;
});

export const everyCitationNamesAProof: Rule = ({ portfolio }) => {
  const known = new Set(portfolio.evidence.map(({ id }) => id));
  return citedTexts(portfolio).flatMap(({ path, text }) =>
    citationsIn(text)
      .filter((id) => !known.has(id))
      .map((id) => finding('citation-unknown', path, { id, path })),
  );
};

export const everyExperienceHasAnActivity: Rule = ({ portfolio }) =>
  portfolio.experiences
    .filter(({ id }) => !portfolio.activities.some(({ experiences }) => experiences.includes(id)))
    .map(({ id, title }) => finding('experience-without-activity', `experiences.${id}`, { id, title }));

export const everyExperienceHasAProof: Rule = ({ portfolio }) =>
  portfolio.experiences
    .filter(({ id }) => !portfolio.evidence.some(({ experiences }) => experiences.includes(id)))
    .map(({ id, title }) => finding('experience-without-proof', `experiences.${id}`, { id, title }));
