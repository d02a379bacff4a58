import type { Block, Competence, Referential } from '../referential.ts';
import { competenceResolver } from './scope.ts';

/** What is left of a code without the certification it belongs to: `BC01`, `F1`. */
export const blockMark = (referential: Referential, block: Block): string =>
  block.code.startsWith(referential.code) ? block.code.slice(referential.code.length) : block.code;

export interface MarkedCompetence {
  readonly id: string;
  /** `BC01-C04`: short enough for a table, and found again in the grid. */
  readonly mark: string;
  readonly competence: Competence;
  readonly block: Block;
}

/** Finds the competences of some blocks by any accepted spelling of their id. */
export const markCompetences = (
  referential: Referential,
  blocks: readonly Block[],
): ((typed: string) => MarkedCompetence | undefined) => {
  const resolve = competenceResolver(referential);
  const byId = new Map<string, MarkedCompetence>();
  for (const block of blocks) {
    for (const competence of block.competences) {
      const { id } = competence;
      const mark = id.startsWith(referential.code) ? id.slice(referential.code.length) : id;
      byId.set(id, { id, mark, competence, block });
    }
  }
  return (typed) => byId.get(resolve(typed) ?? '');
};
