import { describe, expect, test } from 'vitest';

import type { ChosenActivity } from '../../../../src/domain/documents/activities.ts';
import { supportsOf } from '../../../../src/domain/documents/sheets/supports.ts';

const activity = {
  id: 'A1',
  title: 'Ouvrir un atelier',
  context: 'Le quartier n’en avait pas.',
  approach: 'J’ai visité trois lieux. J’en ai retenu un.',
};
const told = [{ activity, shows: [], number: 1 } as unknown as ChosenActivity & { number: number }];

describe('the material at each step of a preparation sheet', () => {
  test('is never told at two steps', () => {
    const steps = supportsOf(told, [{ fields: ['approach', 'goal'] }, { fields: ['approach', 'role'] }]);
    expect(steps.map((one) => one.map(({ text }) => text))).toEqual([['J’ai visité trois lieux.'], []]);
  });

  test('is the next answer where the first is taken', () => {
    const steps = supportsOf(told, [{ fields: ['context'] }, { fields: ['context', 'approach'] }]);
    expect(steps[1]?.map(({ text }) => text)).toEqual(['J’ai visité trois lieux.']);
  });
});
