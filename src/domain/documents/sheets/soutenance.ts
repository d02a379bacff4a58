import type { NarrativeField, Portfolio } from '../../portfolio.ts';
import { coverOf } from '../front-matter.ts';
import type { Period } from '../../dates.ts';
import type { DocumentInput } from '../document-input.ts';
import type { Annex, Cover, Markdown } from '../model.ts';
import { pseudonymise } from '../pseudonyms.ts';
import { scopeOf } from '../scope.ts';
import { firstSentence, sentencesWithFigures } from './first-sentence.ts';
import { buildPreparationSheet, type OpenQuestion, type PreparationSheet } from './preparation-sheet.ts';
import { competenceSlides, organisationCards, type OrganisationCard, type ShownBlock } from './slides.ts';
import { activitiesToTell, latestPosts, type NumberedActivity, type PostLine } from './supports.ts';

/** Ours: no fiche says how long; certifiers give ten to twenty minutes. */
const SOUTENANCE_MINUTES = 15;

/** What a slide has room for. */
const POINTS = ['goal', 'approach', 'results', 'learning'] as const satisfies readonly NarrativeField[];

export interface ActivitySlide {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly period: Period | undefined;
  readonly points: readonly { readonly label: NarrativeField; readonly text: Markdown }[];
  readonly shows: readonly { readonly id: string; readonly mark: string; readonly short: string }[];
}

/** The deck shown to the jury: titles, dates and first sentences of the candidate's own, nothing else. */
export interface SoutenanceSlides {
  readonly kind: 'soutenance-diapositives';
  readonly audience: 'jury';
  readonly cover: Cover;
  readonly career: readonly PostLine[];
  /** Those of the latest posts that say anything of themselves, side by side on one slide. */
  readonly organisations: readonly OrganisationCard[];
  readonly activities: readonly ActivitySlide[];
  /** What these activities show, slide by slide; short blocks share one. */
  readonly shown: readonly { readonly blocks: readonly ShownBlock[] }[];
  readonly project: Markdown | undefined;
  readonly annexes: readonly Annex[];
  readonly withheld: readonly string[];
}

/** One page to keep in hand. */
export interface SpeakerSheet extends Omit<PreparationSheet, 'kind'> {
  readonly kind: 'soutenance-fiche';
  /** Sentences with figures, to be known by heart. */
  readonly figures: readonly Markdown[];
}

/** A timed outline, the deck, and a page to keep in hand. */
export const buildSoutenance = (
  input: DocumentInput,
): readonly [PreparationSheet, SoutenanceSlides, SpeakerSheet] => {
  const portfolio = pseudonymise(input.portfolio);
  const scope = scopeOf(portfolio, input.referential, input.blocks);
  const told = activitiesToTell(
    portfolio,
    input.referential,
    scope,
    portfolio.documents.soutenance?.activities,
  );
  const plan = buildPreparationSheet(input, {
    kind: 'soutenance-plan',
    document: 'soutenance',
    minutes: portfolio.documents.soutenance?.minutes ?? SOUTENANCE_MINUTES,
  });
  return [plan, slidesOf(portfolio, input, told), sheetOf(plan, told)];
};

const slidesOf = (
  portfolio: Portfolio,
  { referential, blocks: only, date }: DocumentInput,
  told: readonly NumberedActivity[],
): SoutenanceSlides => {
  const { blocks } = scopeOf(portfolio, referential, only);
  const project = portfolio.documents.soutenance?.project;
  return {
    kind: 'soutenance-diapositives',
    audience: 'jury',
    cover: coverOf(portfolio, referential, blocks, date),
    career: latestPosts(portfolio),
    organisations: organisationCards(portfolio),
    activities: told
      .map(({ activity, number, shows }) => ({
        id: activity.id,
        number,
        title: activity.title,
        period: activity.period,
        points: POINTS.flatMap((label) => {
          const text = activity[label];
          return text === undefined ? [] : [{ label, text: firstSentence(text) }];
        }),
        shows: shows.map(({ id, mark, competence }) => ({ id, mark, short: competence.short })),
      }))
      .filter(({ points, shows }) => points.length > 0 || shows.length > 0),
    shown: competenceSlides(referential, blocks, told),
    project: project === undefined ? undefined : firstSentence(project),
    annexes: [],
    withheld: [],
  };
};

/** Few enough for one page, whatever they say: the template cuts what is longer than its line. */
const FIGURES = 5;
const QUESTIONS = 6;

const sheetOf = (plan: PreparationSheet, told: readonly NumberedActivity[]): SpeakerSheet => ({
  ...plan,
  kind: 'soutenance-fiche',
  figures: told
    .flatMap(({ activity }) => sentencesWithFigures(activity.results ?? ''))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, FIGURES),
  questions: plan.questions.slice(0, QUESTIONS) satisfies readonly OpenQuestion[],
});
