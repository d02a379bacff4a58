import type { NarrativeField } from '../../domain/portfolio.ts';
import type { DocumentModel } from '../../domain/documents/document.ts';
import { preparation } from './preparation.ts';
import { longDate } from './dates.ts';
import { attestation } from './documents/attestation.ts';
import { excerptSources, guidance, sections } from './documents/sections.ts';
import { coverage } from './documents/coverage.ts';
import { lengths } from './documents/lengths.ts';
import { feasibility } from './documents/feasibility.ts';
import { organigramme } from './documents/organigramme.ts';
import { timeline } from './documents/timeline.ts';
import { counted } from './quantities.ts';

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

/** Words of the printed documents. Jury documents use neither `working` nor `guidance`. */
export const documents = {
  titles: {
    'dossier-validation-jury': 'Dossier de validation',
    'dossier-validation-annexes-jury': 'Annexes du dossier de validation',
    'portfolio-jury': 'Portfolio',
    'memoire-jury': 'Mémoire professionnel',
    'memoire-working': 'Plan du mémoire professionnel',
    'ecrit-reflexif-jury': 'Écrit réflexif',
    'ecrit-reflexif-working': 'Plan de l’écrit réflexif',
    'faisabilite-working': 'Dossier de faisabilité',
    'couverture-working': 'Couverture documentaire',
    'soutenance-plan-working': 'Plan de la soutenance',
    'soutenance-diapositives-jury': 'Diapositives de la soutenance',
    'soutenance-fiche-working': 'Fiche de soutenance',
    'etude-de-cas-working': 'Préparer l’étude de cas',
    'mise-en-situation-working': 'Préparer la mise en situation',
  } satisfies Partial<Record<`${DocumentModel['kind']}-${DocumentModel['audience']}`, string>>,
  subtitle: 'Validation des acquis de l’expérience',
  fictional: 'Personne et faits fictifs',
  establishedOn: (date: string) => `Document établi le ${longDate(date)}`,
  headings: {
    ...sections,
    identity: 'Identité et certification visée',
    contents: 'Sommaire',
    organisations: 'Organisations et place occupée',
    elsewhere: 'Autres expériences',
    activities: 'Activités significatives',
    grid: 'Grille des compétences',
    attestation: 'Attestation sur l’honneur',
    ...feasibility.headings,
    annexes: 'Annexes',
  },
  attestation,
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
  organigramme: {
    caption: 'Organigramme\u00a0:',
  },
  narrative,
  preparation,
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
    page: 'Page',
    posts: 'Ce qu’elle atteste',
    /** After the kind and the date of a proof, in the words of whoever hands it in. */
    makers: {
      own: 'établie par moi',
      shared: 'établie à plusieurs',
      other: 'établie par un tiers',
    },
    version: 'Version communiquée :',
    redacted: 'Version anonymisée',
    online: 'Pièce en ligne, à consulter à cette adresse\u00a0:',
    notShown: 'Cette pièce n’est pas reproduite ici.',
    /** Instead of its pages: what a reader may know of it. */
    apart: (fileName: string) => `Pièce remise à part (fichier\u00a0: ${fileName}).`,
    /** Of pages that are pictures in the document. */
    place: (number: number, page: number, of: number) =>
      of === 1 ? `Annexe\u00a0${number}` : `Annexe\u00a0${number}, page\u00a0${page} sur\u00a0${of}`,
    alternative: (place: string, what: string) => `${place}\u00a0: ${what}`,
  },
  coverage,
  feasibility,
  timeline,
  lengths,
  annex: 'Annexe',
  skip: 'Aller au contenu',
  page: 'p.',
  withheld: 'pièce non jointe',
  quoted: (opening: string) => `« ${opening} »`,
  ongoing: 'en cours',
  until: 'jusqu’à',
  working: {
    noOrganigramme: 'Organigramme non montré\u00a0:',
    organigrammeFaults: organigramme,
    mark: 'Document de travail',
    notice:
      'Ce plan rassemble ce que vous avez déjà raconté et indique ce qu’il reste à écrire. Il n’est pas destiné au jury.',
    budget: 'Repère de longueur',
    pages: (count: number) => counted(count, 'page', 'pages'),
    budgetNote:
      'Repère d’Acquis, hors annexes : demandez à l’organisme certificateur la longueur qu’il attend.',
    trame: (parts: readonly string[]) =>
      `Le certificateur demande ces parties, dans cet ordre : ${parts.join(' ; ')}. Les sections de ce plan sont celles d’Acquis.`,
    oneDocument: 'Un seul document pour plusieurs blocs : à confirmer auprès de l’organisme certificateur.',
    competences: 'À montrer ici',
    competencesNote: 'La répartition des compétences entre les sections est une proposition d’Acquis.',
    toWrite: 'À écrire',
    material: 'Votre matière',
    transversal: 'Vos compétences transversales',
    guidance,
    excerpts: excerptSources,
  },
} as const;
