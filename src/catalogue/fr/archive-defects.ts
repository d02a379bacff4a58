import type { ArchiveFaultCode } from '../../domain/bag/faults.ts';
import type { ErrorArgs } from '../../app/errors.ts';

type Say = (defect: { readonly found: string; readonly args: ErrorArgs }) => string;

const megabytes = (bytes: string | number | undefined): string =>
  `${Math.round(Number(bytes) / 1_000_000)} Mo`;

const STATES: Readonly<Record<string, string>> = {
  missing: 'le fichier n’est pas là',
  altered: 'le fichier a changé depuis son enregistrement',
  outside: 'le fichier est hors du dossier, ou derrière un lien',
  'not-a-file': 'ce n’est pas un fichier ordinaire',
};

/** What is wrong with an archive, an entry at a time. */
export const archiveDefects: Record<ArchiveFaultCode | 'pack-proof', Say> = {
  'pack-proof': ({ args }) => `Preuve ${args['id']} : ${STATES[String(args['state'])] ?? args['state']}.`,
  'entry-parent': () => 'Ce nom remonte hors du dossier (« .. »).',
  'entry-absolute': () => 'Ce nom part de la racine ou d’un lecteur.',
  'entry-empty-part': () => 'Ce nom contient une partie vide.',
  'entry-device-name': () => 'Ce nom est réservé par Windows.',
  'entry-trailing': () => 'Une partie de ce nom finit par un point ou une espace, que Windows retire.',
  'entry-sign': () => 'Ce nom contient un signe que Windows refuse : < > : " | ? * ou \\.',
  'entry-control': () => 'Ce nom contient un signe invisible.',
  'entry-long': () => 'Ce nom est trop long.',
  'entry-undecodable': () => 'Ce nom n’est pas lisible (encodage).',
  'entry-twice': ({ args }) =>
    `Ce nom est pris deux fois : certains systèmes le confondent avec ${args['other']}.`,
  'entry-link': () => 'C’est un lien, pas un fichier.',
  'entry-special': () => 'Ce n’est ni un fichier ni un dossier.',
  'entry-encrypted': () => 'Cette entrée est protégée par un mot de passe.',
  'entry-method': ({ args }) =>
    `Cette entrée est compressée d’une manière inconnue (méthode ${args['method']}).`,
  'entry-header': () => 'L’archive décrit cette entrée de deux façons différentes.',
  'entry-overlap': () => 'Cette entrée en recouvre une autre.',
  'entry-damaged': () => 'Cette entrée est abîmée : ses octets ne sont pas ceux annoncés.',
  'entry-ratio': ({ args }) =>
    `Le contenu est plus de ${args['limit']} fois plus grand que ce que l’archive en contient.`,
  'archive-directory': () =>
    'La table de l’archive est abîmée ou incomplète : le fichier est peut-être tronqué.',
  'archive-bytes': ({ args }) =>
    `Une fois ouverte, l’archive ferait ${megabytes(args['bytes'])} ; ${megabytes(args['limit'])} au plus sont acceptés.`,
  'archive-entries': ({ args }) =>
    `L’archive compte ${args['entries']} entrées ; ${args['limit']} au plus sont acceptées.`,
  'bag-version': ({ args }) =>
    args['version'] === ''
      ? 'La version de BagIt n’y est pas indiquée.'
      : `La version de BagIt « ${args['version']} » n’est pas connue (1.0, ou de 0.93 à 0.97).`,
  'bag-encoding': ({ args }) => `L’encodage annoncé, « ${args['encoding']} », n’est pas UTF-8.`,
  'bag-text': () => 'Ce fichier de description n’est pas un texte lisible.',
  'bag-algorithm': ({ args }) =>
    `L’algorithme « ${args['algorithm']} » n’est pas connu (sha256, sha512, sha1 ou md5).`,
  'bag-no-manifest': () => 'Aucune liste d’empreintes sha256 ou sha512 : rien ne prouve le contenu.',
  'bag-line': ({ args }) => `Ligne illisible : « ${args['line']} ».`,
  'bag-outside': ({ args }) =>
    `Cette liste nomme un fichier qui n’est pas de son ressort : « ${args['listed']} ».`,
  'bag-listed-twice': ({ args }) => `Cette liste nomme deux fois « ${args['listed']} ».`,
  'bag-fetch': () => 'L’archive renvoie à des fichiers sur le réseau : ils ne sont pas cherchés.',
  'bag-missing': ({ args }) => `Fichier annoncé par ${args['manifest']} et absent de l’archive.`,
  'bag-unlisted': ({ args }) => `Fichier présent et absent de la liste ${args['manifest']}.`,
  'bag-altered': () => 'Fichier modifié : son empreinte n’est pas celle de la liste.',
  'bag-oxum': ({ args }) =>
    `Payload-Oxum annonce ${args['oxum']} (octets.fichiers), l’archive contient ${args['found']}.`,
  'bag-no-portfolio': () => 'L’archive ne contient pas de portfolio.',
};
