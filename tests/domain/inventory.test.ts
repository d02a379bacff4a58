import { expect, test } from 'vitest';
import { inventoryStage, isInventoryOpen } from '../../src/domain/inventory.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';

const activities = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `A${index + 1}`, title: `Titre ${index + 1}` }));
const linked = (id: string, competence: string) => ({ id, title: id, competences: [{ id: competence }] });
const transversal = Array.from({ length: 7 }, (_, index) => ({
  competence: `ESS-T${index + 1}`,
  position: 'en cours' as const,
}));

test.each([
  ['nothing yet', {}, 'experiences'],
  ['posts alone', { experiences: [{ id: 'X1', title: 'T' }] }, 'experiences'],
  ['a few titles', { activities: activities(3) }, 'activities'],
  ['enough titles', { activities: activities(8) }, 'ticks'],
  ['ticked half-way', { activities: [linked('A1', 'ESSAI1BC01-C01'), { id: 'A2', title: 'T' }] }, 'ticks'],
  ['ticked to the end', { activities: [linked('A1', 'ESSAI1BC02-C01')] }, 'transversal'],
  ['all done', { activities: [linked('A1', 'ESSAI1BC02-C01')], essProfile: { transversal } }, undefined],
])('%s: the inventory goes on with %s', (_, fields, stage) => {
  const portfolio = buildPortfolio(fields);
  expect(isInventoryOpen(portfolio)).toBe(true);
  expect(inventoryStage(smallReferential(), portfolio)).toBe(stage);
});

test('only the walked blocks count', () => {
  const portfolio = buildPortfolio({
    activities: [linked('A1', 'ESSAI1BC01-C01')],
    essProfile: { transversal },
  });
  expect(inventoryStage(smallReferential(), portfolio)).toBe('ticks');
  expect(inventoryStage(smallReferential(), portfolio, ['ESSAI1BC01'])).toBeUndefined();
});

test.each([
  ['a proof', { evidence: [{ id: 'P01', title: 'P' }] }],
  ['a told field', { activities: [{ id: 'A1', title: 'T', context: 'C' }] }],
  [
    'a sentence',
    { activities: [{ id: 'A1', title: 'T', competences: [{ id: 'ESSAI1BC01-C01', claim: 'J’ai' }] }] },
  ],
])('%s ends the inventory', (_, fields) => {
  expect(isInventoryOpen(buildPortfolio(fields))).toBe(false);
});
