import { expect, test } from 'vitest';
import {
  firstSentence,
  sentencesWithFigures,
} from '../../../../src/domain/documents/sheets/first-sentence.ts';

test.each([
  ['J’ai bâti un plan. Puis un autre.', 'J’ai bâti un plan.'],
  ['- j’ai écouté\n- j’ai décidé', 'j’ai écouté'],
  ['## Contexte\n\nLa suite', 'Contexte'],
  ['J’ai vu M. Dupont. Il a ri.', 'J’ai vu M. Dupont.'],
  ['Voir p. 12 du rapport ! Ensuite…', 'Voir p. 12 du rapport !'],
  ['Il dit « oui. » Puis non.', 'Il dit « oui. »'],
  ['Un *choix clair. Puis* la suite.', 'Un *choix clair. Puis* la suite.'],
  ['Le plan ([[P07]]) a été voté. Bien.', 'Le plan a été voté.'],
  ['Sans point final', 'Sans point final'],
  ['Une ligne\ncoupée en deux. Fin.', 'Une ligne coupée en deux.'],
  ['  ', ''],
])('%j begins with %j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

test('a figure is more than a year', () => {
  expect(
    sentencesWithFigures('En 2024, rien. J’ai suivi 212 usagers. Trois fois.\n- 9 tonnes évitées'),
  ).toEqual(['J’ai suivi 212 usagers.', '9 tonnes évitées']);
});
