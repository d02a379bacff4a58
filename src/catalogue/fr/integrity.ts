import type { FileRole, FileStanding } from '../../domain/evidence/file-standing.ts';
import { counted } from './quantities.ts';

const ROLES: Readonly<Record<FileRole, string>> = {
  referential: 'référentiel',
  evidence: 'pièce',
  publicFile: 'version à montrer',
  organigramme: 'organigramme',
};

type Trouble = Exclude<FileStanding, 'intact' | 'unrecorded'>;

const changedLines = ({ fewer, more }: { readonly fewer: number; readonly more: number }): string =>
  [
    fewer > 0 ? counted(fewer, 'ligne en moins', 'lignes en moins') : '',
    more > 0 ? counted(more, 'ligne nouvelle', 'lignes nouvelles') : '',
  ]
    .filter((part) => part !== '')
    .join(', ') || 'fins de ligne seules';

/** `verify` of a folder. */
export const integrity = {
  description:
    'vérifie l’intégrité d’un dossier (chaque pièce, le référentiel, les versions), d’une archive ou d’un PDF reçus ; ne modifie rien',
  target: 'dossier du portfolio, archive .zip ou PDF à vérifier (par défaut : le dossier courant)',
  options: {
    format: 'text ou json (par défaut : text)',
    accept:
      'tient pour voulu ce qui manque à la fin de portfolio.yaml (le texte d’avant reste dans les versions)',
  },
  expected: { format: 'text ou json' },
  after:
    'Complet : tout ce que le portfolio nomme est là, et preuves/ ne contient rien d’autre. ' +
    'Conforme : chaque empreinte enregistrée (SHA-256) est celle du fichier. ' +
    'Code de sortie 3 s’il manque un fichier ou si un fichier a changé ; un fichier en trop n’est qu’un avertissement.',
  title: (folder: string) => `Intégrité de ${folder}`,
  verdicts: {
    complete: (yes: boolean) => (yes ? 'Complet' : 'Incomplet'),
    valid: (yes: boolean) => (yes ? 'conforme' : 'non conforme'),
  },
  completeButOrphans: 'Rien ne manque',
  counts: (intact: number) => counted(intact, 'fichier intact', 'fichiers intacts'),
  versions: (kept: number) =>
    kept === 0
      ? 'aucune version antérieure'
      : `${counted(kept, 'version antérieure', 'versions antérieures')} de portfolio.yaml`,
  document: {
    cut: 'portfolio.yaml a perdu sa fin depuis le dernier enregistrement, par un autre programme.',
    cutHint: (folder: string) =>
      `acquis undo ${folder} remet le texte enregistré ; si vous avez retiré ces lignes vous-même : acquis verify ${folder} --accept`,
    unreadable: 'portfolio.yaml ne se lit pas.',
    unreadableHint: (folder: string) =>
      `Corrigez ce que dit acquis check ${folder}, ou revenez à un texte antérieur : acquis undo ${folder}`,
    changed: (change: { readonly fewer: number; readonly more: number }) =>
      `portfolio.yaml a été modifié hors d’acquis depuis le dernier enregistrement : ${changedLines(change)}.`,
    basis: {
      'last-saved': 'Les fichiers ci-dessous sont ceux que nomme le dernier texte enregistré.',
      none: 'Aucun texte ne se lit : les fichiers n’ont pas pu être vérifiés.',
    },
  },
  heads: {
    missing: 'Manque',
    altered: 'A changé depuis son enregistrement',
    outside: 'Mène hors du dossier',
    'not-a-file': 'N’est pas un fichier ordinaire',
    unreadable: 'Ne se lit pas',
  } satisfies Record<Trouble, string>,
  hints: {
    missing:
      'Remettez le fichier à sa place, ou donnez-le de nouveau : acquis evidence edit ID --file FICHIER',
    altered:
      'Si le changement est voulu, donnez le fichier de nouveau (acquis evidence edit ID --file FICHIER) ; sinon, reprenez l’original.',
    outside:
      'Une pièce est un fichier du dossier, pas un lien : copiez-la avec acquis evidence edit ID --file FICHIER',
    'not-a-file': 'Mettez le fichier lui-même à cet endroit.',
    unreadable: 'Vérifiez les droits et le disque.',
  } satisfies Record<Trouble, string>,
  unrecorded: 'Là, mais sans empreinte enregistrée : rien ne dit s’ils ont changé',
  unrecordedHint: 'Une pièce donnée par acquis evidence edit ID --file FICHIER reçoit son empreinte.',
  orphans: 'En trop dans preuves/ : le portfolio ne les nomme pas',
  orphansHint:
    'acquis n’efface jamais une pièce retirée : acquis undo peut encore la reprendre. Supprimez ces fichiers quand vous n’en avez plus besoin.',
  alteredVersions: 'Versions antérieures qui ne sont plus celles qui furent gardées',
  alteredVersionsHint: 'acquis undo ne les proposera pas ; les autres restent bonnes.',
  file: (role: FileRole, owner: string, path: string) =>
    `${owner === '' ? '' : `${owner}, `}${ROLES[role]} : ${path}`,
} as const;
