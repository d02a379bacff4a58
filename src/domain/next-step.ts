/**
 * Which competence a candidate gains most by working on next. The order, first to last:
 *
 * 0. a competence of which the advisor has said something, or of its activities or proofs: somebody waits for an answer;
 * 1. a competence not yet supported whose activity is half told (the last question answered is followed by at least three
 *    unanswered ones and nothing else): what was begun is resumed at the same place;
 * 2. a competence linked to an activity but without a usable proof: one document and it is supported;
 * 3. a competence no activity names;
 * 4. a competence whose proof has been asked for and is awaited;
 * 5. a supported competence whose proof is fragile;
 * 6. a supported competence none of whose activities is analysed.
 *
 * Within 2 and 3 the block with the fewest competences still to support comes first, since a complete block is one a jury
 * can grant by itself; ties, and everything else, follow the register's order.
 */
import {
  isAnalysed,
  isAtLeast,
  type BlockCoverage,
  type CompetenceCoverage,
  type Coverage,
} from './coverage.ts';
import { isAwaited } from './evidence.ts';
import { threadsByCompetence, waitingThreads } from './review/listed-threads.ts';
import { NARRATIVE_FIELDS, type Activity, type NarrativeField, type Portfolio } from './portfolio.ts';
import type { ReviewThread } from './review/reviews.ts';

/** `none`: nothing is missing; shown when a person comes back to a competence, never proposed. */
export type Need =
  'review' | 'resume' | 'evidence' | 'activity' | 'awaited' | 'stronger-evidence' | 'analysis' | 'none';

export interface NextStep {
  readonly block: string;
  readonly competence: string;
  readonly need: Need;
  /** The activity to go on with, where one is begun. */
  readonly activity: string | undefined;
}

/** Every step worth proposing, most useful first. `blocks` restricts to these codes; empty means no restriction. */
export const proposeSteps = (
  portfolio: Portfolio,
  coverage: Coverage,
  blocks: readonly string[] = [],
): NextStep[] => {
  const open = openBlocks(coverage, blocks);
  const reviewed = reviewedIn(portfolio, open);
  const steps = open.flatMap((block) =>
    block.competences.map((competence) => {
      const step = stepFor(block, competence, portfolio, reviewed);
      return { step, rank: RANK[step.need], missing: missingIn(block) };
    }),
  );
  return steps
    .filter(({ step }) => step.need !== 'none')
    .toSorted((a, b) => a.rank - b.rank || (isByBlock(a.step.need) ? a.missing - b.missing : 0))
    .map(({ step }) => step);
};

/** Blocks in which something may be proposed. */
export const openBlocks = (coverage: Coverage, blocks: readonly string[] = []): BlockCoverage[] =>
  coverage.blocks.filter(
    ({ code, state }) =>
      state !== 'acquired' && state !== 'not-targeted' && (blocks.length === 0 || blocks.includes(code)),
  );

type Reviewed = ReadonlyMap<string | undefined, readonly ReviewThread[]>;

const reviewedIn = (portfolio: Portfolio, blocks: readonly BlockCoverage[]): Reviewed =>
  threadsByCompetence(
    waitingThreads(portfolio),
    blocks.flatMap(({ competences }) => competences),
  );

const RANK: Record<Need, number> = {
  review: 0, resume: 1, evidence: 2, activity: 3, awaited: 4, 'stronger-evidence': 5, analysis: 6, none: 7,
}; // prettier-ignore

const isByBlock = (need: Need): boolean => need === 'evidence' || need === 'activity';

const missingIn = ({ competences }: BlockCoverage): number =>
  competences.filter(({ grade }) => !isAtLeast(grade, 'supported')).length;

/** The step on one given competence, whatever it still needs. */
export const stepOn = (
  portfolio: Portfolio,
  coverage: Coverage,
  competence: string,
): NextStep | undefined => {
  const block = coverage.blocks.find(({ competences }) => competences.some(({ id }) => id === competence));
  const covered = block?.competences.find(({ id }) => id === competence);
  return block && covered && stepFor(block, covered, portfolio, reviewedIn(portfolio, openBlocks(coverage)));
};

const stepFor = (
  block: BlockCoverage,
  covered: CompetenceCoverage,
  portfolio: Portfolio,
  reviewed: Reviewed,
): NextStep => {
  const activities = covered.activities
    .map((id) => portfolio.activities.find((activity) => activity.id === id))
    .filter((activity) => activity !== undefined);
  const halfTold = activities.find(isHalfTold);
  const waits = portfolio.evidence.some((proof) => covered.evidence.includes(proof.id) && isAwaited(proof));
  const threads = reviewed.get(covered.id) ?? [];
  const spokenOf = activities.find(({ id }) => threads.some(({ about }) => about === id));
  const need = threads.length > 0 ? 'review' : needOf(covered, activities, halfTold, waits);
  const activity = spokenOf ?? halfTold ?? activities[0];
  return { block: block.code, competence: covered.id, need, activity: activity?.id };
};

const needOf = (
  { grade, fragility }: CompetenceCoverage,
  activities: readonly Activity[],
  halfTold: Activity | undefined,
  waits: boolean,
): Need => {
  if (grade === 'absent') return 'activity';
  if (grade === 'cited') {
    if (halfTold !== undefined) return 'resume';
    return waits ? 'awaited' : 'evidence';
  }
  if (fragility !== undefined) return 'stronger-evidence';
  return activities.some(isAnalysed) ? 'none' : 'analysis';
};

/** The questions of the telling that have no answer yet, in the order they are asked. */
export const untoldFields = (activity: Activity): NarrativeField[] =>
  NARRATIVE_FIELDS.filter((field) => activity[field] === undefined);

/** With fewer questions left than this the telling was ended, not interrupted: the last ones were passed. */
const FEWEST_LEFT = 3;

/** Begun, and left where it stopped: only the last questions are unanswered. A question passed in the middle is a choice. */
const isHalfTold = (activity: Activity): boolean => {
  const untold = untoldFields(activity);
  return (
    untold.length >= FEWEST_LEFT &&
    untold.length < NARRATIVE_FIELDS.length &&
    untold[0] === NARRATIVE_FIELDS[NARRATIVE_FIELDS.length - untold.length]
  );
};
