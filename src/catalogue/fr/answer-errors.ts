import type { ErrorArgs } from '../../app/errors.ts';
import type { Sentence } from './sentence.ts';

/** What keeps a file of answers from being followed. */
export const answerErrors = {
  'unreadable-answers': ({ file }: ErrorArgs): Sentence => ({
    message: `${file} n’est pas un fichier de réponses lisible (YAML ou JSON) ; rien n’a été modifié.`,
    hint: 'Corrigez les lignes indiquées ; acquis walk --help montre la forme attendue.',
  }),
  'bad-answers': ({ file, number }: ErrorArgs): Sentence => ({
    message: `${file} : la réponse n° ${number} n’est pas de la forme « question: réponse ».`,
    hint: 'Le fichier est une liste ; chaque élément donne une question et sa réponse, dans l’ordre de l’entretien.',
  }),
  'missing-answer': ({ question, number }: ErrorArgs): Sentence => ({
    message: `Le fichier de réponses s’arrête avant la question « ${question} » (n° ${number}). Ce qui précède est enregistré.`,
    hint: 'Ajoutez cette réponse, ou terminez le fichier par une réponse « :quitter ».',
  }),
  'unexpected-answer': ({ question, found, number }: ErrorArgs): Sentence => ({
    message: `Réponse n° ${number} : la question posée est « ${question} », le fichier répond à « ${found} ».`,
    hint: 'Remettez les réponses dans l’ordre des questions. Ce qui précède est enregistré.',
  }),
  'refused-answer': ({ question, value, number }: ErrorArgs): Sentence => ({
    message: `Réponse n° ${number} : « ${value} » ne répond pas à la question « ${question} ».`,
    hint: 'Donnez une des réponses proposées. Ce qui précède est enregistré.',
  }),
};
