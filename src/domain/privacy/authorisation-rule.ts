import { finding, type Finding } from '../findings.ts';
import type { Evidence, Portfolio } from '../portfolio.ts';
import { shownFile } from '../evidence/shown-file.ts';

/**
 * Whose agreement a proof of this kind needs before it is shown: of who speaks, or of whose paper it is. Of who is seen or
 * bears witness, every check speaks (`evidence-unauthorised`).
 */
const AGREEMENT: Readonly<Partial<Record<NonNullable<Evidence['kind']>, 'words' | 'papers'>>> = {
  enregistrement: 'words',
  correspondance: 'words',
  'compte rendu': 'papers',
  'procès-verbal': 'papers',
  'tableau de bord': 'papers',
};

/** A recording, a letter or a paper of the house that is joined, where nobody wrote down who agreed to it. */
export const everyJoinedProofIsAgreedTo = ({ evidence }: Pick<Portfolio, 'evidence'>): Finding[] =>
  evidence.flatMap((one) => {
    const agreement = one.kind && AGREEMENT[one.kind];
    return agreement === undefined || one.authorisation !== undefined || shownFile(one) === undefined
      ? []
      : [finding('privacy-authorisation', `evidence.${one.id}`, { id: one.id, title: one.title, agreement })];
  });
