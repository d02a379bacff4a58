import type { Coverage } from '../../../domain/coverage.ts';
import type { CoverageDocument, CoveredBlock } from '../../../domain/documents/coverage-document.ts';
import type { WorkRow, WorkStep } from '../../../domain/documents/coverage-work.ts';
import type { CoverageStrip } from '../../../domain/documents/coverage-strip.ts';
import { check } from '../check.ts';
import type { Strength } from '../../../domain/evidence/kinds.ts';
import type { PageLimit } from '../../../domain/referential/vae-section.ts';
import { longDate } from '../dates.ts';
import { counted, listed } from '../quantities.ts';

const STEPS: Record<WorkStep, (row: WorkRow) => string> = {
  tell: () => 'raconter une activité qui la montre',
  resume: ({ activities }) => `finir de raconter ${listed(activities)}, puis y relier une pièce`,
  prove: ({ activities }) =>
    `relier une pièce : ${listed(activities)} la montre${activities.length > 1 ? 'nt' : ''}`,
  replace: ({ evidence }) =>
    `${listed(evidence)} ne peut pas servir : retrouver le fichier, ou relier une autre pièce`,
  wait: ({ evidence }) => `${listed(evidence)} est attendue ; une autre pièce peut la montrer en attendant`,
  'testimony-alone': ({ evidence }) =>
    `seul un témoignage la montre (${listed(evidence)}) : ajouter une production, un compte rendu, une attestation`,
  'image-alone': ({ evidence }) =>
    `seule une image ou un témoignage la montre (${listed(evidence)}) : ajouter une production, un compte rendu, une attestation`,
  'one-form-of-two': ({ evidence }) =>
    `l’énoncé demande l’écrit et l’oral, une seule forme est montrée (${listed(evidence)}) : ajouter l’autre`,
};

/** Of several proofs. */
const STRENGTHS: Record<Strength, string> = {
  5: 'très probantes',
  4: 'probantes',
  3: 'solides',
  2: 'en appui',
  1: 'en illustration',
};

const pageRange = (min: number | undefined, max: number | undefined): string => {
  if (min !== undefined && min === max) return `${min} ${min > 1 ? 'pages' : 'page'}`;
  if (max === undefined) return `${min} ${Number(min) > 1 ? 'pages' : 'page'} au moins`;
  return min === undefined ? `${max} ${max > 1 ? 'pages' : 'page'} au plus` : `de ${min} à ${max} pages`;
};

const stateOf = ({ state, juryDate, supported, total }: CoveredBlock): string => {
  if (state === 'acquired')
    return juryDate === undefined ? check.noDate : check.acquiredOn(longDate(juryDate));
  return `${supported} sur ${total}, ${check.states[state]}`;
};

