import type { Defect } from '../../app/defects.ts';
import type { AcquisError } from '../../app/errors.ts';
import type { Deadline, DeadlineKind } from '../../domain/cohort/deadlines.ts';
import type { BlockStanding, LastSave, ProofFault, SinceWhen } from '../../domain/cohort/row.ts';
import type { FindingCode } from '../../domain/findings.ts';
import type { CertificationStatus, RegistrationStatus } from '../../domain/referential/registration.ts';
import { changePhrases, mark, reach } from './cohort-changes.ts';
import { longDate } from './dates.ts';
import { defects, fieldName } from './defects.ts';
import { errors } from './errors.ts';
import { findings } from './findings.ts';
import { counted } from './quantities.ts';

const KINDS: Record<DeadlineKind, string> = {
  activity: 'activité à montrer (règle des six mois)',
  eligibility: 'réponse attendue sur la recevabilité',
  deposit: 'dépôt du dossier',
  jury: 'jury',
  registration: 'fin d’enregistrement de la certification, sans recevabilité notée',
};

const STATUSES: Record<RegistrationStatus, string> = {
  active: 'enregistrée',
  expiring: 'enregistrement bientôt échu',
  expired: 'enregistrement échu',
  replaced: 'déjà remplacée',
};

/** Of a proof's file, by the code that a check gives it. */
const FAULTS: Readonly<Partial<Record<FindingCode, string>>> = {
  'evidence-missing': 'introuvable',
  'evidence-altered': 'contenu changé',
  'evidence-outside': 'hors du dossier',
  'evidence-not-a-file': 'pas un fichier ordinaire',
};

/** In one cell of a table: `check` names them all. */
const MOST_DEFECTS = 3;

const defectSentence = ({ file, line, path, code, found, args }: Defect): string => {
  const place = line === undefined ? file : `${file}:${line}`;
  const field = path === '' ? '' : ` · ${fieldName({ path, ...(args && { args }) })}`;
  return `${place}${field} : ${defects[code]({ found: found ?? '', args: args ?? {} })}`;
};

