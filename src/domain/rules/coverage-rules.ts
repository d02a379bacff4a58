import { isAtLeast, type CompetenceCoverage } from '../coverage.ts';
import { finding } from '../findings.ts';
import type { Rule, RuleContext } from './context.ts';

/** Competences the candidate still has to document: targeted and not acquired. */
const targeted = ({ coverage }: RuleContext): CompetenceCoverage[] =>
  coverage.blocks
    .filter(({ state }) => state !== 'acquired' && state !== 'not-targeted')
    .flatMap(({ competences }) => competences);

export const everyCompetenceIsNamedByAnActivity: Rule = (context) =>
  targeted(context)
    .filter(({ grade }) => grade === 'absent')
    .map(({ id }) => finding('competence-absent', `competences.${id}`, { id }));

export const everyNamedCompetenceHasUsableEvidence: Rule = (context) =>
  targeted(context)
    .filter(({ grade }) => grade === 'cited')
    .map(({ id, activities, evidence }) =>
      finding('competence-unsupported', `competences.${id}`, {
        id,
        activities: activities.join(', '),
        evidence: evidence.join(', '),
      }),
    );

export const noEvidenceStandsAloneAndWeak: Rule = (context) =>
  targeted(context).flatMap(({ id, fragility, evidence }) =>
    fragility === undefined
      ? []
      : [
          finding('competence-fragile', `competences.${id}`, {
            id,
            reason: fragility,
            evidence: evidence.join(', '),
          }),
        ],
  );

/** A block told half as densely as the others risks a partial result; the threshold is ours. */
export const blocksAreBalanced: Rule = ({ coverage }) => {
  const blocks = coverage.blocks
    .filter(({ state }) => state === 'partial' || state === 'complete')
    .map(({ code, competences }) => ({
      code,
      density: competences.filter(({ grade }) => isAtLeast(grade, 'supported')).length / competences.length,
    }));
  if (blocks.length < 2) return [];
  const mean = blocks.reduce((sum, { density }) => sum + density, 0) / blocks.length;
  return blocks
    .filter(({ density }) => density < mean / 2)
    .map(({ code }) => finding('block-thin', `blocks.${code}`, { code }));
};
