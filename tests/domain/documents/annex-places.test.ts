import { expect, test } from 'vitest';
import { fitsBeneath, placeOfPage } from '../../../src/domain/documents/annex-places.ts';

const points = (millimetres: number): number => (millimetres / 25.4) * 72;

test.each([
  ['an A4 page', 210, 297, { orientation: 'upright', width: 175.35, height: 248 }],
  ['the same turned', 297, 210, { orientation: 'turned', width: 227.7, height: 161 }],
  ['a small photo, as large as it is', 100, 80, { orientation: 'upright', width: 100, height: 80 }],
  ['a panorama', 297, 45, { orientation: 'turned', width: 267, height: 40.45 }],
  ['a plan', 841, 1189, { orientation: 'upright', width: 175.41, height: 248 }],
  ['a strip, as wide as can be seen', 1, 5000, { orientation: 'upright', width: 0.5, height: 248 }],
])('%s', (_, width, height, place) => {
  expect(placeOfPage({ width: points(width), height: points(height) })).toEqual(place);
});

test('a logo stands under the title of its annex, a page of A5 on a page of its own', () => {
  expect(fitsBeneath(placeOfPage({ width: points(40), height: points(30) }))).toBe(true);
  expect(fitsBeneath(placeOfPage({ width: points(148), height: points(210) }))).toBe(false);
});
