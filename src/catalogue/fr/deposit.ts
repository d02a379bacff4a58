import type { ErrorArgs } from '../../app/errors.ts';
import type { DepositTargetId } from '../../domain/deposit/targets.ts';
import type { CoarsenedAnnex, HeavyPage } from '../../domain/deposit/too-heavy.ts';
import { longDate } from './dates.ts';
import type { Sentence } from './sentence.ts';
import { counted } from './quantities.ts';

const size = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00a0Mo`;

const TARGETS: Readonly<Record<DepositTargetId, string>> = {
  'france-vae': 'France VAE (espace personnel)',
  'france-vae-aap': 'France VAE (espace d’accompagnement)',
};

const PARTS = { whole: '', begins: ' (début)', 'goes-on': ' (suite)' } as const;

/** `deposit`: the files for the official upload. */
export const deposit = {
  description: 'prépare les fichiers du dépôt officiel : le dossier et ses annexes, dans les limites du site',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    target:
      'obligatoire ; où déposer : france-vae (espace personnel) ou france-vae-aap (espace d’accompagnement)',
    out: 'obligatoire ; dossier à créer pour les fichiers',
    at: 'date du dossier, AAAA-MM-JJ (par défaut : aujourd’hui)',
  },
  expected: { target: 'france-vae ou france-vae-aap' },
  after:
    'Vérifie d’abord tout ce que export --final vérifie, puis le nombre, le poids et le type des fichiers. ' +
    'Des annexes trop lourdes ont leurs images allégées, ce qui est dit. ' +
    'Si quelque chose ne tient toujours pas, dit quoi et n’écrit rien (code 1).',
  targets: TARGETS,
  working: 'Mise en page du dossier et de ses annexes…',
  refused: (count: number) =>
    `Rien n’a été écrit : ${counted(count, 'point à régler', 'points à régler')} d’abord.`,
  refusals: {
    'main-too-large': (bytes: number, limit: number): Sentence => ({
      message: `Le dossier pèse ${size(bytes)} ; le site prend ${size(limit)} par fichier.`,
      hint: 'Allégez les images des organigrammes : elles sont dans le dossier lui-même.',
    }),
    'page-too-large': ({ annex, title, page, bytes, dpi }: HeavyPage, limit: number): Sentence => ({
      message: `L’annexe ${annex} (« ${title} ») a une page de ${size(bytes)}, la ${page}${dpi === undefined ? '' : `, même avec des images ramenées à ${dpi} points par pouce`} : un fichier ne peut dépasser ${size(limit)}.`,
      hint: 'Donnez une version plus légère de cette pièce : acquis evidence edit ID --public-file FICHIER',
    }),
    'too-many-files': (needed: number, most: number, coarsened: number): Sentence => ({
      message: `Les annexes demandent ${needed} fichiers${coarsened === 0 ? '' : `, même une fois allégées les images de ${counted(coarsened, 'annexe', 'annexes')}`} ; le site en prend ${most} avec le dossier.`,
      hint: 'Joignez un extrait des plus lourdes, ou passez-en certaines à « à ne pas joindre ».',
    }),
  },
  summary: (files: number, bytes: number, folder: string) =>
    `${counted(files, 'fichier', 'fichiers')} à déposer, ${size(bytes)}, dans ${folder}. bordereau.txt dit lequel contient quoi ; il n’est pas à déposer.`,
  slip: {
    name: 'bordereau.txt',
    title: (target: string, date: string) => `Bordereau de dépôt · ${target} · ${longDate(date)}`,
    limits: (files: number, bytes: number, types: string) =>
      `Limites du site : un dossier et ${files} fichiers joints au plus, ${size(bytes)} chacun, ${types}.`,
    source: (source: string, read: string) => `Relevées dans ${source}, le ${longDate(read)}.`,
    roles: { main: 'Dossier de validation', attachment: 'Fichier joint' },
    file: (name: string, role: string, bytes: number, first: number, last: number) =>
      `${name}\n  ${role} · ${size(bytes)} · pages ${first} à ${last}`,
    annex: (number: number, title: string, page: number, part: keyof typeof PARTS) =>
      `  Annexe ${number}, p. ${page}${PARTS[part]} : ${title}`,
    coarsened: 'Images allégées pour tenir dans les limites (les preuves elles-mêmes n’ont pas changé) :',
    coarsenedLine: ({ number, title, from, to, dpi, quality }: CoarsenedAnnex) =>
      `  Annexe ${number} (${title}) : de ${size(from)} à ${size(to)}, images à ${dpi} points par pouce, qualité ${quality} sur 100`,
    digest: (sha256: string) => `  SHA-256 ${sha256}`,
    apart: 'Annexes nommées sans leurs pages, à remettre autrement ou à convertir en PDF :',
    apartLine: (title: string, file: string) => `  ${title} (${file})`,
  },
} as const;

export const depositErrors = {
  'folder-taken': ({ folder }: ErrorArgs): Sentence => ({
    message: `${folder} contient déjà quelque chose ; rien n’a été écrit.`,
    hint: 'Donnez à --out un dossier nouveau ou vide.',
  }),
};