export const cohort = {
  description: 'tableau de suivi de plusieurs dossiers : couverture, changements, échéances, relances',
  options: {
    folders: 'dossiers, dossiers de dossiers, ou motifs entre guillemets (par défaut : le dossier courant)',
    format: 'text, html, csv ou json (par défaut : celui que dit --out, sinon text)',
    out: 'fichier à écrire : .txt, .html, .csv ou .json (par défaut : la sortie standard)',
    since: 'ce qui a changé depuis cette date, AAAA-MM-JJ (par défaut : depuis sept jours)',
    compare: 'ce qui a changé depuis un tableau enregistré en JSON, au lieu de --since',
    still: 'immobile : rien d’enregistré depuis N jours (par défaut : 21)',
    at: 'date du tableau, AAAA-MM-JJ (par défaut : aujourd’hui)',
  },
  after:
    'Sortie standard : le tableau, ou avec --out le chemin du fichier. Un dossier illisible est une ligne du tableau et n’arrête rien (code de sortie 0).',
  expected: {
    format: 'text, html, csv ou json',
    out: 'un nom en .txt, .html, .csv ou .json, ou bien --format',
    date: 'une date AAAA-MM-JJ',
    sinceFuture: 'une date qui ne suit pas celle du tableau',
    days: 'un nombre entier de jours',
  },
  reading: (count: number) => `Lecture de ${counted(count, 'dossier', 'dossiers')}…`,
  title: 'Suivi de la cohorte',
  working: 'Document de travail',
  private:
    'Ce tableau porte des noms et des dates : il se garde et se transmet comme les dossiers eux-mêmes. Il ne contient aucun récit.',
  juryDecides: 'La couverture documentaire porte sur les pièces des dossiers ; le jury seul évalue les compétences.',
  on: (day: string) => `au ${longDate(day)}`,
  sections: {
    broken: 'Dossiers illisibles',
    cut: 'Dossiers qui ont perdu leur fin',
    deadlines: 'Échéances',
    changes: 'Ce qui a changé',
    coverage: 'Couverture documentaire',
    missing: 'Ce qui manque le plus',
    still: (days: number) => `Sans mouvement depuis ${days} jours ou plus`,
    awaited: 'Preuves demandées, pas encore reçues',
    faulty: 'Preuves dont le fichier est absent ou changé',
    gone: 'Dossiers du tableau précédent, absents de celui-ci',
  },
  columns: {
    candidate: 'Nom',
    folder: 'Dossier',
    deadline: 'Échéance',
    due: 'Date',
    left: 'Reste',
    changes: 'Changements',
    percent: 'Couverture',
    supported: 'Étayées',
    analysed: 'Analyse rédigée',
    fragile: 'À renforcer',
    lastSave: 'Dernier enregistrement',
    since: 'Depuis',
    competence: 'Compétence',
    lacking: 'Manquent',
    absent: 'À documenter',
    unsupported: 'Sans preuve utilisable',
    proof: 'Preuve',
    fault: 'Son fichier',
    from: 'Demandée à',
    askedOn: 'Demandée le',
    error: 'Ce qui empêche la lecture',
    wrong: 'Ce qui manque',
    remedy: 'Que faire',
    reason: 'Pourquoi',
  },
  captions: {
    broken: 'Ces dossiers n’entrent dans aucun compte ; les autres n’en souffrent pas.',
    cut: 'Leurs chiffres, dans tout le tableau, sont ceux de ce qui reste.',
    deadlines: 'Les échéances dépassées d’abord, puis les plus proches.',
    changes: 'Compétences, activités, preuves et textes de chaque dossier.',
    coverage: (count: number) =>
      `${counted(count, 'dossier', 'dossiers')}, par nom. Étayées : compétences reliées à une activité et à une preuve utilisable, bloc par bloc.`,
    missing: 'Compétences visées par ces dossiers, celles qui manquent au plus grand nombre d’abord.',
    still: 'Rien d’enregistré depuis ; le plus ancien d’abord.',
    awaited: 'La plus longue attente d’abord.',
    faulty: 'Telles quelles, elles n’étayent rien ou ne peuvent être montrées ; acquis check dit que faire.',
  },
  counts: {
    folders: (count: number) => counted(count, 'dossier', 'dossiers'),
    broken: (count: number) => counted(count, 'illisible', 'illisibles'),
    cut: (count: number) => counted(count, 'dossier coupé', 'dossiers coupés'),
    fresh: (count: number) => counted(count, 'nouveau', 'nouveaux'),
    /** `unknown`: folders of which nothing can be said. */
    changed: (count: number, unknown: number) =>
      count > 0
        ? counted(count, 'dossier qui a changé', 'dossiers qui ont changé')
        : unknown > 0
          ? 'aucun changement connu'
          : 'aucun changement',
    unknown: (count: number) => `changements inconnus pour ${counted(count, 'dossier', 'dossiers')}`,
    still: (count: number, days: number) => `${count} sans mouvement depuis ${days} jours ou plus`,
    overdue: (count: number) => counted(count, 'échéance dépassée', 'échéances dépassées'),
    awaited: (count: number) => counted(count, 'preuve attendue', 'preuves attendues'),
    faulty: (count: number) =>
      counted(count, 'preuve au fichier absent ou changé', 'preuves au fichier absent ou changé'),
    gone: (count: number) => counted(count, 'dossier absent', 'dossiers absents'),
  },
  none: 'Rien à signaler.',
  since: ({ by, day }: SinceWhen) =>
    by === 'history' ? `depuis le ${longDate(day)}` : `depuis le tableau du ${longDate(day)}`,
  reach,
  isNew: 'nouveau',
  isCut: 'fichier coupé',
  cut: (lines: number) => findings['portfolio-cut']({ lines }),
  changePhrases,
  unchanged: 'Rien de nouveau',
  unknown: 'Changements inconnus',
  unknownHint: 'Gardez le tableau d’aujourd’hui (--format json --out) : --compare le relira la prochaine fois.',
  mark,
  deadline: ({ kind, successor }: Deadline) =>
    successor === undefined ? KINDS[kind] : `${KINDS[kind]} (remplacée par ${successor})`,
  left: (days: number) =>
    days < 0
      ? `dépassée de ${counted(-days, 'jour', 'jours')}`
      : days === 0
        ? 'aujourd’hui'
        : `dans ${counted(days, 'jour', 'jours')}`,
  block: ({ state, supported, competences }: BlockStanding) =>
    state === 'acquired' ? 'acquis' : state === 'not-targeted' ? 'non visé' : `${supported}/${competences}`,
  percent: (percent: number) => `${percent} %`,
  lastSave: ({ on, source, fileOn }: LastSave) =>
    source === 'file'
      ? `fichier daté du ${longDate(on)}, pas d’historique`
      : `${longDate(on)}${fileOn === undefined ? '' : ` (fichier daté du ${longDate(fileOn)} : copié, ou modifié à la main)`}`,
  quiet: (days: number) => counted(days, 'jour', 'jours'),
  registration: ({ status, expires, successor }: CertificationStatus) =>
    `${STATUSES[status]}, jusqu’au ${longDate(expires)}${successor === undefined ? '' : ` ; ${successor.code} la remplace`}`,
  lacking: (absent: number, unsupported: number, folders: number) =>
    `${absent + unsupported} sur ${folders}`,
  lackingDetail: (absent: number, unsupported: number) =>
    [
      ...(absent === 0 ? [] : [`${absent} à documenter`]),
      ...(unsupported === 0 ? [] : [`${unsupported} sans preuve utilisable`]),
    ].join(', '),
  more: (count: number) => `… et ${counted(count, 'autre', 'autres')} : --format html, csv ou json les donne toutes.`,
  fromNobody: 'personne n’est nommé',
  noDate: 'sans date',
  toAskFor: (count: number) => counted(count, 'preuve à demander', 'preuves à demander'),
  waiting: (days: number | undefined) =>
    days === undefined ? 'sans date' : days < 0 ? 'date à venir' : counted(days, 'jour', 'jours'),
  faultOf: ({ code }: ProofFault) => FAULTS[code] ?? code,
  fault: ({ id, code }: ProofFault) => `${id} (${FAULTS[code] ?? code})`,
  fictional: 'fictif',
  ascending: 'tri croissant',
  descending: 'tri décroissant',
  /** The sentence of a refused folder, with the first of its defects: a misspelt field is two, missing and unknown. */
  failure: (error: AcquisError): { readonly message: string; readonly hint: string } => {
    const { message, hint } = errors[error.code](error.args);
    const said = error.details.slice(0, MOST_DEFECTS).map(defectSentence);
    const rest = error.details.length - said.length;
    return { message: [message, ...said, ...(rest > 0 ? [`… et ${rest} de plus.`] : [])].join(' '), hint };
  },
  csv: [
    'dossier', 'nom', 'fictif', 'certification', 'etape', 'competences', 'reliees', 'etayees', 'analysees',
    'a_renforcer', 'couverture_pourcent', 'blocs', 'depuis', 'historique', 'changements', 'dernier_enregistrement', 'jours_sans_mouvement',
    'immobile', 'prochaine_echeance', 'date_echeance', 'jours_restants', 'preuves_attendues', 'preuves_a_demander', 'preuves_en_defaut', 'erreur',
  ],
  yes: 'oui',
  no: 'non',
} as const; // prettier-ignore
