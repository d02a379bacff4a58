import type { ReviewKind, ReviewRole } from '../../domain/review/event.ts';
import type { ReviewTarget, TargetStanding } from '../../domain/review/target.ts';
import type { ThreadState } from '../../domain/review/reviews.ts';
import { counted } from './quantities.ts';

/** What advisor and candidate say to each other about a portfolio. */
export const review = {
  description: 'les remarques du conseil et leurs réponses ; aucun document pour le jury ne les contient',
  add: 'ajoute une remarque ou demande un changement',
  answer: 'répond dans un fil',
  settle: 'marque un fil comme réglé',
  reopen: 'rouvre un fil réglé',
  list: 'montre les fils, dans l’ordre du dossier',
  exportFile: 'écrit les remarques dans un petit fichier à envoyer',
  importFile: 'ajoute au dossier les remarques d’un fichier reçu',
  note: 'garde une note pour soi, hors du dossier ; sans --text, montre ces notes',
  arguments: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    folderOrThread:
      'fil (son identifiant, ou ce dont il parle), précédé s’il le faut du dossier du portfolio',
    missing: 'le fil : son identifiant, ou ce dont il parle (A3)',
    thread: 'fil : son identifiant, ou ce dont il parle (A3)',
    folderOrFile: 'fichier reçu, précédé s’il le faut du dossier du portfolio',
    file: 'fichier reçu',
  },
  options: {
    on: 'compétence (BC01-C04), activité (A3), pièce (P07), expérience (X1), bloc (BC02) ou « dossier »',
    text: 'le texte ; - le lit sur l’entrée standard, @fichier dans un fichier',
    askChange: 'demande un changement (sinon : simple remarque)',
    author:
      'nom de qui parle (par défaut : ACQUIS_AUTHOR pour le conseil, le nom du portfolio pour la candidature)',
    role: 'conseil ou candidature (par défaut : PARDEFAUT)',
    open: 'seulement les fils qui ne sont pas réglés',
    format: 'text ou json (par défaut : text)',
    out: 'fichier à écrire (par défaut : la sortie standard)',
  },
  expected: { format: 'text ou json', role: 'conseil ou candidature' },
  authorFlags: '--author (ou la variable ACQUIS_AUTHOR)',
  kinds: {
    remarque: 'remarque',
    demande: 'changement demandé',
    réponse: 'réponse',
    réglé: 'réglé',
    rouvert: 'rouvert',
  } satisfies Record<ReviewKind, string>,
  roles: { conseil: 'conseil', candidature: 'candidature' } satisfies Record<ReviewRole, string>,
  states: {
    'awaits-candidate': 'à la candidature de répondre',
    'awaits-advisor': 'au conseil de répondre',
    settled: 'réglé',
    crossed: 'à trancher : réglé d’un côté, poursuivi de l’autre',
  } satisfies Record<ThreadState, string>,
  standings: {
    same: '',
    changed: 'Le texte a changé depuis cette remarque.',
    gone: 'Ce dont il s’agit n’est plus dans le dossier.',
  } satisfies Record<TargetStanding, string>,
  targets: {
    dossier: 'l’ensemble du dossier',
    block: 'bloc',
    competence: 'compétence',
    activity: 'activité',
    evidence: 'pièce',
    experience: 'expérience',
  } satisfies Record<ReviewTarget['kind'], string>,
  about: (excerpt: string) => `Texte commenté : «\u00a0${excerpt}\u00a0»`,
  altered: 'Ce message existe en deux versions :',
  turn: 'Une remarque de votre conseil :',
  nothingAdded: 'Rien n’a été ajouté à la relecture.',
  /** In the menu. */
  waiting: (count: number) =>
    `Répondre à votre conseil (${count} ${count < 2 ? 'remarque attend' : 'remarques attendent'})`,
  none: 'Aucune remarque.',
  noneOpen: 'Aucune remarque en attente.',
  done: {
    remarque: 'Remarque ajoutée',
    demande: 'Changement demandé',
    réponse: 'Réponse ajoutée',
    réglé: 'Fil réglé',
    rouvert: 'Fil rouvert',
  } satisfies Record<ReviewKind, string>,
  exported: (file: string, threads: number) =>
    `${counted(threads, 'fil écrit', 'fils écrits')} dans ${file} ; à reprendre par acquis review import.`,
  imported: (count: number, names: string) =>
    count === 0
      ? 'Rien de nouveau dans ce fichier ; le dossier n’a pas été modifié.'
      : `${counted(count, 'message ajouté', 'messages ajoutés')} (${names}) ; vos textes n’ont pas été touchés.`,
  by: (author: string, role: ReviewRole, count: number) => `${author}, ${role} : ${count}`,
  conflicts: {
    crossed: (on: string, id: string) =>
      `${on} (${id}) : réglé d’un côté, poursuivi de l’autre. Lisez les deux, puis tranchez : acquis review settle ou reopen.`,
    altered: (on: string, id: string) =>
      `${on} (${id}) : un même message est arrivé en deux versions. Les deux sont gardées : acquis review list les montre.`,
    gone: (on: string, id: string) =>
      `${on} (${id}) : ce dont parle la remarque n’est pas dans ce dossier. Elle est gardée.`,
  },
  noteKept: (path: string) => `Note gardée hors du dossier, pour vous : ${path}`,
  notesIn: (path: string) => `Vos notes privées : ${path}`,
  noNotes: 'Aucune note privée sur ce portfolio.',
} as const;
