import { assessmentLines, modesFrom } from '../assessment-list.ts';
import { blockLabel, coverOf } from '../front-matter.ts';
import { markCompetences } from '../marks.ts';
import type { Annex, BlockLabel, Cover, Markdown } from '../model.ts';
import type { DocumentInput } from '../document-input.ts';
import { pseudonymise } from '../pseudonyms.ts';
import { scopeOf } from '../scope.ts';
import { firstSentence } from './first-sentence.ts';
import { SHEET_PLANS, stepOf, type PlannedStep, type SheetKind } from './plans.ts';
import { activitiesToTell, latestPosts, supportsOf, type PostLine, type Support } from './supports.ts'; // prettier-ignore
import { shareMinutes } from './timing.ts';

export interface SheetStep {
  readonly code: string;
  /** Its time and when it begins, in minutes; undefined where nothing is timed. */
  readonly minutes: number | undefined;
  readonly from: number | undefined;
  readonly competences: readonly { readonly id: string; readonly mark: string; readonly short: string }[];
  /** What the candidate wrote for this moment, in one sentence. */
  readonly own: Markdown | undefined;
  readonly posts: readonly PostLine[];
  readonly supports: readonly Support[];
}

/** A competence that none of the activities to be told shows: what the jury may ask about. */
export interface OpenQuestion {
  readonly id: string;
  readonly mark: string;
  readonly short: string;
  /** What the statement asks to show; ours, from the référentiel. */
  readonly asks: string;
}

/** A working document that prepares what no text replaces: an interview, a case, a role play. */
export interface PreparationSheet {
  readonly kind: SheetKind;
  readonly audience: 'working';
  readonly cover: Cover;
  /** Whether the modes are those of the fiche or what the certifier asks in VAE. */
  readonly modesFrom: 'fiche' | 'vae';
  /** Their own words. */
  readonly modes: readonly string[];
  readonly blocks: readonly BlockLabel[];
  /** The whole time, in minutes; undefined where nothing is timed. */
  readonly minutes: number | undefined;
  readonly activities: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly steps: readonly SheetStep[];
  readonly questions: readonly OpenQuestion[];
  readonly annexes: readonly Annex[];
  readonly withheld: readonly string[];
}

/** What a plan of another document's is timed by, and what it prepares for. */
export interface SheetOrder {
  readonly kind: SheetKind;
  /** Whose choice of activities counts. */
  readonly document: 'soutenance' | 'etude-de-cas' | 'mise-en-situation';
  readonly minutes: number | undefined;
}

export const buildPreparationSheet = (
  { portfolio: stored, referential, blocks, date }: DocumentInput,
  { kind, document, minutes }: SheetOrder,
): PreparationSheet => {
  const portfolio = pseudonymise(stored);
  const scope = scopeOf(portfolio, referential, blocks);
  const find = markCompetences(referential, scope.blocks);
  const told = activitiesToTell(portfolio, referential, scope, portfolio.documents[document]?.activities);
  const plan = SHEET_PLANS[kind];
  const supports = supportsOf(told, plan.steps);
  const shares =
    minutes === undefined
      ? []
      : shareMinutes(
          minutes,
          plan.steps.map(({ weight }) => weight),
        );
  const competences = scope.blocks.flatMap((block) =>
    block.competences.map((competence) => ({
      competence,
      label: { id: competence.id, mark: find(competence.id)?.mark ?? competence.id, short: competence.short },
    })),
  );
  return {
    kind,
    audience: 'working',
    cover: coverOf(portfolio, referential, scope.blocks, date),
    modesFrom: modesFrom(referential),
    modes: assessmentLines(referential, scope.blocks)
      .filter(({ documents }) => documents.includes(document))
      .map(({ label }) => label),
    blocks: scope.blocks.map((block) => blockLabel(referential, block)),
    minutes,
    activities: told.map(({ activity: { id, title }, number }) => ({ id, number, title })),
    steps: plan.steps.map(({ code, own, career }: PlannedStep, index) => ({
      code,
      minutes: shares[index],
      from: minutes === undefined ? undefined : shares.slice(0, index).reduce((sum, share) => sum + share, 0),
      competences: competences
        .filter(({ competence }) => stepOf(plan, competence) === code)
        .map(({ label }) => label),
      own: sentenceOf(own && document === 'soutenance' ? portfolio.documents.soutenance?.[own] : undefined),
      posts: career ? latestPosts(portfolio) : [],
      supports: supports[index] ?? [],
    })),
    questions: competences
      .filter(({ label }) => told.every(({ shows }) => shows.every(({ id }) => id !== label.id)))
      .map(({ competence: { asks }, label }) => ({ ...label, asks })),
    annexes: [],
    withheld: [],
  };
};

const sentenceOf = (text: string | undefined): Markdown | undefined =>
  text === undefined ? undefined : firstSentence(text);
