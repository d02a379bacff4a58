import { finding, type Finding } from '../findings.ts';
import type { Evidence, Portfolio } from '../portfolio.ts';
import { shownFile } from '../shown-file.ts';

/** Whose agreement a proof of this kind needs before it is shown: of who is seen or speaks, or of whose paper it is. */
const AGREEMENT: Readonly<Partial<Record<NonNullable<Evidence['kind']>, 'image' | 'words' | 'papers'>>> = {
  photo: 'image',
  vidéo: 'image',
  enregistrement: 'words',
  témoignage: 'words',
  correspondance: 'words',
  'compte rendu': 'papers',
  'procès-verbal': 'papers',
  'tableau de bord': 'papers',
};

/** A photo of people, a testimony or a paper of the house that is joined, where nobody wrote down who agreed to it. */
export const everyJoinedProofIsAgreedTo = ({ evidence }: Pick<Portfolio, 'evidence'>): Finding[] =>
  evidence.flatMap((one) => {
    const agreement = one.kind && AGREEMENT[one.kind];
    return agreement === undefined || one.authorisation !== undefined || shownFile(one) === undefined
      ? []
      : [finding('privacy-authorisation', `evidence.${one.id}`, { id: one.id, title: one.title, agreement })];
  });
