/** What keeps documents from being handed in. Pages are counted after layout, so whoever prints adds what it finds. */
import type { Finding } from '../findings.ts';
import { isForAJury, type DocumentModel } from './document.ts';
import type { FinalContext, FinalRule } from './final-context.ts';
import { theIdentityIsComplete } from './final-identity.ts';
import {
  everyImageHasATextAlternative,
  everyJoinedProofIsThere,
  everyJoinedProofMayBeShown,
  everyOrganigrammeIsShown,
} from './final-proofs.ts';
import { everyCompetenceHasAProofToShow } from './final-shown.ts';
import {
  everyChapterHasSomethingInIt,
  everyCitationLeadsToAnAnnex,
  everySectionIsWritten,
  noOutlineIsHandedIn,
} from './final-texts.ts';

/** In the order people settle them. */
const RULES: readonly FinalRule[] = [
  theIdentityIsComplete,
  noOutlineIsHandedIn,
  everyChapterHasSomethingInIt,
  everySectionIsWritten,
  everyCitationLeadsToAnAnnex,
  everyJoinedProofIsThere,
  everyJoinedProofMayBeShown,
  everyCompetenceHasAProofToShow,
  everyImageHasATextAlternative,
  everyOrganigrammeIsShown,
];

/** Everything in one pass; each thing once, though several documents may show it. */
export const whatKeepsFromHandingIn = (context: FinalContext): Finding[] => {
  const seen = new Set<string>();
  return RULES.flatMap((rule) => rule(context)).filter((found) => {
    const key = JSON.stringify(found);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
};

/** The documents that are handed in, and the kinds of those that never are: sheets and boards to work with. */
export const splitForHandingIn = (
  models: readonly DocumentModel[],
): { readonly handedIn: readonly DocumentModel[]; readonly leftOut: readonly DocumentModel[] } => ({
  handedIn: models.filter(isForAJury),
  leftOut: models.filter((model) => !isForAJury(model)),
});
