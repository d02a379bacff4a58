import type { AssessmentKind, Referential } from '../../domain/referential.ts';
import type { CertificationStatus } from '../../domain/referential/registration.ts';
import { longDate } from './dates.ts';
import type { Sentence } from './sentence.ts';
import { counted } from './quantities.ts';

type RouteName = Referential['routes'][number]['route'];
type Statistic = Referential['statistics'][number];

const successorOf = ({ successor }: CertificationStatus): string =>
  successor === undefined
    ? ''
    : `${successor.code}${successor.end === undefined ? '' : `, enregistrée jusqu’au ${longDate(successor.end)}`}`;

export const referential = {
  description: 'les certifications et repères fournis avec acquis',
  list: 'liste les référentiels, avec leur échéance',
  show: 'montre un référentiel en entier',
  options: {
    code: 'code de la certification, ess-portfolio ou accompaniment',
    format: 'text ou json (par défaut : text)',
    at: 'date à laquelle lire l’échéance, AAAA-MM-JJ (par défaut : aujourd’hui)',
  },
  expected: { format: 'text ou json', date: 'une date AAAA-MM-JJ' },
  /** What must be read before the rest; nothing while a registration is far from its end. */
  standing: (status: CertificationStatus): Sentence | undefined => {
    const end = longDate(status.expires);
    const next = successorOf(status);
    switch (status.status) {
      case 'active':
        return undefined;
      case 'expiring':
        return {
          message: `Enregistrement de ${status.code} : échéance proche, le ${end}.`,
          hint: 'Une VAE dure souvent six à huit mois ou plus : faites-vous déclarer recevable avant cette date.',
        };
      case 'replaced':
        return {
          message: `${status.code} est remplacée par ${next} ; elle reste enregistrée jusqu’au ${end}.`,
          hint: 'Demandez au certificateur laquelle viser.',
        };
      case 'expired':
        return {
          message: `Enregistrement de ${status.code} échu le ${end}.${next === '' ? '' : ` Certification qui la remplace : ${next}.`}`,
          hint: `Avec une recevabilité obtenue au plus tard ce jour-là, vous pouvez aller au bout ; faites confirmer la date limite par le certificateur. Sinon, visez ${status.successor?.code ?? 'la certification qui la remplace'} : son référentiel diffère, rien n’est reporté d’office.`,
        };
    }
  },
  legend: 'Sans marque : texte ou donnée de la source, mot pour mot. ◇ : mots ou déductions d’Acquis.',
  legendRetold: 'Sans marque : libellé de la source. ◇ : mots d’Acquis (texte redit, défini ou restitué).',
  otherHeading: 'Repères',
  summary: {
    level: (level: number) => `niveau ${level}`,
    blocks: (count: number, fonction: boolean) =>
      fonction ? counted(count, 'fonction', 'fonctions') : counted(count, 'bloc', 'blocs'),
    competences: (count: number, fonction: boolean) =>
      fonction ? counted(count, 'activité', 'activités') : counted(count, 'compétence', 'compétences'),
    until: (end: string) => `enregistrée jusqu’au ${longDate(end)}`,
    ess: (profiles: number, transversal: number) =>
      `${counted(profiles, 'profil', 'profils')}, ${counted(transversal, 'compétence transversale', 'compétences transversales')}`,
    accompaniment: (metiers: number, expertises: number, modalities: number) =>
      `${counted(metiers, 'métier', 'métiers')}, ${counted(expertises, 'expertise', 'expertises')}, ${counted(modalities, 'modalité', 'modalités')}`,
  },
  heads: {
    identity: 'Fiche',
    certifier: 'Certificateur',
    level: 'Niveau',
    nsf: 'NSF',
    formacode: 'Formacode',
    rome: 'ROME',
    registration: 'Enregistrement',
    objectives: 'Objectifs et contexte',
    activities: 'Activités visées',
    blockModes: 'Modalités d’évaluation',
    generalModes: 'Modalités d’évaluation de la certification',
    validation: 'Pour obtenir la certification',
    routes: 'Voies d’accès et jurys',
    training: 'Prérequis à l’entrée en formation',
    prerequisites: 'Prérequis à la validation',
    blockPrerequisites: 'Prérequis distincts pour les blocs',
    sectors: 'Secteurs d’activité',
    jobs: 'Emplois accessibles',
    legal: 'Références juridiques',
    statistics: 'Statistiques',
    remarks: 'Autres indications',
    source: 'Source et licence',
    elsewhere: 'Repris d’ailleurs',
    notes: 'Ce que nous avons remarqué',
    project: 'Projet',
    profiles: 'Profils',
    dates: 'Dates de la page',
    dimensions: 'Quatre dimensions',
    targets: 'Cibles',
    publics: 'Publics cités',
    metiers: 'Métiers',
    expertises: 'Expertises',
    modalities: 'Modalités de réalisation',
    context: 'À savoir',
    themes: 'Thématiques',
  },
  siret: (siret: string) => `SIRET ${siret}`,
  labelUnknown: 'libellé non donné',
  decided: (day: string) => `Décision du ${longDate(day)}`,
  years: (years: number) => `Durée : ${counted(years, 'an', 'ans')}`,
  ends: (day: string) => `Échéance : ${longDate(day)}`,
  successor: (code: string, title: string | undefined, since: string | undefined, end: string | undefined) =>
    [
      `Remplacée par ${code}`,
      title,
      since === undefined ? undefined : `depuis le ${longDate(since)}`,
      end === undefined ? undefined : `jusqu’au ${longDate(end)}`,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  replaces: (code: string, label: string) => `Remplace ${code}, ${label}`,
  asks: 'Ce qu’elle demande :',
  note: 'Remarque :',
  forms: (forms: readonly string[]) => `Formes de preuve que l’énoncé demande : ${forms.join(' et ')}.`,
  wholeCertification: 'Valent pour la certification entière : la source ne les répartit pas.',
  trainingNote: 'Pour information en VAE : ces prérequis concernent l’entrée en formation.',
  kinds: {
    portfolio: 'portfolio',
    memoire: 'mémoire',
    'ecrit-reflexif': 'écrit réflexif',
    'etude-de-cas': 'étude de cas',
    'mise-en-situation': 'mise en situation',
    soutenance: 'soutenance',
    'epreuve-orale': 'épreuve orale',
    'epreuve-anglais': 'épreuve d’anglais',
    'analyse-reflexive': 'analyse réflexive',
    supports: 'présentation de supports',
  } satisfies Record<AssessmentKind, string>,
  routes: {
    'formation-initiale': 'Formation sous statut d’élève ou d’étudiant',
    apprentissage: 'Contrat d’apprentissage',
    'formation-continue': 'Formation continue',
    professionnalisation: 'Contrat de professionnalisation',
    'candidature-individuelle': 'Candidature individuelle',
    vae: 'Expérience (VAE)',
  } satisfies Record<RouteName, string>,
  open: { true: 'oui', false: 'non' },
  inferred: 'déduit',
  modified: (day: string) => `modifié le ${longDate(day)}`,
  statistic: (row: Statistic) =>
    [
      `${row.year} : ${counted(row.certified, 'personne certifiée', 'personnes certifiées')}, dont ${row.byVae} par la VAE`,
      row.insertion6Months === undefined ? undefined : `insertion à 6 mois ${row.insertion6Months} %`,
      row.insertionJob6Months === undefined
        ? undefined
        : `dans le métier visé à 6 mois ${row.insertionJob6Months} %`,
      row.insertionJob2Years === undefined
        ? undefined
        : `dans le métier visé à 2 ans ${row.insertionJob2Years} %`,
    ]
      .filter((part) => part !== undefined)
      .join(' ; '),
  toolbox: 'Ma boîte à outils :',
  functions: 'Fonctions spécifiques :',
  andMore: '…',
  restored: 'intitulé restitué',
  published: (published: string, updated: string) =>
    `publiée le ${longDate(published)}, mise à jour le ${longDate(updated)}`,
  scope: (scope: string, duration: string) => `${scope}, sur un temps ${duration}`,
  alias: (alias: string) => `(ou : ${alias})`,
} as const;
