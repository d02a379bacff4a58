import { expect, test } from 'vitest';
import { jobsFor } from '../../../src/cli/batch/machine.ts';

const GIB = 2 ** 30;

test.each([
  ['two processors and room', 2, 8 * GIB, 2],
  ['many processors', 64, 64 * GIB, 8],
  ['many processors and little memory', 16, 2 * GIB, 3],
  ['next to no memory', 16, GIB / 2, 1],
])('with %s', (_, processors, bytes, jobs) => {
  expect(jobsFor(processors, bytes)).toBe(jobs);
});
