import { describe, expect, test } from 'vitest';

import { firstWords } from '../../src/render/first-words.ts';

describe('the first words of a text', () => {
  test.each([
    [
      'J’ai mené dix-huit entretiens et cartographié les acteurs du réemploi.',
      'J’ai mené dix-huit entretiens et cartographié…',
    ],
    ['J’ai monté une veille : données de la collecte, enquête, lecture.', 'J’ai monté une veille…'],
    [
      'Le conseil a retenu trois orientations, dont la création d’emplois.',
      'Le conseil a retenu trois orientations…',
    ],
    [
      'Chaque trimestre, je mesure les écarts ; au deuxième trimestre, une baisse.',
      'Chaque trimestre, je mesure les écarts…',
    ],
    ['Nous avons revu l’organigramme et les plannings.', 'Nous avons revu l’organigramme et les plannings.'],
  ])('are cut where a reader would pause: %s', (text, cut) => {
    expect(firstWords(text, 7)).toBe(cut);
  });

  test('cut a long sentence at its pause', () => {
    const text =
      'J’ai construit une grille pour comparer l’existant et le requis ; elle a fait apparaître un manque de relais.';
    expect(firstWords(text, 14)).toBe('J’ai construit une grille pour comparer l’existant et le requis…');
  });

  test('keep a word even where all lean', () => {
    expect(firstWords('de la de la de la de la', 3)).toBe('de…');
  });
});
