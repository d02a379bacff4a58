import type { Collection } from '../../domain/edits.ts';

/** Commands that fill the lists of a portfolio, and `init`, `schema`. */
export const editing = {
  init: {
    description: 'crée le dossier d’un nouveau portfolio',
    folder: 'dossier à créer (vide ou inexistant)',
    options: {
      certification: 'code de la certification visée, par exemple RNCP38126 (acquis referential list)',
      name: 'nom de la personne',
      blocks: 'blocs visés, séparés par des virgules : BC01,BC02 (par défaut : tous)',
      eligible: 'date de recevabilité, AAAA-MM-JJ',
      stage: 'faisabilite ou validation (par défaut : validation)',
    },
    folderName: 'le dossier',
    created: (folder: string, code: string) => `Portfolio créé dans ${folder} pour ${code}.`,
    next: (folder: string) => `Pour commencer : acquis walk ${folder}`,
  },
  schema: {
    description: 'écrit le schéma JSON de portfolio.yaml (pour un éditeur ou un programme)',
  },
  collections: {
    organisations: {
      description: 'les organisations où vous avez agi',
      added: 'Organisation ajoutée',
      updated: 'Organisation modifiée',
      removed: 'Organisation retirée',
      none: 'Aucune organisation.',
    },
    experiences: {
      description: 'vos postes, mandats et engagements',
      added: 'Expérience ajoutée',
      updated: 'Expérience modifiée',
      removed: 'Expérience retirée',
      none: 'Aucune expérience.',
    },
    activities: {
      description: 'vos activités, racontées et analysées',
      added: 'Activité ajoutée',
      updated: 'Activité modifiée',
      removed: 'Activité retirée',
      none: 'Aucune activité.',
    },
    evidence: {
      description: 'vos preuves : fichiers, liens, pièces à demander',
      added: 'Preuve ajoutée',
      updated: 'Preuve modifiée',
      removed: 'Preuve retirée',
      none: 'Aucune preuve.',
    },
  } satisfies Record<Collection, Record<string, string>>,
  leftBehind: (files: readonly string[]) =>
    files.length === 1
      ? `Le fichier ${files[0]} n’est plus utilisé et reste dans le dossier : supprimez-le s’il ne sert plus.`
      : `Les fichiers ${files.join(', ')} ne sont plus utilisés et restent dans le dossier : supprimez-les s’ils ne servent plus.`,
  add: 'ajoute une entrée',
  edit: 'modifie les champs donnés ; une valeur vide ("") retire le champ',
  list: 'liste les entrées',
  remove: 'retire une entrée',
  folder: 'dossier du portfolio (par défaut : le dossier courant)',
  folderOrId: 'identifiant, précédé s’il le faut du dossier du portfolio',
  id: 'identifiant',
  folderOrFile: 'dossier du portfolio (par défaut : le dossier courant) ou, seul, fichier de la pièce',
  file: 'fichier de la pièce, copié dans preuves/',
  options: {
    format: 'text ou json',
    id: 'identifiant voulu (par défaut : le prochain libre)',
    force: 'retire aussi les liens des autres entrées vers celle-ci',
    awaited: 'seulement ce qui doit encore arriver, par personne, avec un message à copier',
  },
  expected: { format: 'text ou json', stage: 'faisabilite ou validation', date: 'une date AAAA-MM-JJ' },
  /** Where the name of the field does not say enough; {choices} stands before. */
  help: {
    organisation: 'organisation, par son nom ou son identifiant ; un nom inconnu en crée une ; répétable',
    experience: 'expériences liées : X1,X2 ; répétable',
    activity: 'activités liées : A1,A2 ; répétable',
    period: 'période : 2024, 2021/2022, ou 2023-03/ si elle dure encore',
    competence: 'BC01-C01="la phrase qui montre la compétence" ; répétable',
    'remove-competence': 'compétences à délier : BC01-C01,BC01-C02',
    shows: 'BC01-C01="ce qu’elle montre de la compétence" ; répétable',
    'remove-shows': 'compétences à délier : BC01-C01,BC01-C02',
    organigramme: 'image de l’organigramme, copiée dans le dossier',
    'organigramme-alt': 'texte de remplacement de l’organigramme',
    file: 'fichier de la pièce, copié dans preuves/',
    'public-file': 'version caviardée ou extrait qui peut être montré, copié dans preuves/ ; "" la retire',
    'public-file-note': 'ce qu’est cette version : caviardée, extrait pages 2-3…',
    author: 'de qui est la pièce',
    guarantee: 'garantie par qui l’a établie, ou déclarée par vous (par défaut : selon le type)',
    'authorisation-kind': 'autorisation : de quelle sorte',
    'authorisation-who': 'autorisation : de qui',
    'authorisation-what': 'autorisation : pour quoi',
    'authorisation-date': 'autorisation : date',
    'asked-on': 'demandée le, AAAA-MM-JJ (par défaut : aujourd’hui, avec --state demandée)',
    'promised-for': 'promise pour : 2024, 2024-03 ou 2024-03-18',
    'received-on': 'reçue le, AAAA-MM-JJ',
    date: 'date : 2024, 2024-03 ou 2024-03-18',
    start: 'début : 2024, 2024-03 ou 2024-03-18',
    end: 'fin ; sans elle, l’expérience est en cours',
  } as Readonly<Record<string, string>>,
  oneOf: (name: string, choices: readonly string[]) => `${name} : ${choices.join(', ')}`,
  /** `option`: one that the command has. */
  longText: (option: string) =>
    `Un texte long se lit dans un fichier avec @ (${option} @texte.md) ou sur l’entrée standard avec - ` +
    `(${option} -) ; un texte qui commence par @ s’écrit avec deux @.`,
  ongoing: 'en cours',
  awaited: 'à recevoir',
} as const;
