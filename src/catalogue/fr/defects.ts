import type { Defect, DefectCode } from '../../app/defects.ts';
import type { ErrorArgs } from '../../app/errors.ts';
import { archiveDefects } from './archive-defects.ts';
import { entityLabel, fieldLabel } from './fields.ts';
import { templateDefects } from './template-defects.ts';

type Say = (defect: { readonly found: string; readonly args: ErrorArgs }) => string;

const near = ({ suggestion }: ErrorArgs): string =>
  suggestion === undefined ? '' : ` Vouliez-vous écrire « ${suggestion} » ?`;

/** « attendu : a, b, c », as long as a person reads it. */
const known = ({ known: list }: ErrorArgs): string =>
  list === undefined || list === ''
    ? 'aucun n’existe encore'
    : `${String(list).length > 400 ? `${String(list).slice(0, 400)}…` : list}`;

const knownFields = ({ known: list }: ErrorArgs): string =>
  String(list)
    .split(', ')
    .map((key) => ((fieldLabel(key) ?? key) === key ? key : `${key} (${fieldLabel(key)})`))
    .join(', ');

const KINDS: Readonly<Record<string, string>> = {
  string: 'un texte',
  array: 'une liste (chaque ligne commence par un tiret)',
  object: 'plusieurs champs, en retrait sous celui-ci',
  record: 'plusieurs champs, en retrait sous celui-ci',
};

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: 'le retrait de cette ligne ne suit pas celui de ses voisines',
  TAB_AS_INDENT: 'le retrait est fait avec une tabulation : mettez des espaces',
  MISSING_CHAR:
    'il manque un signe : un guillemet, une accolade ou un crochet fermant, ou « : » après le champ',
  MULTILINE_IMPLICIT_KEY: 'il manque « : » après le nom du champ',
  BLOCK_AS_IMPLICIT_KEY:
    'deux champs sont sur la même ligne : mettez le texte entre guillemets s’il contient « : »',
  UNEXPECTED_TOKEN:
    'un signe n’est pas à sa place : mettez le texte entre guillemets s’il contient « : », « # » ou un crochet',
  BAD_SCALAR_START: 'le texte commence par un signe réservé : mettez-le entre guillemets',
  MULTIPLE_DOCS: 'le fichier contient plusieurs documents séparés par « --- » : gardez-en un seul',
  BAD_DQ_ESCAPE: 'une barre oblique inverse entre guillemets droits doit être doublée',
};

