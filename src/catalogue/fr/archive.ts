import type { ReceptionChanges, ReceptionStatus } from '../../domain/bag/compare-receptions.ts';
import { longDate } from './dates.ts';
import { fieldLabel } from './fields.ts';
import { counted } from './quantities.ts';

const files = (count: number): string => counted(count, 'fichier', 'fichiers');

/** « 320 ko », « 4,2 Mo », as a person reads it. */
const size = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} o`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'ko'] : [bytes / 1_000_000, 'Mo'];
  return `${value < 10 ? value.toFixed(1).replace('.', ',') : Math.round(value)} ${unit}`;
};

const MOST_IDS = 12;
const list = (ids: readonly string[]): string =>
  ids.slice(0, MOST_IDS).join(', ') + (ids.length > MOST_IDS ? `, … (${ids.length})` : '');

const LISTS: Readonly<Record<string, string>> = {
  organisations: 'organisations',
  experiences: 'expériences',
  activities: 'activités',
  evidence: 'preuves',
};

const differences = (
  name: string,
  parts: readonly (readonly [label: string, ids: readonly string[]])[],
): string[] => {
  const told = parts.filter(([, ids]) => ids.length > 0).map(([label, ids]) => `${label} ${list(ids)}`);
  return told.length === 0 ? [] : [`${name} : ${told.join(' ; ')}`];
};

export const archive = {
  description: (name: string, certification: string) => `Portfolio VAE de ${name} (${certification})`,
  size,
  pack: {
    description: 'fait du dossier une archive vérifiable, à envoyer à votre conseil',
    options: {
      out: 'archive à écrire (.zip), ou dossier où la mettre (par défaut : le dossier courant)',
      with: 'ce qui ne part que demandé : notes, pseudonymes, versions, exports, preuves-privees',
      without: 'laisse ces pièces de côté, par exemple P07,P12',
      withoutProofs: 'laisse toutes les pièces de côté, pour un courriel',
      at: 'date de l’archive, AAAA-MM-JJ (par défaut : aujourd’hui)',
    },
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    after: `
L’archive (BagIt 1.0, en .zip) contient portfolio.yaml, le référentiel, les organigrammes et les pièces, avec leurs empreintes : qui la reçoit sait que rien n’y manque et que rien n’a changé. Restent chez vous, sauf demande par --with : vos notes privées, la liste des pseudonymes, les versions antérieures, les documents exportés, les pièces « à ne pas joindre » et l’original de celles « à anonymiser ».`,
    expected: { with: 'notes, pseudonymes, versions, exports ou preuves-privees' },
    made: (path: string, bytes: number, count: number) =>
      `Archive faite : ${path} (${size(bytes)}, ${files(count)} du portfolio).`,
    alreadyMade: (path: string) => `La même archive est déjà là : ${path}.`,
    privateTravel: (ids: readonly string[]) =>
      `${counted(ids.length, 'pièce privée voyage', 'pièces privées voyagent')} dans cette archive (${list(ids)}) : ne l’envoyez qu’à une personne qui peut tout lire, comme votre conseil, jamais au jury.`,
    privateStay: (ids: readonly string[]) =>
      `${counted(ids.length, 'pièce privée reste', 'pièces privées restent')} chez vous (${list(ids)}) : « à ne pas joindre », ou original « à anonymiser ». Pour ${ids.length < 2 ? 'l’envoyer' : 'les envoyer'} à votre conseil : --with preuves-privees.`,
    askedOut: (ids: readonly string[]) =>
      `${counted(ids.length, 'pièce laissée', 'pièces laissées')} de côté (${list(ids)}) : l’archive en garde les empreintes.`,
    notes: 'Vos notes privées voyagent dans cette archive.',
    pseudonyms: 'La liste des pseudonymes, donc les vrais noms, voyage dans cette archive.',
    absent: (paths: readonly string[]) => `Absent du dossier, donc de l’archive : ${list(paths)}.`,
    reader:
      'À envoyer à votre conseil, pas au jury : elle contient vos textes de travail et les vrais noms. Pour la reprendre : acquis restore ARCHIVE.zip --out DOSSIER.',
  },
  restore: {
    description:
      'reprend un portfolio depuis une archive (acquis pack) ou un PDF (acquis export --embed-source)',
    file: 'archive reçue (.zip), ou PDF qui porte ses données',
    fileName: 'ARCHIVE',
    options: { out: 'obligatoire ; dossier à créer, ou qui ne contient rien' },
    after: `
