import type { NameKind } from '../../domain/privacy/name-forms.ts';

/** The command that keeps the private list. */
export const pseudonyms = {
  description: 'les noms que vos documents remplacent par un pseudonyme (liste privée)',
  after:
    'La liste reste dans pseudonymes.yaml, que votre compte seul peut lire. acquis ne la met dans aucun document ni aucune relecture, et dans une archive seulement si vous le demandez (acquis pack --with pseudonymes). Un dossier pseudonymisé n’est pas anonyme : une personne peut se reconnaître à sa situation.',
  verbs: {
    add: 'ajoute un nom et son pseudonyme',
    edit: 'modifie une entrée, par son identifiant ou par le nom',
    list: 'montre la liste',
    remove: 'retire une entrée : le nom reparaîtra dans les documents',
  },
  options: {
    name: 'nom à remplacer ; le nom de famille seul, les majuscules et les accents sont reconnus',
    pseudonym: 'ce que les documents disent à la place, par exemple « Mme R. »',
    kind: 'personne ou organisation (par défaut : personne)',
    alias: 'autre façon de nommer la même personne : prénom seul, sigle (répétable ; "" les retire)',
  },
  expected: 'personne ou organisation',
  kinds: { personne: 'personne', organisation: 'organisation' } satisfies Record<NameKind, string>,
  added: (id: string, pseudonym: string) => `Pseudonyme ajouté : ${id} → ${pseudonym}`,
  updated: (id: string, pseudonym: string) => `Pseudonyme modifié : ${id} → ${pseudonym}`,
  removed: (id: string, pseudonym: string) => `Pseudonyme retiré : ${id} → ${pseudonym}`,
  none: 'Aucun pseudonyme.',
  kept: 'La liste est dans pseudonymes.yaml, dans le dossier : ne la transmettez pas. Les fichiers de vos preuves ne sont pas modifiés.',
  reminder: 'Cette liste est privée : avec elle, un dossier pseudonymisé redevient nominatif.',
} as const;
