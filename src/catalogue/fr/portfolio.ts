/** The command `acquis portfolio`: what a portfolio says of itself, beside its lists. */
const DAY = 'AAAA-MM-JJ';

export const portfolio = {
  description: 'ce que le portfolio dit de lui-même : étape, blocs visés, dates, identité',
  edit: 'modifie ce qui est donné ; une valeur vide ("") le retire',
  edited: (name: string, fields: readonly string[]) => `Portfolio de ${name} modifié : ${fields.join(', ')}.`,
  help: {
    stage: 'étape : faisabilite ou validation',
    blocks: 'blocs visés, la liste entière : BC01,BC02 ("" : tous)',
    acquired: 'blocs déjà acquis, la liste entière, avec la date du jury : BC01=2025-06,BC02 ; répétable',
    sent: `envoi de la demande de recevabilité, ${DAY}`,
    eligible: `recevabilité, ${DAY}`,
    'last-activity': `dernier jour de l’activité la plus récente, ${DAY}`,
    deposit: `dépôt du dossier, ${DAY}`,
    jury: `jury, ${DAY}`,
    name: 'nom de la personne',
    'birth-date': `date de naissance, ${DAY}`,
    email: 'adresse électronique',
    phone: 'téléphone',
    address: 'adresse postale',
    postcode: 'code postal',
    city: 'ville',
    degree: 'diplôme ou titre ; répétable, la liste entière',
    summary: 'présentation, en quelques phrases',
  } as Readonly<Record<string, string>>,
} as const;
