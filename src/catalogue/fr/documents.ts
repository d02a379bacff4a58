import type { NarrativeField } from '../../domain/portfolio.ts';
import type { DocumentModel } from '../../domain/documents/document.ts';
import type { MemoireSectionCode } from '../../domain/documents/memoire-plan.ts';
import { longDate } from './dates.ts';

const narrative: Record<NarrativeField, string> = {
  context: 'Contexte',
  role: 'Rôle et autonomie',
  stakeholders: 'Acteurs',
  means: 'Moyens',
  goal: 'But',
  approach: 'Démarche',
  difficulties: 'Difficultés',
  results: 'Résultats',
  analysis: 'Analyse',
  learning: 'Apprentissages',
};

const sections: Record<MemoireSectionCode, string> = {
  introduction: 'Introduction',
  context: 'Contexte et organisation',
  diagnosis: 'Diagnostic',
  problem: 'Problématique',
  framework: 'Cadre théorique et réglementaire',
  method: 'Méthodologie',
  plan: 'Plan d’actions',
  implementation: 'Mise en œuvre et résultats',
  reflection: 'Analyse réflexive',
  conclusion: 'Conclusion',
};

/** What is still to write, said to the candidate; printed in the working plan only. */
const guidance: Record<MemoireSectionCode | 'bibliography', string> = {
  introduction:
    'Dites qui vous êtes, d’où vient le sujet et pourquoi il compte pour vous et pour votre organisation ; annoncez la question traitée et le plan.',
  context:
    'Présentez l’organisation (statut, projet, gouvernance, financements, territoire), puis votre place : ce que vous décidez seul ou seule, ce que vous proposez, à qui vous rendez compte.',
  diagnosis:
    'Montrez comment vous avez compris la situation : sources, méthode, acteurs rencontrés, forces et faiblesses, menaces et possibilités. Séparez les faits de votre lecture des faits.',
  problem:
    'Formulez en une phrase la question que le diagnostic fait apparaître, puis deux ou trois hypothèses que la suite permettra de confirmer ou d’écarter.',
  framework:
    'Appuyez-vous sur quelques notions, auteurs et textes de droit choisis parce qu’ils éclairent votre question ; dites ce que chacun vous a fait voir.',
  method:
    'Expliquez comment vous avez travaillé : entretiens, enquêtes, données, comités ; pourquoi ces choix, avec quelles limites, et votre part exacte dans le travail commun.',
  plan: 'Présentez les solutions envisagées, celle que vous avez retenue et pourquoi ; puis objectifs, actions, responsables, calendrier, budget, risques et parades.',
  implementation:
    'Racontez ce qui a été fait et mesurez-le : indicateurs avant et après, écarts avec le prévu, décisions prises en cours de route, retours des personnes concernées.',
  reflection:
    'Prenez de la distance : ce qui a marché et pourquoi, ce que vous referiez autrement, ce que vous avez appris de vous au travail et où vous l’avez réutilisé.',
  conclusion:
    'Répondez à la question de départ, dites ce que la réponse ne couvre pas, et ouvrez sur votre projet.',
  bibliography:
    'Citez les ouvrages, articles, rapports et textes que vous avez lus et utilisés, sous une forme constante (auteur, titre, éditeur, année).',
};