/** Words of `couverture`, the one document in which grades are printed. */
export const coverage = {
  headings: {
    blocks: 'Par bloc',
    work: 'Compétences à travailler',
    dates: 'Inscription et dates',
    findings: 'Dans le dossier',
    proofs: 'Pièces',
    lengths: 'Longueur des documents',
  },
  assessmentsFrom: {
    fiche: 'Modalités prévues par la fiche',
    vae: 'Ce que le certificateur demande en VAE',
  },
  notice: 'Pour la personne candidate et son conseil ; rien de ceci n’est destiné au jury.',
  standing: (summary: Coverage['summary']): string => {
    const sentence = check.standing(summary);
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  },
  counts: (summary: Coverage['summary']): string => check.counts(summary),
  juryDecides: check.juryDecides,
  stateOf,
  legend: 'Légende',
  fragileMark: '!',
  fragile: check.fragile,
  /** What a picture shows, for whoever does not see it. */
  picture: (block: CoveredBlock, strip: CoverageStrip): string =>
    [
      `Couverture de ${block.code}, ${stateOf(block)}`,
      ...strip.groups.map(({ grade, labels }) => `${check.grades[grade]} : ${labels.join(', ')}`),
      ...(strip.fragile.length > 0 ? [`${check.fragile} : ${strip.fragile.join(', ')}`] : []),
    ].join('. '),
  columns: { competence: 'Compétence', grade: 'Couverture', step: 'Pour avancer' },
  workCaption: 'Compétences qui ne sont pas encore étayées, ou par une preuve à renforcer',
  nothingToWork: 'Aucune : toutes sont étayées.',
  gradeOf: ({ grade, fragility }: WorkRow): string =>
    fragility === undefined ? check.grades[grade] : `${check.grades[grade]} ; ${check.fragile}`,
  stepOf: (row: WorkRow): string => STEPS[row.step](row),
  more: (count: number): string => `… et ${count} de plus : acquis check les liste toutes.`,
  moreFindings: (count: number): string =>
    count > 1
      ? `${count} de plus ne sont pas montrés ici : acquis check les liste tous.`
      : 'Un de plus n’est pas montré ici : acquis check les liste tous.',
  moreOfRun: (count: number): string =>
    count > 1 ? `… et ${count} autres de même` : '… et un autre de même',
  registration: 'Enregistrement',
  eligible: 'Recevabilité',
  noEligible: 'aucune date notée',
  deadlines: 'Échéances',
  reviews: 'Relectures',
  reviewsOpen: ({ candidate, advisor, both }: CoverageDocument['reviews']): string => {
    const parts = [
      candidate > 0 ? `${candidate} en attente d’une réponse de la personne candidate` : '',
      advisor > 0 ? `${advisor} en attente du conseil` : '',
      both > 0 ? `${both} à trancher à deux` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? 'aucune remarque ouverte' : parts.join(' ; ');
  },
  assessment: {
    label: 'Modalité',
    blocks: 'Blocs',
    documents: 'Ce qui la prépare',
  },
  assessmentNote: {
    fiche:
      'La fiche prévoit ces modalités ; en VAE, le certificateur évalue souvent un dossier et un entretien : demandez-lui lesquelles valent pour vous.',
    vae: 'Ces règles peuvent changer : vérifiez-les auprès du certificateur avant de déposer.',
  },
  assessmentCaption: {
    fiche: 'Ce que la fiche évalue, et le document qui le prépare',
    vae: 'Ce que le certificateur demande, et le document qui le prépare',
  },
  handIn: 'Dépôt',
  source: 'Source',
  pages: ({ min, max }: PageLimit): string => `Longueur demandée, sans les annexes : ${pageRange(min, max)}.`,
  sourceOf: ({ name, url, date }: NonNullable<CoverageDocument['handingIn']>['source']): string =>
    `${name}${url === undefined ? '' : `, ${url}`}, lu le ${longDate(date)}`,
  strengths: (counts: CoverageDocument['strengths']): string =>
    `Reçues, de la plus forte à la plus faible : ${counts
      .map(({ strength, count }) => `${strength === undefined ? 'sans type' : STRENGTHS[strength]}, ${count}`)
      .join(
        ' ; ',
      )}. Cet ordre, celui des usages de la VAE, aide à choisir entre vos pièces ; le jury les apprécie lui-même.`,
  trame: (parts: readonly string[]): string => `Parties demandées : ${parts.join(' ; ')}.`,
  noDocument: 'aucun document ne peut la préparer : elle se passe en personne',
  shared: (document: string, blocks: readonly string[]): string =>
    `Un seul ${coverageDocumentName(document)} pour ${listed(blocks)} : à confirmer auprès du certificateur.`,
  documentNames: (ids: readonly string[]): string => listed(ids.map(coverageDocumentName)),
  proof: {
    piece: 'Pièce',
    from: 'Demandée à',
    since: 'Depuis',
    caption: 'Pièces demandées et pas encore reçues',
  },
  askedOn: (date: string, days: number): string => `${longDate(date)} (${counted(days, 'jour', 'jours')})`,
  unknown: 'non noté',
  toAskFor: (count: number): string =>
    count > 1 ? `${count} autres pièces restent à demander.` : 'Une autre pièce reste à demander.',
  noProof: 'Aucune.',
} as const;

const NAMES: Readonly<Record<string, string>> = {
  'dossier-validation': 'dossier de validation',
  portfolio: 'portfolio',
  memoire: 'mémoire',
  'ecrit-reflexif': 'écrit réflexif',
  'etude-de-cas': 'étude de cas (fiche de préparation)',
  'mise-en-situation': 'mise en situation (fiche de préparation)',
  soutenance: 'soutenance (trame, diapositives, aide-mémoire)',
};

const coverageDocumentName = (id: string): string => NAMES[id] ?? id;