Tout est vérifié avant que quoi que ce soit soit écrit : la liste des fichiers, leurs empreintes, leurs noms, et le portfolio lui-même. Un dossier existant n’est jamais remplacé. Plusieurs archives à la fois : acquis batch restore.`,
    done: (folder: string, name: string, count: number, bytes: number) =>
      `Portfolio de ${name} repris dans ${folder} (${files(count)}, ${size(bytes)}, toutes les empreintes vérifiées).`,
    leftOut: (paths: readonly string[]) =>
      `${counted(paths.length, 'pièce n’était pas', 'pièces n’étaient pas')} dans l’archive (${list(paths)}) : ${paths.length < 2 ? 'elle sera dite absente tant qu’elle n’y est' : 'elles seront dites absentes tant qu’elles n’y sont'} pas.`,
    ignored: (paths: readonly string[]) => `Laissé dans l’archive (fichiers cachés) : ${list(paths)}.`,
  },
  examined: (name: string, certification: string, count: number, bytes: number, packed: string | undefined) =>
    `✓ complète et valide : portfolio de ${name} (${certification}), ${files(count)}, ${size(bytes)}${packed === undefined ? '' : `, archive du ${longDate(packed)}`}.`,
  batch: {
    description: 'range des archives reçues, un dossier par portfolio',
    files: 'archives, dossiers qui en contiennent, ou motifs entre guillemets',
    options: {
      out: 'obligatoire ; dossier de la promotion, où chaque portfolio a son sous-dossier',
      at: 'jour de la réception, AAAA-MM-JJ (par défaut : aujourd’hui)',
      failFast: 'à la première archive refusée, n’en ouvre plus d’autre',
    },
    after: `
Un portfolio est reconnu à son identifiant : deux personnes du même nom ont chacune leur dossier. La réception précédente est gardée, datée, dans .acquis/receptions. Une archive déjà reçue ne change rien ; une plus ancienne n’est pas prise.
Sortie standard : une ligne par archive, séparée par des tabulations (état, archive, dossier).`,
    filesName: 'ARCHIVES',
    start: (count: number) => `${counted(count, 'archive', 'archives')} à ranger.`,
    told: {
      new: (folder: string) => `Première réception, dans ${folder}.`,
      replaced: (folder: string, previous: string) =>
        `Nouvelle réception, dans ${folder} ; la précédente est gardée dans ${previous}.`,
      same: (folder: string) => `Déjà reçue, rien à faire : ${folder}.`,
      older: (folder: string, _: string, held: string) =>
        `Plus ancienne que ce qui est dans ${folder}${held} : laissée de côté. Pour la voir : acquis restore, dans un autre dossier.`,
    } satisfies Record<ReceptionStatus, (folder: string, previous: string, held: string) => string>,
    summary: (counts: Readonly<Record<ReceptionStatus | 'failed' | 'left', number>>) => {
      const parts = [
        [counts.new, 'première réception', 'premières réceptions'],
        [counts.replaced, 'nouvelle réception', 'nouvelles réceptions'],
        [counts.same, 'déjà reçue', 'déjà reçues'],
        [counts.older, 'plus ancienne (laissée de côté)', 'plus anciennes (laissées de côté)'],
        [counts.failed, 'refusée', 'refusées'],
        [counts.left, 'non ouverte', 'non ouvertes'],
      ] as const;
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const told = parts
        .filter(([count]) => count > 0)
        .map(([count, one, several]) => counted(count, one, several));
      return `${counted(total, 'archive', 'archives')} : ${told.join(', ')}.`;
    },
    heldOf: (day: string) => ` (archive du ${longDate(day)})`,
    line: (file: string, told: string) => `${file} : ${told}`,
    unchanged: 'rien n’a changé dans le portfolio ni dans ses pièces',
    changes: ({ entries, parts, proofs }: ReceptionChanges): string[] => [
      ...Object.entries(entries).flatMap(([name, { added, changed, removed }]) =>
        differences(LISTS[name] ?? name, [
          ['ajout de', added],
          ['changement de', changed],
          ['retrait de', removed],
        ]),
      ),
      ...(parts.length === 0
        ? []
        : [`changement aussi dans : ${parts.map((key) => fieldLabel(key) ?? key).join(', ')}`]),
      ...differences('fichiers des pièces', [
        ['ajout de', proofs.added],
        ['changement de', proofs.changed],
        ['disparition de', proofs.missing],
      ]),
    ],
    lostReviews: (count: number, previous: string) =>
      `${counted(count, 'message de relecture écrit', 'messages de relecture écrits')} ici ${count < 2 ? 'n’est' : 'ne sont'} pas dans la nouvelle réception. Pour ${count < 2 ? 'le' : 'les'} reprendre : acquis review export ${previous}, puis acquis review import.`,
  },
} as const;