/** Words of the printed documents. Jury documents use neither `working` nor `guidance`. */
export const documents = {
  titles: {
    'portfolio-jury': 'Portfolio',
    'memoire-jury': 'Mémoire professionnel',
    'memoire-working': 'Plan du mémoire professionnel',
  } satisfies Partial<Record<`${DocumentModel['kind']}-${DocumentModel['audience']}`, string>>,
  subtitle: 'Validation des acquis de l’expérience',
  fictional: 'Personne et faits fictifs',
  establishedOn: (date: string) => `Document établi le ${longDate(date)}`,
  headings: {
    ...sections,
    identity: 'Identité et certification visée',
    contents: 'Sommaire',
    acknowledgements: 'Remerciements',
    career: 'Parcours',
    organisations: 'Organisations et place occupée',
    elsewhere: 'Autres expériences',
    activities: 'Activités significatives',
    synthesis: 'Synthèse',
    project: 'Projet',
    grid: 'Grille des compétences',
    glossary: 'Glossaire',
    bibliography: 'Bibliographie',
    annexes: 'Annexes',
  },
  identity: {
    name: 'Nom',
    birthDate: 'Date de naissance',
    email: 'Courriel',
    phone: 'Téléphone',
    address: 'Adresse',
    degrees: 'Diplômes et titres',
    certification: 'Certification',
    code: 'Code',
    level: 'Niveau',
    certifier: 'Certificateur',
    siret: 'SIRET',
    scope: 'Demande',
    whole: 'certification entière',
    part: 'une partie de la certification',
    eligible: 'Recevabilité',
    bloc: 'Blocs de compétences présentés',
    fonction: 'Fonctions présentées',
    acquired: 'Blocs déjà acquis',
    acquiredOn: 'jury du',
    acquiredNoDate: 'date du jury non précisée',
  },
  facts: {
    legalForm: 'Statut',
    mission: 'Mission',
    size: 'Taille',
    governance: 'Gouvernance',
    funding: 'Financement',
    delegation: 'Délégation',
    team: 'Équipe',
    budget: 'Budget',
  },
  narrative,
  career: {
    caption: 'Parcours, du plus récent au plus ancien',
    period: 'Période',
    title: 'Fonction',
    organisation: 'Organisation',
    status: 'Statut',
    annexes: 'Annexes',
  },
  activity: {
    label: 'Activité',
    shows: 'Compétences montrées',
    annexes: 'Pièces jointes',
  },
  grid: {
    note: (code: string) =>
      `Les intitulés abrégés sont du logiciel Acquis ; les énoncés sont ceux de la fiche ${code}, reproduits à la lettre.`,
    shortTitlesHere:
      'Les intitulés abrégés sont du logiciel Acquis ; les énoncés officiels figurent dans la grille des compétences',
    matrix: ([first, last]: readonly (number | undefined)[]) =>
      `Activités qui montrent chaque compétence${first === undefined ? '' : `, activités ${first} à ${last}`}`,
    competence: 'Compétence',
    activities: 'Activités',
    annexes: 'Annexes',
    section: 'Section et activités',
  },
  annexes: {
    number: 'N°',
    piece: 'Pièce',
    shows: 'Ce qu’elle montre',
    file: 'Fichier',
    link: 'Adresse',
    image: 'Image',
  },
  annex: 'Annexe',
  skip: 'Aller au contenu',
  page: 'p.',
  withheld: 'pièce non jointe',
  quoted: (opening: string) => `« ${opening} »`,
  ongoing: 'en cours',
  until: 'jusqu’à',
  working: {
    mark: 'Document de travail',
    notice:
      'Ce plan rassemble ce que vous avez déjà raconté et indique ce qu’il reste à écrire. Il n’est pas destiné au jury.',
    budget: 'Repère de longueur',
    pages: (count: number) => `${count} pages`,
    budgetNote:
      'Repère d’Acquis, hors annexes : la fiche ne fixe pas de longueur, demandez-la à l’organisme certificateur.',
    oneMemoire: 'Un seul mémoire pour plusieurs blocs : à confirmer auprès de l’organisme certificateur.',
    competences: 'À montrer ici',
    competencesNote: 'La répartition des compétences entre les sections est une proposition d’Acquis.',
    toWrite: 'À écrire',
    material: 'Votre matière',
    transversal: 'Vos compétences transversales',
    guidance,
    excerpts: {
      summary: 'Votre présentation',
      introduction: 'L’introduction de votre portfolio',
      synthesis: 'La synthèse de votre portfolio',
      project: 'Le projet de votre portfolio',
      conclusion: 'La conclusion de votre portfolio',
      glossary: 'Le glossaire de votre portfolio',
    } as Record<string, string>,
  },
} as const;
