import { finding } from '../findings.ts';
import { isReceived, type Evidence } from '../portfolio.ts';
import { shownFile } from '../evidence/shown-file.ts';
import type { FinalRule } from './final-context.ts';
import { markCompetences } from './marks.ts';

/** A reader may be handed its file, or sent to its address. */
const mayBeShown = (evidence: Evidence): boolean =>
  shownFile(evidence) !== undefined ||
  (evidence.url !== undefined && evidence.confidentiality === 'publiable');

/**
 * A competence that proofs show must have one that the jury may see; one that nothing shows is for `check` to say. The
 * competences are those of the grids about to be handed in.
 */
export const everyCompetenceHasAProofToShow: FinalRule = ({ portfolio, referential, models }) => {
  const find = markCompetences(referential, referential.blocks);
  const rows = models.flatMap((model) =>
    model.audience === 'jury' && 'grid' in model ? model.grid.blocks.flatMap((block) => block.rows) : [],
  );
  return rows.flatMap(({ id, short }) => {
    const proofs = portfolio.evidence.filter(
      (evidence) => isReceived(evidence) && evidence.shows.some((link) => find(link.competence)?.id === id),
    );
    return proofs.length === 0 || proofs.some(mayBeShown)
      ? []
      : [
          finding('final-competence-unshown', `competences.${id}`, {
            id,
            short,
            proofs: proofs.map((proof) => proof.id).join(', '),
          }),
        ];
  });
};
