import type { ItemStatus } from '../../domain/batch/item-status.ts';
import type { Sentence } from './sentence.ts';
import { check } from './check.ts';
import { exporting } from './export.ts';
import { counted } from './quantities.ts';

const folders = (count: number): string => counted(count, 'dossier', 'dossiers');

/** « 2 h 05 », « 3 min 20 s », « 12 s ». */
const duration = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${hours} h ${String(minutes).padStart(2, '0')}`;
  if (minutes > 0) return `${minutes} min ${String(rest).padStart(2, '0')} s`;
  return `${rest} s`;
};

const decimal = (value: number): string =>
  value >= 10 ? String(Math.round(value)) : value.toFixed(1).replace('.', ',');

/** Folders made into PDF may take seconds each. */
const rate = (perSecond: number): string =>
  perSecond >= 1 ? `${decimal(perSecond)}/s` : `${decimal(perSecond * 60)}/min`;

export const batch = {
  description: 'traite beaucoup de dossiers d’un coup : check, export ou restore',
  after: `
Dossiers : des dossiers de portfolio, un dossier qui en contient, ou un motif entre guillemets ("promo-*/*").
Sans rien : ceux du dossier courant. Un dossier en défaut n’arrête pas les autres.
Sortie standard : une ligne par dossier, séparée par des tabulations (état, dossier, puis documents ou pourcentage, et avec --privacy le nombre de points de confidentialité).
États : done, fait · skipped, déjà fait · findings, à compléter · failed, en échec.
Codes de sortie : 0 tout est fait · 1 un dossier a échoué ou il y manque quelque chose · 2 commande mal écrite · 3 manifeste à corriger · 4 pas de navigateur.`,
  check: { description: 'fait le bilan de chaque dossier' },
  export: { description: 'fabrique les documents de chaque dossier, avec un seul navigateur' },
  options: {
    folders: 'dossiers, ou motifs entre guillemets (par défaut : ceux du dossier courant)',
    manifest: 'liste CSV : colonnes dossier, certification, documents, sortie',
    jobs: 'dossiers traités en même temps (par défaut : selon la machine)',
    shard: 'seulement la part i sur n, par exemple 2/4 : chaque dossier est toujours dans la même',
    report: 'écrit le compte rendu dans FICHIER (.json, .xml ou .csv)',
    reportFormat: 'json, junit ou csv (par défaut : selon le nom du fichier)',
    resume: 'reprend la même commande là où elle a été interrompue',
    failFast: 'au premier échec, ne commence plus aucun dossier',
    format: 'text ou json : ce qui va sur la sortie standard (par défaut : text)',
    out: 'dossier de sortie, un sous-dossier par portfolio (par défaut : exports, dans chaque portfolio)',
    at: check.options.at,
    min: check.options.min,
    stage: check.options.stage,
    privacy: check.options.privacy,
    document: exporting.options.document,
    annexes: exporting.options.annexes,
    formats: exporting.options.format,
    block: exporting.options.block,
    final: exporting.options.final,
    exportAt: exporting.options.at,
    noCache: 'refait tous les documents, même ceux que rien n’a changés depuis la dernière fois',
    browserPath: exporting.options.browserPath,
    noSandbox: exporting.options.noSandbox,
  },
  expected: {
    jobs: 'un nombre entier de 1 à 64',
    shard: 'une part comme 2/4',
    reportFormat: 'json, junit ou csv',
    report: 'un nom en .json, .xml ou .csv, ou bien --report-format',
    format: 'text ou json',
  },
  statuses: {
    done: 'fait',
    skipped: 'déjà fait',
    findings: 'à compléter',
    failed: 'échec',
    'not-started': 'non commencé',
  } satisfies Record<ItemStatus, string>,
  start: (count: number, atOnce: number) => `${folders(count)}, ${atOnce} à la fois.`,
  shard: (index: number, count: number, kept: number, total: number) =>
    `Part ${index} sur ${count} : ${kept} des ${folders(total)}.`,
  noPortfolio: (argument: string, count: number, names: string) =>
    `${argument} : ${counted(count, 'dossier laissé de côté', 'dossiers laissés de côté')}, sans portfolio.yaml (${names}).`,
  notAFolder: (name: string) =>
    `${name} n’est pas un dossier : laissé de côté (une liste CSV se donne par --manifest).`,
  ignoredColumns: (file: string, names: readonly string[]) =>
    `${file} : ${names.length < 2 ? 'colonne non lue' : 'colonnes non lues'} : ${names.join(', ')}.`,
  resumed: (count: number) =>
    `Reprise : ${folders(count)} déjà ${count < 2 ? 'traité' : 'traités'} par l’exécution interrompue.`,
  nothingToResume:
    'Aucune exécution interrompue de cette même commande (dossiers, options et date comprises) : tout est à faire.',
  noJournal:
    'Le dossier de cache n’est pas accessible en écriture : une interruption ne pourra pas être reprise.',
  more: (count: number) => `… et ${count} de plus`,
  progress: {
    rate,
    left: (seconds: number) => `reste ${duration(seconds)}`,
    failures: (count: number) => counted(count, 'échec', 'échecs'),
  },
  failure: (folder: string, message: string) =>
    message.startsWith(folder) ? message : `${folder} : ${message}`,
  interrupted: (left: number) =>
    `Interrompu : ${folders(left)} non ${left < 2 ? 'traité' : 'traités'}. La même commande avec --resume fera le reste.`,
  stopped: (left: number) =>
    `Arrêt au premier échec : ${folders(left)} non ${left < 2 ? 'commencé' : 'commencés'}.`,
  summary: (counts: Readonly<Record<ItemStatus, number>>, seconds: number) => {
    const parts = [
      [counts.done, 'fait', 'faits'],
      [counts.skipped, 'déjà fait', 'déjà faits'],
      [counts.findings, 'à compléter', 'à compléter'],
      [counts.failed, 'en échec', 'en échec'],
      [counts['not-started'], 'non commencé', 'non commencés'],
    ] as const;
    const told = parts
      .filter(([count]) => count > 0)
      .map(([count, one, several]) => counted(count, one, several));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return `${folders(total)} en ${duration(seconds)}${told.length === 0 ? '' : ` : ${told.join(', ')}`}.`;
  },
  moreFailures: (count: number) =>
    `${counted(count, 'autre échec', 'autres échecs')} : --report FICHIER.csv en donne la liste complète.`,
  retryFailed: (count: number) =>
    count < 2
      ? 'Une fois ce dossier corrigé, la même commande avec --resume ne refera que lui.'
      : 'Une fois ces dossiers corrigés, la même commande avec --resume ne refera qu’eux.',
  /** Documents were made all the same: whoever sends them must know what is missing. */
  madeWithErrors: (count: number, names: string) =>
    `${counted(count, 'dossier exporté contient', 'dossiers exportés contiennent')} des erreurs : ${names}. acquis batch check dit lesquelles, --report aussi.`,
  personal: (found: number, count: number) =>
    `${found === 0 ? 'Confidentialité : rien n’a été trouvé.' : `Confidentialité : ${counted(found, 'point', 'points')} dans ${folders(count)} ; --report FICHIER.csv ou .json les donne un par un.`} Un texte pseudonymisé n’est pas anonyme : acquis check --privacy, dans un dossier, rappelle ce qu’aucun programme ne trouve.`,
  bug: (detail: string): Sentence => ({
    message: `Défaut d’Acquis sur ce dossier : ${detail}`,
    hint: 'Signalez-le, sans donnée personnelle ; les autres dossiers n’en sont pas touchés.',
  }),
  errorsAndGaps: (errors: number, gaps: number) =>
    [
      ...(errors > 0 ? [counted(errors, 'erreur', 'erreurs')] : []),
      ...(gaps > 0 ? [counted(gaps, 'manque', 'manques')] : []),
    ].join(', '),
  belowMinimum: 'sous le seuil demandé',
  csv: [
    'dossier',
    'certification',
    'etat',
    'etayees_pourcent',
    'erreurs',
    'manques',
    'documents',
    'message',
    'remede',
  ],
} as const;
