import { afterAll, expect, test } from 'vitest';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import { readPlacedText } from '../support/placed-text.ts';
import { readStory } from '../support/stories.ts';
import { portfolioOf } from '../support/story-documents.ts';

const printer = createDocumentPrinter({ env: process.env });
afterAll(() => printer.close());

const story = readStory('recit-a-rncp38126');
const identified: Portfolio = {
  ...story,
  candidate: {
    ...story.candidate,
    birthDate: '1985-02-03',
    address: '3 rue des Tilleuls\n00000 Saint-Aubrac-sur-Vielle',
    phone: '06 00 00 00 00',
    email: 'noemie@exemple.fr',
    degrees: ['BTS de gestion', 'Licence d’économie'],
  },
};

/** Pages on which a word stands by itself or begins a run, and the last page of the front matter. */
const pagesOf = async (portfolio: Portfolio, ...wanted: readonly string[]): Promise<number[][]> => {
  const document = await renderHtml(await portfolioOf(portfolio), 'paper');
  const placed = await readPlacedText(await printer.print(document));
  return wanted.map((word) => [
    ...new Set(placed.filter(({ text }) => text.trim() === word).map(({ page }) => page)),
  ]);
};

test('the contents stand under a whole identity, and the text begins overleaf', async () => {
  const [title, first, last] = await pagesOf(identified, 'Sommaire', 'Parcours', 'Annexes');
  expect(title).toEqual([2]);
  expect(first?.slice(0, 2)).toEqual([2, 3]);
  expect(last?.[0]).toBe(2);
});

test('contents too long for the rest of that page begin there all the same, and go on', async () => {
  const long = story.activities.map((activity) => ({
    ...activity,
    title: `${activity.title} dans une structure de l’économie sociale et solidaire à dimension territoriale`,
  }));
  const [title, first, last] = await pagesOf(
    { ...identified, activities: [...long, ...long.map((each) => ({ ...each, id: `${each.id}bis` }))] },
    'Sommaire',
    'Parcours',
    'Annexes',
  );
  expect(title).toEqual([2]);
  expect(first?.slice(0, 2)).toEqual([2, 4]);
  expect(last?.[0]).toBe(3);
});
