import type { Portfolio } from '../portfolio.ts';
import type { Block, Competence, Referential } from '../referential.ts';
import type { ChosenActivity } from './activities.ts';
import type { Annexes } from './annexes.ts';
import { blockLabel } from './front-matter.ts';
import { markCompetences } from './marks.ts';
import type { CompetenceGrid, GridRow } from './model.ts';

/**
 * The closing grid: each official statement of some blocks with what the document shows of it. A competence that
 * nothing shows keeps its line, since the grid is the fiche's text; what that means is for `check` to say.
 */
export const competenceGrid = (
  portfolio: Portfolio,
  referential: Referential,
  blocks: readonly Block[],
  chosen: readonly ChosenActivity[],
  annexes: Annexes,
  sectionOf: (competence: Competence) => string | undefined = () => undefined,
): CompetenceGrid => {
  const find = markCompetences(referential, blocks);
  const rowOf = (typed: string): GridRow[] => {
    const marked = find(typed);
    if (!marked) return [];
    const { id, mark, competence } = marked;
    return [
      {
        id,
        mark,
        short: competence.short,
        statement: competence.statement,
        section: sectionOf(competence),
        activities: chosen.flatMap(({ activity, shows }, index) =>
          shows.some((shown) => shown.id === id)
            ? [{ id: activity.id, number: index + 1, title: activity.title }]
            : [],
        ),
        annexes: annexes.among(
          portfolio.evidence.filter(({ shows }) => shows.some((link) => find(link.competence)?.id === id)),
        ),
      },
    ];
  };
  return {
    source: referential.code,
    blocks: blocks.map((block) => ({
      ...blockLabel(referential, block),
      id: block.code,
      mark: blockLabel(referential, block).code,
      rows: block.competences.flatMap((competence) => rowOf(competence.id)),
    })),
  };
};

/** Proofs linked to a competence of the grid and nowhere else called. */
export const callsOfGrid = (
  portfolio: Portfolio,
  referential: Referential,
  blocks: readonly Block[],
): string[] => {
  const find = markCompetences(referential, blocks);
  return portfolio.evidence
    .filter(({ shows }) => shows.some(({ competence }) => find(competence) !== undefined))
    .map(({ id }) => id);
};
