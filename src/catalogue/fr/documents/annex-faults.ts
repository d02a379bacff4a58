interface Words {
  readonly why: string;
  readonly remedy: string;
}

/** Why an annex is named without its pages, as the end of a sentence, and what the candidate can do. */
const FAULTS: Readonly<Record<string, Words>> = {
  missing: { why: 'son fichier n’est plus là', remedy: 'Remettez le fichier à sa place.' },
  altered: {
    why: 'son fichier a changé depuis qu’il a été ajouté',
    remedy: 'Si le nouveau est le bon, indiquez-le de nouveau : acquis evidence edit.',
  },
  encrypted: {
    why: 'son fichier est protégé par un mot de passe',
    remedy: 'Enregistrez-le sans mot de passe et indiquez cette version.',
  },
  broken: {
    why: 'son fichier est abîmé, ou n’est pas ce que son nom annonce',
    remedy: 'Ouvrez-le, enregistrez-le de nouveau en PDF et indiquez cette version.',
  },
  'too-large': {
    why: 'son fichier est trop lourd pour être mis en pages',
    remedy: 'Réduisez-le, ou n’en gardez que les pages utiles.',
  },
  'not-printable': {
    why: 'son fichier ne se met pas en pages',
    remedy:
      'Un texte ou un tableau s’enregistre en PDF, une photo en JPEG ; puis acquis evidence edit, --public-file. Sinon, remettez-le à part.',
  },
};

/** `fault`: of `ports/annexes.ts`. */
export const annexFault = (fault: string | number | undefined): Words =>
  FAULTS[String(fault)] ?? { why: String(fault), remedy: 'Indiquez une autre version de cette pièce.' };
