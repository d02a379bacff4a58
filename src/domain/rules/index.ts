/** The rules of a check, in the order people read them. A rule is a named function from facts to findings. */
import { SEVERITIES, type Finding } from '../findings.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Rule, RuleContext } from './context.ts';
import * as coverage from './coverage-rules.ts';
import * as evidence from './evidence-rules.ts';
import * as feasibility from './feasibility-rules.ts';
import * as fiche from './fiche-rules.ts';
import * as narrative from './narrative-rules.ts';
import * as content from './proof-content-rules.ts';
import * as worth from './proof-worth-rules.ts';
import * as organigramme from './organigramme-rules.ts';
import * as review from './review-rules.ts';

const STRUCTURE: readonly Rule[] = [
  fiche.theRegistrationAllowsIt,
  fiche.theReferentialIsTheOneShipped,
  narrative.everyCitationNamesAProof,
  review.everyReviewIsSettled,
];

const FICHE: readonly Rule[] = [fiche.assessmentsInPersonAreAnnounced, fiche.prerequisitesAreSaid];

const VALIDATION: readonly Rule[] = [
  ...STRUCTURE,
  evidence.everyProofIsThereAndUnaltered,
  organigramme.everyOrganigrammeCanBeShown,
  coverage.everyCompetenceIsNamedByAnActivity,
  coverage.everyNamedCompetenceHasUsableEvidence,
  coverage.noEvidenceStandsAloneAndWeak,
  coverage.blocksAreBalanced,
  narrative.activitiesAreToldInTheFirstPerson,
  narrative.everyActivityShowsACompetence,
  narrative.noActivityCarriesTooMuch,
  narrative.everyActivityBelongsToAnExperience,
  narrative.everyExperienceHasAnActivity,
  narrative.everyExperienceHasAProof,
  evidence.noProofIsOrphan,
  evidence.everyProofIsDated,
  evidence.everyProofHasAKind,
  evidence.proofsAreAnonymisedBeforeTheyAreShown,
  evidence.noWithheldProofIsCountedOn,
  evidence.everyProofSaysWhetherItMayBeShown,
  evidence.everyProofAskedForHasArrived,
  evidence.everyProofSaysWhatItShows,
  content.everyProofOpens,
  content.noNameLies,
  content.noAnnexIsHuge,
  content.noProofIsThereTwice,
  content.everyPublicVersionDiffers,
  content.everyAnnexCanBePrinted,
  worth.supportIsMoreThanLight,
  worth.noProofCarriesTooMuch,
  worth.whoIsShownHasAgreed,
  narrative.everyActivityIsAnalysed,
  narrative.resultsCarryAFigure,
  narrative.everyLinkSaysHowTheCompetenceShows,
  ...FICHE,
];

/** At the feasibility stage no evidence may be demanded. */
const FEASIBILITY: readonly Rule[] = [...STRUCTURE, feasibility.everyBlockIsAnswered, ...FICHE];

const RULES: Record<Portfolio['stage'], readonly Rule[]> = {
  validation: VALIDATION,
  faisabilite: FEASIBILITY,
};

/** Otherwise in the order they have. */
export const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));

/** All findings in one pass, the gravest first, otherwise in the order of the rules. */
export const runRules = (context: RuleContext, stage: Portfolio['stage']): Finding[] =>
  gravestFirst(RULES[stage].flatMap((rule) => rule(context)));
