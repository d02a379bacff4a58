import type { ErrorArgs, ErrorCode } from '../../app/errors.ts';
import { answerErrors } from './answer-errors.ts';
import { archiveErrors } from './archive-errors.ts';
import { batchErrors } from './batch-errors.ts';
import { browserErrors } from './browser-errors.ts';
import { longDate } from './dates.ts';
import { diskReason, isTaken } from './disk.ts';
import { integrityErrors } from './integrity-errors.ts';
import { reviewErrors } from './review-errors.ts';
import type { Sentence } from './sentence.ts';
import { shellWord } from './shell-word.ts';
import { sourceErrors } from './source-errors.ts';
import { templateErrors } from './templates.ts';
import { worksheetErrors } from './worksheet-errors.ts';

const UNKNOWN: Readonly<Record<string, string>> = {
  organisations: 'Organisation inconnue',
  experiences: 'Expérience inconnue',
  activities: 'Activité inconnue',
  evidence: 'Preuve inconnue',
  competence: 'Compétence inconnue',
  block: 'Bloc inconnu',
  target: 'Rien de ce nom dans le portfolio',
  thread: 'Fil de relecture inconnu',
};

/** What stands behind the folder on a command line. */
const MISSING = {
  id: {
    name: 'l’identifiant',
    remedy: 'le derrière le dossier, par exemple : mon-dossier P07. La même commande avec list les énumère.',
  },
  worksheet: { name: 'la fiche', remedy: 'la derrière le dossier : mon-dossier fiche-A1.docx.' },
  reviews: {
    name: 'le fichier de relecture',
    remedy: 'le derrière le dossier : mon-dossier relecture.yaml.',
  },
} as const;

const missing = (what: string | number | undefined): { readonly name: string; readonly remedy: string } =>
  what === 'worksheet' || what === 'reviews' ? MISSING[what] : MISSING.id;

/** What the schema calls by a code. */
const EXPECTED: Readonly<Record<string, string>> = {
  empty: 'un texte',
  id: 'un identifiant fait de lettres sans accent, de chiffres et de tirets, comme A1 ou P07',
  date: 'une date du calendrier : 2024, 2024-03 ou 2024-03-18',
  day: 'un jour du calendrier : 2024-03-18',
  'period-order': 'une fin qui ne précède pas le début',
  url: 'un lien qui commence par https:// ou http://',
  stdin: 'un texte sur l’entrée standard, qui était vide',
};

