import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { shareMinutes } from '../../../../src/domain/documents/sheets/timing.ts';

test('the steps share the whole time in half minutes, none left without', () => {
  assert(
    property(
      array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
      integer({ min: 12, max: 240 }),
      (weights, halves) => {
        const shares = shareMinutes(halves / 2, weights);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(halves / 2);
        expect(shares.every((share) => share >= 0.5 && Number.isInteger(share * 2))).toBe(true);
        const heaviest = weights.indexOf(Math.max(...weights));
        expect(Math.max(...shares)).toBe(shares[heaviest]);
      },
    ),
  );
});

test('fifteen minutes of a soutenance', () => {
  expect(shareMinutes(15, [1, 2, 3, 4, 3, 2, 1])).toEqual([1.5, 2, 2.5, 3.5, 2.5, 2, 1]);
});
