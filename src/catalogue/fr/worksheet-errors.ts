import type { ErrorArgs, ErrorCode } from '../../app/errors.ts';
import type { Sentence } from './sentence.ts';
import { worksheet } from './worksheet.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  title: 'Écrivez un titre : une activité n’en est pas une sans lui.',
  period: 'Écrivez par exemple mars 2021 – juin 2022, 2021 – 2022, ou mars 2021 – en cours ; la fin ne précède pas le début.',
}; // prettier-ignore

type WorksheetErrorCode = Extract<ErrorCode, `worksheet-${string}`>;

export const worksheetErrors: Record<WorksheetErrorCode, (args: ErrorArgs) => Sentence> = {
  'worksheet-unreadable': ({ file, reason }) => ({
    message: `${file} ne se lit pas comme une fiche Word (${worksheet.reasons[String(reason)] ?? reason}) ; rien n’a été modifié.`,
    hint: 'Ouvrez-le dans votre traitement de texte et enregistrez-le de nouveau au format .docx, sans mot de passe.',
  }),
  'worksheet-format': ({ file, found }) => ({
    message: `${file} est ${worksheet.formats[String(found)] ?? worksheet.formats['other']} ; rien n’a été modifié.`,
    hint: 'Ouvrez-le dans votre traitement de texte et enregistrez-le au format Word (.docx), puis recommencez.',
  }),
  'worksheet-too-large': ({ file, limit }) => ({
    message: `${file} dépasse ${limit} Mo ; rien n’a été modifié.`,
    hint: 'Retirez-en les images, qui ne sont pas reprises, et enregistrez-le de nouveau.',
  }),
  'worksheet-unmarked': ({ file, flags }) => ({
    message: `${file} ne dit plus de quoi il est la fiche ; rien n’a été modifié.`,
    hint: `Dites-le par ${flags} : tout ce qui diffère vous sera montré.`,
  }),
  'worksheet-subject': ({ file, found, expected }) => ({
    message: `${file} est la fiche de ${found}, non celle de ${expected} ; rien n’a été modifié.`,
    hint: 'Donnez l’autre fichier, ou retirez l’option.',
  }),
  'worksheet-field': ({ file, field, key, value }) => ({
    message: `${file}, « ${field} » : ${value === '' ? 'le champ est vide' : `« ${value} » n’est pas compris`} ; rien n’a été modifié.`,
    hint: EXPECTED[String(key)] ?? 'Corrigez ce champ dans la fiche, puis recommencez.',
  }),
  'worksheet-taken': ({ file }) => ({
    message: `${file} existe déjà et contient autre chose que ce que la fiche demandait ; il n’a pas été remplacé.`,
    hint: 'Reprenez d’abord cette fiche (import), déplacez-la, ou choisissez un autre dossier avec --out.',
  }),
};
