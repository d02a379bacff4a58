/** The candidate's word of honour, ours: no model of it is imposed for a dossier de validation. */
export const attestation = {
  opening: 'J’atteste sur l’honneur que :',
  ownWork:
    'ce dossier est mon propre travail : je l’ai conçu et rédigé, et j’y signale ce que je dois à d’autres (citations, travaux communs, documents repris) ;',
  truth:
    'les faits, les dates, les fonctions et les résultats rapportés sont exacts, et ma part dans ce qui a été fait à plusieurs y est dite telle qu’elle a été ;',
  proofs: 'les pièces jointes sont authentiques.',
  name: 'Nom',
  place: 'Fait à',
  day: 'Le',
  signature: 'Signature',
} as const;
