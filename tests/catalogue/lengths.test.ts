import { expect, test } from 'vitest';
import { lengths } from '../../src/catalogue/fr/documents/lengths.ts';

test('a chapter that begins and ends on the page of the next one is told with it, not left out', () => {
  const part = (id: string, pages: number) => ({ id, heading: id, title: undefined, pages });
  const parts = [part('Parcours', 1), part('Organisations', 0), part('Activités', 8), part('Grille', 0), part('Bilan', 0), part('Annexes', 2)]; // prettier-ignore
  expect(lengths.parts({ parts }, ({ id }) => id)).toBe(
    'Parcours 1, Organisations et Activités 8, Grille, Bilan et Annexes 2',
  );
});
