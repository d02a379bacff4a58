/**
 * The kinds of proof that people of the field bring, and what each is worth. A jury weighs proofs itself: a strength helps to
 * choose among one's own, and no grade depends on it.
 */

/** What a proof is for: to show what was done, or that the post, mandate or training took place. */
export type Purpose = 'réalisation' | 'expérience';

/** 5 carries most. The order is that of VAE practice: own production, minutes, third party, testimony, photo. */
export type Strength = 1 | 2 | 3 | 4 | 5;

interface KindFacts {
  readonly purpose: Purpose;
  readonly strength: Strength | undefined;
  /** Who usually answers for it. */
  readonly guarantee: 'garantie' | 'déclarée';
  /** `practice`: among those that guides of VAE rank so; `ours`: put beside the one it resembles. */
  readonly basis: 'practice' | 'ours';
}

const facts = (
  purpose: Purpose,
  strength: Strength | undefined,
  guarantee: KindFacts['guarantee'],
  basis: KindFacts['basis'],
): KindFacts => ({ purpose, strength, guarantee, basis });

/** In the order in which they are offered: what shows a competence first, then what attests a path. */
const KINDS = {
  production: facts('réalisation', 5, 'déclarée', 'practice'),
  rapport: facts('réalisation', 5, 'déclarée', 'ours'),
  'plan d’actions': facts('réalisation', 5, 'déclarée', 'ours'),
  procédure: facts('réalisation', 5, 'déclarée', 'ours'),
  budget: facts('réalisation', 5, 'déclarée', 'ours'),
  'tableau de bord': facts('réalisation', 5, 'déclarée', 'ours'),
  'dossier de demande': facts('réalisation', 5, 'déclarée', 'ours'),
  support: facts('réalisation', 5, 'déclarée', 'ours'),
  'compte rendu': facts('réalisation', 4, 'déclarée', 'practice'),
  'procès-verbal': facts('réalisation', 4, 'garantie', 'practice'),
  convention: facts('réalisation', 4, 'garantie', 'ours'),
  'acte juridique': facts('réalisation', 4, 'garantie', 'ours'),
  'document réglementaire': facts('réalisation', 4, 'déclarée', 'ours'),
  correspondance: facts('réalisation', 3, 'déclarée', 'ours'),
  presse: facts('réalisation', 3, 'garantie', 'ours'),
  'lettre de félicitations': facts('réalisation', 2, 'garantie', 'ours'),
  témoignage: facts('réalisation', 2, 'garantie', 'practice'),
  photo: facts('réalisation', 1, 'déclarée', 'practice'),
  vidéo: facts('réalisation', 2, 'déclarée', 'ours'),
  enregistrement: facts('réalisation', 2, 'déclarée', 'ours'),
  'attestation employeur': facts('expérience', 3, 'garantie', 'practice'),
  attestation: facts('expérience', 3, 'garantie', 'practice'),
  'passeport bénévole': facts('expérience', 3, 'garantie', 'ours'),
  'entretien professionnel': facts('expérience', 3, 'garantie', 'ours'),
  contrat: facts('expérience', 3, 'garantie', 'ours'),
  'bulletins de paie': facts('expérience', 3, 'garantie', 'ours'),
  'relevé de carrière': facts('expérience', 3, 'garantie', 'ours'),
  'extrait de registre': facts('expérience', 3, 'garantie', 'ours'),
  'attestation Urssaf': facts('expérience', 3, 'garantie', 'ours'),
  statuts: facts('expérience', 3, 'garantie', 'ours'),
  'convention de stage': facts('expérience', 3, 'garantie', 'ours'),
  diplôme: facts('expérience', 3, 'garantie', 'ours'),
  certificat: facts('expérience', 3, 'garantie', 'ours'),
  'certificat de formation': facts('expérience', 3, 'garantie', 'ours'),
  'badge numérique': facts('expérience', 3, 'garantie', 'ours'),
  'passeport de compétences': facts('expérience', 2, 'déclarée', 'ours'),
  'passeport de prévention': facts('expérience', 3, 'garantie', 'ours'),
  autre: facts('réalisation', undefined, 'déclarée', 'ours'),
} as const satisfies Record<string, KindFacts>;

export type EvidenceKind = keyof typeof KINDS;
export const EVIDENCE_KINDS = Object.keys(KINDS) as [EvidenceKind, ...EvidenceKind[]];

/** What people bring most: a list of all would not fit on a screen. */
export const COMMON_KINDS: readonly EvidenceKind[] = [
  'production', 'rapport', 'tableau de bord', 'compte rendu', 'convention', 'attestation employeur', 'attestation',
  'certificat', 'témoignage', 'photo',
]; // prettier-ignore

export const kindFacts = (kind: EvidenceKind): KindFacts => KINDS[kind];