/** What is wrong there and what to do, by code. */
export const defects: Record<DefectCode, Say> = {
  'too-large': ({ args }) =>
    `Le fichier pèse plus de ${Number(args['limit']) / 1_000_000} Mo : est-ce bien un portfolio ?`,
  utf16: () => 'Le fichier est en UTF-16 : enregistrez-le en UTF-8 depuis votre éditeur.',
  nul: () => 'Le fichier contient des octets nuls : ce n’est pas du texte. Reprenez une version antérieure.',
  'not-utf8': () =>
    'Le fichier n’est pas en UTF-8 (peut-être Windows-1252) : enregistrez-le en UTF-8 depuis votre éditeur.',
  'old-line-ends': () =>
    'Les lignes finissent par un retour chariot seul (ancien Macintosh) : enregistrez le fichier avec des fins de ligne LF ou CRLF.',
  'too-deep': () => 'Le fichier emboîte plus de cent niveaux : un portfolio en a six. Il n’a pas été lu.',
  'too-many': () =>
    'Le fichier contient plus de 20 000 champs : est-ce bien un portfolio ? Il n’a pas été lu.',
  'empty-file': () =>
    'Le fichier est vide. Reprenez une version dans .acquis/versions, ou créez un portfolio.',
  foreign: () => 'Ce fichier n’est pas un portfolio d’Acquis. Vérifiez le dossier indiqué.',
  'not-a-review': () =>
    'Ce n’est pas un fichier de relecture : demandez celui qu’écrit acquis review export.',
  'snapshot-missing': () => 'Le référentiel joint au portfolio a disparu : remettez ce fichier à sa place.',
  'snapshot-altered': () =>
    'Le référentiel joint au portfolio a été modifié : remettez le fichier d’origine, ou retirez « referential » de portfolio.yaml pour reprendre celui d’Acquis.',
  'snapshot-unreadable': () =>
    'Le référentiel joint au portfolio n’est pas lisible : remettez le fichier d’origine.',
  'snapshot-other': ({ found, args }) =>
    `« ${found} » n’est pas la certification du référentiel joint, qui est ${args['known']} : écrivez ${args['known']}, ou créez un autre portfolio pour une autre certification.`,
  'snapshot-path': ({ found }) =>
    `« ${found} » sort du dossier du portfolio : le référentiel joint y est, sous le nom referentiel.json.`,
  'csv-too-large': () => 'Le fichier pèse plus de 16 Mo : est-ce bien un manifeste ?',
  'csv-syntax': () =>
    'Cette cellule est mal écrite : un texte qui contient un guillemet, un séparateur ou un retour à la ligne se met entre guillemets droits, et ses guillemets se doublent.',
  'csv-header': () =>
    'La première ligne nomme les colonnes : dossier (obligatoire), certification, documents, sortie ; « dossier » n’y est pas.',
  'csv-extra': ({ found }) =>
    `« ${found} » est au-delà de la dernière colonne nommée : mettez entre guillemets un texte qui contient le séparateur.`,
  ...archiveDefects,
  ...templateDefects,
  'yaml-syntax': ({ found, args }) =>
    `Écriture incorrecte${found === '' ? '' : ` près de « ${found} »`} : ${SYNTAX[String(args['reason'])] ?? 'relisez cette ligne et celle qui la précède'}.`,
  'yaml-alias': ({ found }) => `Les renvois YAML (${found}) ne sont pas acceptés : recopiez le texte.`,
  'yaml-anchor': ({ found }) => `Les ancres YAML (${found}) ne sont pas acceptées : retirez-la.`,
  'yaml-tag': ({ found }) => `Les étiquettes YAML (${found}) ne sont pas acceptées : retirez-la.`,
  'yaml-key': () => 'Un nom de champ doit être un simple mot.',
  'forbidden-key': ({ found }) => `Le champ « ${found} » est interdit : retirez-le.`,
  'duplicate-key': ({ found }) =>
    `Le champ « ${found} » est écrit deux fois au même endroit : gardez-en un seul.`,
  missing: () => 'Ce champ est obligatoire : ajoutez-le.',
  'wrong-type': ({ args }) =>
    `Il faut ici ${KINDS[String(args['expected'])] ?? 'une autre sorte de valeur'}.`,
  'unknown-key': ({ found, args }) =>
    args['suggestion'] === undefined
      ? `Le champ « ${found} » n’existe pas ici ; champs possibles : ${knownFields(args)}.`
      : `Le champ « ${found} » n’existe pas ici.${near(args)}`,
  'bad-choice': ({ found, args }) =>
    args['suggestion'] === undefined
      ? `« ${found} » n’est pas une valeur possible ; choisissez : ${known(args)}.`
      : `« ${found} » n’est pas une valeur possible.${near(args)}`,
  empty: () => 'Le texte est vide : écrivez-le, ou retirez le champ.',
  id: ({ found }) =>
    `« ${found} » n’est pas un identifiant : lettres sans accent, chiffres et tirets, comme A1 ou P07.`,
  sha256: () =>
    'Une empreinte compte 64 chiffres et lettres de a à f : retirez-la plutôt que de la corriger.',
  minutes: ({ found }) =>
    `« ${found} » n’est pas une durée : de 5 à 120 minutes, à la demi-minute près (12.5).`,
  count: ({ found }) => `« ${found} » n’est pas un nombre entier.`,
  date: ({ found }) => `« ${found} » n’est pas une date du calendrier : écrivez 2024, 2024-03 ou 2024-03-18.`,
  day: ({ found }) => `« ${found} » n’est pas un jour du calendrier : écrivez-le comme 2024-03-18.`,
  'period-order': ({ found, args }) =>
    `La fin${found === '' ? '' : ` (${found})`} précède le début${args['known'] === undefined ? '' : ` (${args['known']})`}.`,
  url: ({ found }) => `« ${found} » n’est pas un lien : il commence par https:// ou http://.`,
  path: ({ found }) =>
    `« ${found} » sort du dossier du portfolio : copiez la pièce dans preuves/ (acquis evidence add).`,
  'reserved-path': ({ found }) =>
    `« ${found} » est un fichier du portfolio lui-même, pas une pièce : copiez la pièce dans preuves/ (acquis evidence add).`,
  invalid: ({ found }) => `« ${found} » n’est pas accepté ici.`,
  'unknown-reference': ({ found, args }) =>
    `« ${found} » ne désigne rien ; identifiants connus : ${known(args)}.${near(args)}`,
  'duplicate-id': ({ found }) => `L’identifiant « ${found} » est donné deux fois : changez l’un des deux.`,
  duplicate: ({ found }) => `« ${found} » figure déjà dans cette liste : gardez-en une seule mention.`,
  'unknown-competence': ({ found, args }) =>
    `« ${found} » n’est pas une compétence de cette certification ; voyez acquis referential show.${near(args)}`,
  'unknown-block': ({ found, args }) =>
    `« ${found} » n’est pas un bloc de cette certification ; blocs : ${known(args)}.${near(args)}`,
};

/** `evidence[6].file.path` of P07 → « preuve P07, fichier, chemin ». */
export const fieldName = ({ path, args }: Pick<Defect, 'path' | 'args'>): string => {
  const keys = path.split('.').map((key) => key.replace(/\[\d+\]$/, ''));
  const [collection = ''] = keys;
  const entity = entityLabel(collection);
  const inEntry = entity !== undefined && /^\w+\[\d+\]/.test(path);
  const names = inEntry
    ? [[entity, args?.['entity']].filter((part) => part !== undefined).join(' '), ...keys.slice(1)]
    : keys;
  return names
    .filter((name) => name !== '')
    .map((key) => fieldLabel(key) ?? key)
    .join(', ');
};
