import type { ErrorArgs } from '../../app/errors.ts';
import type { Sentence } from './sentence.ts';

/** What keeps a comment, a file of comments or private notes from being written or read. */
export const reviewErrors = {
  'several-threads': ({ id, known }: ErrorArgs): Sentence => ({
    message: `${id} désigne plusieurs fils de relecture ; rien n’a été écrit.`,
    hint: `Donnez l’identifiant de l’un d’eux : ${known}.`,
  }),
  'thread-state': ({ id, about, state }: ErrorArgs): Sentence => ({
    message: `Le fil ${id} (${about}) ${state === 'settled' ? 'est déjà réglé' : 'n’est pas réglé'} ; rien n’a été écrit.`,
    hint:
      state === 'settled'
        ? 'Pour y revenir : acquis review reopen.'
        : 'Pour le poursuivre : acquis review answer.',
  }),
  'file-taken': ({ file }: ErrorArgs): Sentence => ({
    message: `${file} existe déjà et n’est pas un fichier de relecture ; il n’a pas été remplacé.`,
    hint: 'Choisissez un autre nom.',
  }),
  'review-not-taken-over': ({ file, count }: ErrorArgs): Sentence => ({
    message: `${file} contient ${count === 1 ? 'un message' : `${count} messages`} que ce dossier n’a pas ; il n’a pas été remplacé.`,
    hint: 'Reprenez-les d’abord avec acquis review import, ou choisissez un autre nom.',
  }),
  'unreadable-review': ({ file }: ErrorArgs): Sentence => ({
    message: `${file} n’est pas un fichier de relecture lisible ; rien n’a été modifié.`,
    hint: 'Demandez à qui vous l’a envoyé de l’écrire à nouveau : acquis review export.',
  }),
  'other-portfolio': ({ file, found, expected }: ErrorArgs): Sentence => ({
    message: `${file} concerne un autre portfolio (${found}) que celui-ci (${expected}) ; rien n’a été modifié.`,
    hint: 'Vérifiez le dossier : un portfolio garde son identifiant quand on le copie.',
  }),
  'unreadable-notes': ({ file }: ErrorArgs): Sentence => ({
    message: `Vos notes privées (${file}) ne sont pas lisibles ; elles n’ont pas été modifiées.`,
    hint: 'Corrigez les lignes indiquées dans un éditeur de texte.',
  }),
};
