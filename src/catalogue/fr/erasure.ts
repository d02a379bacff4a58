import type { ErrorArgs } from '../../app/errors.ts';
import type { Sentence } from './sentence.ts';
import { counted } from './quantities.ts';

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)}\u00a0ko`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00a0Mo`;

/** `erase`: taking a portfolio away for good. */
export const erasure = {
  description:
    'efface un portfolio pour de bon : textes, versions, preuves, documents, notes et mémoire d’acquis',
  options: {
    folder: 'dossier du portfolio',
    confirm: 'nom de la personne, tel qu’il est dans le portfolio, pour effacer sans question',
    format: 'text ou json (par défaut : text)',
  },
  expected: { format: 'text ou json' },
  after:
    'Montre d’abord ce qui partira et ce qui ne peut pas être atteint. Aucun lien n’est suivi : rien hors du dossier ' +
    'n’est touché, sauf vos notes privées sur ce portfolio, ses réceptions antérieures (batch restore) et ce qu’acquis ' +
    'en a retenu dans son cache. ' +
    'Interrompue, la commande se relance.',
  title: (folder: string) => `Effacer ${folder}`,
  parts: {
    portfolio: 'Portfolio et référentiel',
    versions: 'Versions antérieures',
    proofs: 'Preuves',
    exports: 'Documents de exports/',
    receptions: 'Réceptions antérieures de ce portfolio, gardées à côté du dossier',
  },
  part: (label: string, files: number, bytes: number) =>
    `${label} : ${counted(files, 'fichier', 'fichiers')}, ${size(bytes)}`,
  notes: (path: string) => `Vos notes privées sur ce portfolio et sur ses copies : ${path}`,
  records: (count: number) => `Mémoire des exports : ${counted(count, 'entrée', 'entrées')}`,
  journals: (count: number) => `Journaux de lots interrompus : ${counted(count, 'ligne', 'lignes')}`,
  heads: {
    goes: 'Part',
    links: 'Liens retirés sans être suivis ; ce qu’ils montrent reste',
    foreign: 'Reste, parce que ce n’est pas d’acquis',
    elsewhere: 'Reste, écrit hors du dossier par --out',
    unreachable: 'Qu’aucun programme ne peut atteindre d’ici',
  },
  git: 'Le dossier .git garde les textes de chaque version enregistrée : supprimez-le vous-même.',
  unreachable: [
    'les copies envoyées par courriel, et celles du conseil ou du certificateur',
    'les sauvegardes, les dossiers synchronisés et leur corbeille, les copies sur clé',
    'les documents, fiches, relectures et tableaux de cohorte enregistrés ailleurs',
    'les traces qu’un disque SSD garde de fichiers effacés ; seul un disque chiffré en protège',
  ],
  emptied: (folder: string) =>
    `${folder} : un effacement y fut interrompu à la toute fin, il ne reste que le dossier à retirer.`,
  nothingDone: 'Rien n’a été effacé.',
  done: (folder: string) => `Effacé : ${folder}`,
  left: (paths: readonly string[]) =>
    `Il y reste ${counted(paths.length, 'élément qui n’est', 'éléments qui ne sont')} pas d’acquis : ${paths.join(', ')}`,
  failed: (count: number) =>
    `${counted(count, 'élément n’a pas pu être effacé', 'éléments n’ont pas pu être effacés')} : relancez la commande, elle reprend où elle s’est arrêtée.`,
  failure: (path: string, reason: string) => `${path} : ${reason}`,
} as const;

export const erasureErrors = {
  'erase-unsure': ({ folder }: ErrorArgs): Sentence => ({
    message: `Rien ne montre que ${folder} est un portfolio d’acquis : portfolio.yaml ne s’y lit pas, et aucun texte enregistré non plus. Rien n’a été effacé.`,
    hint: 'Corrigez portfolio.yaml, ou supprimez vous-même ce dossier.',
  }),
  'erase-name': ({ value, name }: ErrorArgs): Sentence => ({
    message: `« ${value} » n’est pas le nom de ce portfolio (${name}) ; rien n’a été effacé.`,
    hint: 'Vérifiez le dossier, puis tapez le nom exactement comme il est écrit.',
  }),
};
