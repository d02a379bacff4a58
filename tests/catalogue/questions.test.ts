import { expect, test } from 'vitest';
import { questions } from '../../src/catalogue/fr/questions.ts';

test('a proof to ask for is not said to have been asked for', () => {
  const help = (state: string, from: string) => questions['review.received'].help?.({ state, from });
  expect(help('à demander', 'Mme Roche')).toBe('Vous l’aviez notée à demander à Mme Roche.');
  expect(help('demandée', 'Mme Roche')).toBe('Vous l’aviez demandée à Mme Roche.');
  expect(help('demandée', '')).toBe('Vous l’aviez demandée.');
});

test('the name of an organisation is not bent into the question', () => {
  const { message, help } = questions['experience.title'];
  const args = { organisation: 'Régie de quartier' };
  expect(message(args)).toBe('Quel était votre poste ou votre rôle ?');
  expect(help?.(args)).toContain('Régie de quartier');
});
