import { expect, it } from 'vitest';
import { CLEAN_TEXTS } from '../../support/privacy/clean-texts.ts';
import { HELD_OUT_CLEAN, HELD_OUT_NAMES, HELD_OUT_PLANTED } from '../../support/privacy/held-out-texts.ts';
import { measureDetectors, measureText } from '../../support/privacy/measure.ts';
import { LISTED_NAMES, PLANTED_TEXTS } from '../../support/privacy/planted-texts.ts';

it('finds what is planted in fifty texts of the field, and next to nothing in fifty clean ones', () => {
  expect([PLANTED_TEXTS.length, CLEAN_TEXTS.length]).toEqual([50, 50]);
  const measure = measureDetectors(PLANTED_TEXTS, CLEAN_TEXTS, LISTED_NAMES);
  process.stdout.write(measureText('corpus', measure));
  expect(measure.recall).toBeGreaterThanOrEqual(0.95);
  expect(measure.precision).toBeGreaterThanOrEqual(0.95);
});

it('does nearly as well on texts that it was never fitted to', () => {
  const measure = measureDetectors(HELD_OUT_PLANTED, HELD_OUT_CLEAN, HELD_OUT_NAMES);
  process.stdout.write(measureText('held out', measure));
  expect(measure.recall).toBeGreaterThanOrEqual(0.9);
  expect(measure.precision).toBeGreaterThanOrEqual(0.9);
});
