import type { Sentences } from './sentence.ts';

/** What an archive is refused for, going out and coming in. */
export const archiveErrors = {
  'archive-taken': ({ file }) => ({
    message: `${file} existe déjà et n’a pas été remplacé.`,
    hint: 'Donnez un autre nom (--out NOUVEAU.zip), ou déplacez l’ancienne archive.',
  }),
  'restore-taken': ({ folder }) => ({
    message: `${folder} existe déjà et contient quelque chose ; rien n’y a été touché.`,
    hint: 'Donnez à --out un dossier qui n’existe pas encore : vous pourrez comparer les deux.',
  }),
  'no-archive': ({ where }) => ({
    message: `Aucune archive à recevoir : ${where}.`,
    hint: 'Indiquez des fichiers .zip, un dossier qui en contient, ou un motif entre guillemets : "courrier/*.zip".',
  }),
  'pack-proofs': ({ count, ids }) => ({
    message: `${count === 1 ? 'Une pièce n’est pas' : `${count} pièces ne sont pas`} ce que le portfolio en dit ; aucune archive n’a été faite.`,
    hint: `Remettez-les dans preuves/, enregistrez-les à nouveau (acquis evidence edit), ou laissez-les de côté : --without ${ids}.`,
  }),
  'pack-organigramme': ({ id, file }) => ({
    message: `L’organigramme de ${id} (${file}) n’est plus celui qui fut enregistré ; aucune archive n’a été faite.`,
    hint: `Enregistrez-le à nouveau : acquis organisation edit DOSSIER ${id} --organigramme FICHIER ; --organigramme "" le retire.`,
  }),
  'pack-names': ({ count }) => ({
    message: `${count === 1 ? 'Un nom de fichier ne convient' : `${count} noms de fichiers ne conviennent`} pas à une archive ; aucune n’a été faite.`,
    hint: 'Enregistrez la pièce à nouveau (acquis evidence add) : elle recevra un nom que tous les systèmes acceptent.',
  }),
  'pack-too-large': ({ megabytes, limit }) => ({
    message: `Ces fichiers font ${megabytes} Mo ; une archive en contient ${limit} au plus. Aucune n’a été faite.`,
    hint: 'Laissez des pièces de côté (--without P07,P12, ou --without-proofs) et envoyez-les autrement.',
  }),
  'pack-changed': ({ file }) => ({
    message: `${file} a changé pendant la fabrication de l’archive ; aucune n’a été faite.`,
    hint: 'Fermez ce fichier dans les autres programmes, puis relancez la commande.',
  }),
  'archive-refused': ({ file, count }) => ({
    message: `${file} est refusée (${count === 1 ? 'un défaut' : `${count} défauts`}) ; rien n’en a été sorti.`,
    hint: 'Demandez à qui vous l’a envoyée de la refaire (acquis pack) et de l’envoyer sans la modifier.',
  }),
  'archive-not-bag': ({ file }) => ({
    message: `${file} est une archive ZIP, mais pas celle d’un portfolio (bagit.txt ou data/portfolio.yaml y manque) ; rien n’en a été sorti.`,
    hint: 'Une archive de portfolio se fait par acquis pack. Pour un simple dossier compressé, décompressez-le, puis : acquis check.',
  }),
  'restore-format': ({ file }) => ({
    message: `${file} n’est pas une archive de portfolio ; rien n’a été fait.`,
    hint: 'Donnez l’archive .zip faite par acquis pack, telle que vous l’avez reçue. Un PDF fait par acquis export --embed-source se reprend seul : acquis restore.',
  }),
} as const satisfies Sentences;
