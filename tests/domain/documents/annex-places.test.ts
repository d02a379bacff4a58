import { expect, test } from 'vitest';
import { placeOfPage } from '../../../src/domain/documents/annex-places.ts';

const points = (millimetres: number): number => (millimetres / 25.4) * 72;

test.each([
  ['an A4 page', 210, 297, { orientation: 'upright', width: 175.35, height: 248 }],
  ['the same turned', 297, 210, { orientation: 'turned', width: 227.7, height: 161 }],
  ['a small photo, as large as it is', 100, 80, { orientation: 'turned', width: 100, height: 80 }],
  ['a plan', 841, 1189, { orientation: 'upright', width: 175.41, height: 248 }],
  ['a strip, as wide as can be seen', 1, 5000, { orientation: 'upright', width: 0.5, height: 248 }],
])('%s', (_, width, height, place) => {
  expect(placeOfPage({ width: points(width), height: points(height) })).toEqual(place);
});
