import { awaitedProofs, proofsToAskFor, type AwaitedProof } from '../evidence/awaited.ts';
import { deadlinesOf, type Deadline } from '../cohort/deadlines.ts';
import { isAtLeast, type BlockState, type Coverage, type CoverageSummary } from '../coverage.ts';
import type { Finding } from '../findings.ts';
import { proposeSteps } from '../next-step.ts';
import { registrationFinding } from '../referential/registration-finding.ts';
import { mayProceed, type CertificationStatus } from '../referential/registration.ts';
import { shorten } from '../review/target.ts';
import { threadsOf } from '../review/reviews.ts';
import { assessmentLines, modesFrom, sharedDocuments, type AssessmentLine } from './assessment-list.ts';
import { coverageStrip, type CoverageStrip } from './coverage-strip.ts';
import { findingGroups, workRows, type FindingGroup, type WorkRow } from './coverage-work.ts';
import { blockLabel, coverOf } from './front-matter.ts';
import { markCompetences } from './marks.ts';
import type { LengthPlan } from './page-budget.ts';
import type { Annex, BlockLabel, Cover } from './model.ts';
import type { DocumentInput } from './document-input.ts';
import { scopeOf } from './scope.ts';
import { countStrengths } from '../evidence/strength.ts';
import type { Strength } from '../evidence/kinds.ts';
import { isReceived } from '../evidence.ts';
import type { VaeSection } from '../referential/vae-section.ts';

/** Where a portfolio stands, as `check` sees it; only documents that say so read it. */
export interface Standing {
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
}

export interface CoveredBlock extends BlockLabel {
  /** Ours. */
  readonly short: string;
  readonly state: BlockState;
  readonly juryDate: string | undefined;
  readonly supported: number;
  readonly total: number;
  /** Undefined for a block already acquired: nothing is asked of it any more. */
  readonly strip: CoverageStrip | undefined;
}

/** One to three pages for candidate and advisor: the one document in which grades are printed. */
export interface CoverageDocument {
  readonly kind: 'couverture';
  readonly audience: 'working';
  readonly cover: Cover;
  readonly summary: CoverageSummary;
  readonly blocks: readonly CoveredBlock[];
  readonly work: readonly WorkRow[];
  /** Competences to work on that found no room. */
  readonly moreWork: number;
  readonly findings: readonly FindingGroup[];
  readonly registration: CertificationStatus & {
    /** What it means for this candidate, where it means something. */
    readonly finding: Pick<Finding, 'code' | 'args'> | undefined;
  };
  readonly eligible: string | undefined;
  readonly deadlines: readonly Deadline[];
  readonly awaited: readonly AwaitedProof[];
  readonly moreAwaited: number;
  readonly toAskFor: number;
  readonly reviews: { readonly candidate: number; readonly advisor: number; readonly both: number };
  readonly assessments: readonly AssessmentLine[];
  readonly modesFrom: 'fiche' | 'vae';
  readonly shared: ReturnType<typeof sharedDocuments>;
  /** What the certifier says of handing in, in its own words, and where it says so. */
  readonly handingIn: (Pick<VaeSection, 'source'> & { readonly how: string | undefined }) | undefined;
  /** Proofs that are here, by how much their kind carries: to choose among one's own. A kind that says nothing has no strength. */
  readonly strengths: readonly { readonly strength: Strength | undefined; readonly count: number }[];
  /** Documents printed in the same run; how long they came out is written in afterwards. */
  readonly lengths: readonly LengthPlan[];
  /** It has none; every document answers the same questions. */
  readonly annexes: readonly Annex[];
  readonly withheld: readonly string[];
}

const MOST_WORK = 20;
const MOST_AWAITED = 6;
const TITLE_SIGNS = 60;
const NAME_SIGNS = 40;

/** `standing` has to be given: it comes from the disk, which proofs are on. */
export const buildCoverageDocument = (
  { portfolio, referential, blocks: only, date, lengths = [] }: DocumentInput,
  { coverage, findings }: Standing,
): CoverageDocument => {
  const scope = scopeOf(portfolio, referential, only);
  const nameOf = markCompetences(referential, scope.blocks);
  const shown = coverage.blocks.filter(({ code }) => scope.blocks.some((block) => block.code === code));
  const rows = workRows(shown, proposeSteps(portfolio, coverage), (id) => {
    const found = nameOf(id);
    return found && { mark: found.mark, short: found.competence.short };
  });
  const { eligible } = portfolio.dates;
  const permission = mayProceed(referential, date, eligible);
  const { allowed: _, reason: __, ...status } = permission;
  const awaited = awaitedProofs(portfolio, date);
  const assessments = assessmentLines(referential, scope.blocks);
  return {
    kind: 'couverture',
    audience: 'working',
    cover: coverOf(portfolio, referential, scope.blocks, date),
    summary: coverage.summary,
    blocks: coverage.blocks.flatMap(({ code, state, juryDate, competences }): CoveredBlock[] => {
      const block = referential.blocks.find((each) => each.code === code);
      const isShown = scope.blocks.some((each) => each.code === code);
      if (block === undefined || !(isShown || state === 'acquired')) return [];
      return [
        {
          ...blockLabel(referential, block),
          short: block.short,
          state,
          juryDate,
          supported: competences.filter(({ grade }) => isAtLeast(grade, 'supported')).length,
          total: competences.length,
          strip: isShown
            ? coverageStrip({ competences }, (id) => lastPart(nameOf(id)?.mark ?? id))
            : undefined,
        },
      ];
    }),
    work: rows.slice(0, MOST_WORK),
    moreWork: Math.max(0, rows.length - MOST_WORK),
    findings: findingGroups(findings),
    registration: { ...status, finding: registrationFinding(permission, eligible) },
    eligible,
    deadlines: deadlinesOf(portfolio, referential, date),
    awaited: awaited.slice(0, MOST_AWAITED).map((proof) => ({
      ...proof,
      title: shorten(proof.title, TITLE_SIGNS),
      from: proof.from === undefined ? undefined : shorten(proof.from, NAME_SIGNS),
    })),
    moreAwaited: Math.max(0, awaited.length - MOST_AWAITED),
    toAskFor: proofsToAskFor(portfolio),
    reviews: openReviews(portfolio.reviews),
    assessments,
    modesFrom: modesFrom(referential),
    shared: sharedDocuments(assessments),
    handingIn: referential.vae && { how: referential.vae.deposit, source: referential.vae.source },
    strengths: countStrengths(portfolio.evidence.filter(isReceived)),
    lengths,
    annexes: [],
    withheld: [],
  };
};

const lastPart = (mark: string): string => mark.split('-').at(-1) ?? mark;

const openReviews = (events: Parameters<typeof threadsOf>[0]): CoverageDocument['reviews'] => {
  const states = threadsOf(events).map(({ state }) => state);
  const count = (wanted: (typeof states)[number]): number =>
    states.filter((state) => state === wanted).length;
  return { candidate: count('awaits-candidate'), advisor: count('awaits-advisor'), both: count('crossed') };
};
