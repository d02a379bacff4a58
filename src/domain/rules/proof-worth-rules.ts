/** What proofs are worth together, and who has agreed that they are shown. Nothing here changes a grade. */
import { isAtLeast, isUsable } from '../coverage.ts';
import { finding } from '../findings.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import { strongestOf } from '../evidence/strength.ts';
import type { Rule } from './context.ts';

/** In which persons are seen, heard or quoted. */
const WITH_PERSONS: ReadonlySet<EvidenceKind> = new Set(['photo', 'vidéo', 'témoignage']);

export const whoIsShownHasAgreed: Rule = ({ portfolio }) =>
  portfolio.evidence
    .filter(
      ({ kind, confidentiality, authorisation }) =>
        kind !== undefined &&
        WITH_PERSONS.has(kind) &&
        confidentiality === 'publiable' &&
        authorisation === undefined,
    )
    .map(({ id, title, kind = 'autre' }) =>
      finding('evidence-unauthorised', `evidence.${id}`, { id, title, kind }),
    );

/** More than a third of the competences of a block of twenty: what shows everything shows nothing in particular. Ours. */
const MOST_SHOWN = 8;

export const noProofCarriesTooMuch: Rule = ({ portfolio }) =>
  portfolio.evidence
    .filter(({ shows }) => shows.length > MOST_SHOWN)
    .map(({ id, title, shows }) =>
      finding('evidence-crowded', `evidence.${id}`, { id, title, count: shows.length }),
    );

/** Support by what only goes with other proofs; one kind alone of the weakest is `competence-fragile` already. */
export const supportIsMoreThanLight: Rule = ({ portfolio, coverage, files }) =>
  coverage.blocks
    .filter(({ state }) => state !== 'acquired' && state !== 'not-targeted')
    .flatMap(({ competences }) => competences)
    .filter(({ grade, fragility }) => isAtLeast(grade, 'supported') && fragility === undefined)
    .flatMap(({ id, evidence }) => {
      const usable = portfolio.evidence.filter((one) => evidence.includes(one.id) && isUsable(one, files));
      return (strongestOf(usable) ?? 3) <= 2
        ? [
            finding('competence-light', `competences.${id}`, {
              id,
              evidence: usable.map((one) => one.id).join(', '),
            }),
          ]
        : [];
    });