export const errors: Record<ErrorCode, (args: ErrorArgs) => Sentence> = {
  'missing-flag': ({ flags }) => ({
    message: `Il manque ${flags}.`,
    hint: String(flags).includes('--certification')
      ? 'Complétez la commande ; acquis referential list donne les codes.'
      : 'Complétez la commande ; --help dit ce qu’elle attend.',
  }),
  'missing-word': ({ what, folder }) => ({
    message: `Il manque ${missing(what).name} : « ${folder} » est un dossier.`,
    hint: `Ajoutez-${missing(what).remedy}`,
  }),
  'nothing-to-change': () => ({
    message: 'Aucune modification demandée : donnez au moins une option.',
    hint: 'Chaque champ a la sienne ; --help les énumère.',
  }),
  'repeated-flag': ({ flag, values }) => ({
    message: `${flag} est donné plusieurs fois (${values}) et n’accepte qu’une valeur ; rien n’a été modifié.`,
    hint: 'Gardez la bonne valeur.',
  }),
  'unknown-defect': ({ defect, near }) => ({
    message: `Défaut inconnu : ${defect}.`,
    hint: `${near === '' ? '' : `Noms proches : ${near}. `}Toute la liste, par thème : acquis sample --help.`,
  }),
  'impossible-defect': ({ defect, code }) => ({
    message: `${code} a trop peu de blocs ou de compétences pour le défaut ${defect} ; rien n’a été créé.`,
    hint: 'Choisissez un autre défaut ou une autre certification.',
  }),
  'contradicting-defects': ({ defect, other }) => ({
    message: `Les défauts ${defect} et ${other} ne tiennent pas dans un même dossier ; rien n’a été créé.`,
    hint: 'Lancez la commande une fois pour chacun, ou donnez --defect all : un défaut par dossier.',
  }),
  'no-such-link': ({ flag, id, known }) => ({
    message: `${flag} : il n’y a pas de lien vers ${id} ; rien n’a été modifié.`,
    hint: known === '' ? 'Aucune compétence n’est liée ici.' : `Compétences liées : ${known}.`,
  }),
  'bad-flag': ({ flag, value, expected, suggestion }) => ({
    message: value === '' ? `${flag} n’est pas accepté.` : `${flag} : « ${value} » n’est pas accepté.`,
    hint: `${suggestion === undefined ? '' : `Vouliez-vous écrire « ${suggestion} » ? `}Attendu : ${EXPECTED[String(expected)] ?? expected}.`,
  }),
  'empty-argument': () => ({
    message: 'Un argument de la commande est vide ("").',
    hint: 'Indiquez le dossier ou le fichier ; dans un script, vérifiez la variable qui devait le donner.',
  }),
  'no-home': () => ({
    message: 'Votre dossier personnel est inconnu : ni HOME ni le système ne le nomment.',
    hint: 'Donnez-en un, par exemple HOME=/tmp/acquis devant la commande.',
  }),
  'no-terminal': ({ flags }) => ({
    message: 'Cette commande pose des questions et il n’y a pas de terminal.',
    hint: `Donnez les réponses par ${flags}.`,
  }),
  'unknown-shell': ({ shell }) => ({
    message: `Aucun shell n’est nommé, et ${shell === '' ? 'SHELL est vide' : `SHELL (${shell}) n’en est pas un que la commande connaît`}.`,
    hint: 'Ajoutez bash, zsh ou fish : acquis completion bash.',
  }),
  'folder-not-empty': ({ folder }) => ({
    message: `Le dossier ${folder} contient déjà un portfolio ou d’autres fichiers ; rien n’a été modifié.`,
    hint: 'Choisissez un autre dossier.',
  }),
  'unknown-certification': ({ code, known }) => ({
    message: `Certification inconnue : ${code}.`,
    hint: `Certifications disponibles : ${known}.`,
  }),
  'unknown-referential': ({ code, known }) => ({
    message: `Référentiel inconnu : ${code}.`,
    hint: `Référentiels disponibles : ${known}.`,
  }),
  'certification-closed': ({ code, end, successor, eligible }) => ({
    message: eligible
      ? `${code} n’est plus enregistrée depuis le ${longDate(String(end))} : une recevabilité du ${longDate(String(eligible))} arrive après l’échéance.`
      : `${code} n’est plus enregistrée depuis le ${longDate(String(end))} et aucune recevabilité antérieure n’est indiquée.`,
    hint: `${successor ? `Visez ${successor}, qui la remplace` : 'Cherchez la fiche qui la remplace sur le site de France compétences'}${
      eligible
        ? '.'
        : ', ou indiquez votre date de recevabilité si elle précède l’échéance (--eligible à la création, sinon acquis portfolio edit . --eligible AAAA-MM-JJ).'
    }`,
  }),
  'unknown-id': ({ kind, id, known }) => ({
    message: `${UNKNOWN[String(kind)] ?? `${kind} inconnu`} : ${id}.`,
    hint: known === '' ? 'Il n’y en a pas encore.' : `Identifiants connus : ${known}.`,
  }),
  'still-referenced': ({ id, by }) => ({
    message: `${id} est encore nommé par ${by} ; rien n’a été retiré.`,
    hint: 'Modifiez d’abord ces éléments, ou retirez aussi leurs liens avec --force.',
  }),
  'portfolio-too-large': ({ file }) => ({
    message: `${file} deviendrait trop grand pour être rouvert ; rien n’a été écrit.`,
    hint: 'Raccourcissez un texte ; un fichier reçu qui ajoute autant n’est pas celui que vous attendiez.',
  }),
  'unreadable-pseudonyms': ({ file }) => ({
    message: `La liste des pseudonymes (${file}) n’est pas lisible ; rien n’a été produit, des noms auraient pu se lire.`,
    hint: 'Corrigez la ligne indiquée dans un éditeur de texte ; ses mots ne sont pas répétés ici.',
  }),
  'unknown-pseudonym': ({ known }) => ({
    message: 'Cette entrée n’est pas dans la liste des pseudonymes.',
    hint: known ? `Entrées : ${known} (acquis pseudonym list).` : 'La liste est vide : acquis pseudonym add.',
  }),
  'pseudonym-twice': ({ id }) => ({
    message: `Ce nom est déjà dans la liste des pseudonymes (${id}).`,
    hint: `Modifiez-le : acquis pseudonym edit . ${id} --pseudonym "…".`,
  }),
  'pseudonym-refused': ({ field }) => ({
    message: `--${field === 'aliases' ? 'alias' : field} est vide ou trop long (200 signes au plus).`,
    hint: 'Donnez un nom et un pseudonyme qui comptent au moins une lettre.',
  }),
  'nothing-to-present': ({ certification }) => ({
    message: `Aucun bloc de ${certification} n’est à présenter : ceux que vous visez sont acquis. Rien n’a été écrit.`,
    hint: 'Vérifiez les blocs visés et acquis (acquis portfolio edit, --blocks et --acquired), ou nommez un document : --document portfolio.',
  }),
  'nothing-to-hand-in': ({ documents }) => ({
    message: `--final ne concerne que les documents du jury ; rien n’a été écrit (${documents} : pour travailler).`,
    hint: 'Nommez un document du jury, par exemple --document dossier-validation, ou retirez --final.',
  }),
  'not-a-board': ({ file }) => ({
    message: `${file} n’est pas un tableau de cohorte enregistré par acquis.`,
    hint: 'Donnez à --compare un fichier fait par acquis cohort --format json --out FICHIER.',
  }),
  'duplicate-id': ({ id }) => ({
    message: `L’identifiant ${id} est déjà pris.`,
    hint: 'Choisissez-en un autre.',
  }),
  'not-a-portfolio': ({ folder, first, count }) => ({
    message: `Aucun portfolio dans ${folder === '.' ? 'le dossier courant' : folder} (portfolio.yaml est absent).`,
    hint:
      first === undefined
        ? 'Indiquez le dossier du portfolio, ou créez-en un : acquis init.'
        : count === 1
          ? `Il y en a un juste au-dessous : indiquez ${shellWord(String(first))}.`
          : `Il y en a plusieurs juste au-dessous : indiquez par exemple ${shellWord(String(first))}. Pour tous à la fois : acquis batch check${folder === '.' ? '' : ` ${shellWord(String(folder))}`} (ou batch export, ou cohort).`,
  }),
  'no-portfolio-below': ({ folder }) => ({
    message: `Aucun portfolio dans ${folder}, ni dans les dossiers juste au-dessous (portfolio.yaml y est absent).`,
    hint: 'Indiquez le dossier qui contient ceux de la promotion ; plus bas, un motif les trouve : "promo/**/portfolio.yaml".',
  }),
  'invalid-portfolio': ({ file, count }) => ({
    message: `${file} contient ${count === 1 ? 'une erreur' : `${count} erreurs`} ; le fichier n’a pas été modifié.`,
    hint: 'Corrigez ce qui est indiqué, puis relancez la commande.',
  }),
  'unsupported-version': ({ file, version, supported }) => ({
    message: `${file} est en version ${version} ; ce programme connaît la version ${supported}.`,
    hint:
      /^\d+$/.test(String(version)) && Number(version) > Number(supported)
        ? 'Mettez acquis à jour ; le fichier n’a pas été modifié.'
        : `Aucune version d’acquis n’écrit cela : remettez « version: ${supported} » dans ${file}.`,
  }),
  'invalid-referential': ({ file }) => ({
    message: `Le référentiel ${file} n’est pas lisible.`,
    hint: 'Réinstallez acquis, ou corrigez les lignes indiquées.',
  }),
  'evidence-empty': ({ file }) => ({
    message: `${file} est vide : une pièce vide ne prouve rien ; rien n’a été copié.`,
    hint: 'Vérifiez le fichier, puis recommencez.',
  }),
  'evidence-too-large': ({ file, limit }) => ({
    message: `${file} dépasse ${limit} Mo ; rien n’a été copié.`,
    hint: 'Donnez un extrait, une version compressée, ou un lien (--url).',
  }),
  'evidence-not-plain': ({ file, reason }) => ({
    message: `${file} n’est pas un fichier ordinaire (${diskReason(reason)}) ; rien n’a été copié.`,
    hint: 'Donnez le fichier lui-même.',
  }),
  'cannot-read': ({ file, reason, wanted }) => ({
    message: `Lecture impossible : ${file} (${diskReason(reason)}).`,
    hint:
      wanted === 'portfolio'
        ? 'Le dossier du portfolio est attendu ici, avant tout autre argument : vérifiez le chemin et l’ordre.'
        : 'Vérifiez le chemin et les droits.',
  }),
  'cannot-write': ({ file, reason, intact }) => ({
    message: `Écriture impossible : ${file} (${diskReason(reason)}).${intact ? ' La version précédente est intacte.' : ''}`,
    hint: isTaken(reason)
      ? 'Donnez un autre chemin : quelque chose porte déjà ce nom.'
      : 'Libérez de la place ou vérifiez les droits, puis recommencez.',
  }),
  locked: ({ folder }) => ({
    message: `Le portfolio ${folder} est en cours d’écriture par une autre commande ; rien n’a été modifié.`,
    hint: 'Fermez l’autre fenêtre ou réessayez dans quelques secondes : le verrou d’une commande interrompue tombe de lui-même.',
  }),
  'changed-underneath': ({ file, kept }) => ({
    message: `${file} a été modifié par un autre programme depuis sa lecture : il est resté tel quel.`,
    hint: `Ce que vous veniez d’enregistrer est dans ${kept} ; relancez la commande, elle repartira du fichier actuel.`,
  }),
  ...integrityErrors,
  ...answerErrors,
  ...archiveErrors,
  ...batchErrors,
  ...browserErrors,
  ...reviewErrors,
  ...sourceErrors,
  ...templateErrors,
  ...worksheetErrors,
};
