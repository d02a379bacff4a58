import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFiles, type WeighedAnnex } from '../../../src/domain/deposit/plan-files.ts';

const annexes = array(array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), {
  maxLength: 30,
}).map((all): WeighedAnnex[] => all.map((pages, index) => ({ id: `P${index + 1}`, pages })));
const limits = record({ maxFiles: integer({ min: 1, max: 8 }), maxBytes: integer({ min: 30, max: 200 }) });

const weigh = (all: readonly WeighedAnnex[], { id, from, to }: { id: string; from: number; to: number }) =>
  all.find((annex) => annex.id === id)!.pages.slice(from, to).reduce((sum, bytes) => sum + bytes, 0); // prettier-ignore

describe('annexes shared out among files', () => {
  test('every page once, in order, within the limits; or the exact reason why not', () => {
    const met = { planned: 0, 'page-too-large': 0, 'too-many-files': 0 };
    assert(
      property(annexes, limits, (all, given) => {
        const plan = planFiles(all, given);
        met[plan.kind]++;
        const tooLarge = all.find(({ pages }) => pages.some((bytes) => bytes > given.maxBytes));
        if (plan.kind === 'page-too-large') return plan.id === tooLarge?.id && plan.bytes > given.maxBytes;
        expect(tooLarge).toBeUndefined();
        if (plan.kind === 'too-many-files') return plan.needed > given.maxFiles;
        const walked = plan.files.flat().flatMap(({ id, from, to }) => {
          expect(from).toBeLessThan(to);
          return Array.from({ length: to - from }, (_, index) => `${id}.${from + index}`);
        });
        expect(walked).toEqual(all.flatMap(({ id, pages }) => pages.map((_, page) => `${id}.${page}`)));
        expect(plan.files.length).toBeLessThanOrEqual(given.maxFiles);
        for (const file of plan.files) {
          expect(file.length).toBeGreaterThan(0);
          expect(file.reduce((sum, part) => sum + weigh(all, part), 0)).toBeLessThanOrEqual(given.maxBytes);
          // Only what is too large for a file of its own is cut.
          for (const { id, from, to } of file) {
            const whole = weigh(all, { id, from: 0, to: 99 });
            if (weigh(all, { id, from, to }) < whole) expect(whole).toBeGreaterThan(given.maxBytes);
          }
        }
        return true;
      }),
      { numRuns: 2000 },
    );
    expect(Object.values(met).every((count) => count > 20)).toBe(true);
  });

  test('small ones stand together; the next file begins where one finds no room', () => {
    const all = [3, 3, 5, 4, 12].map((bytes, index) => ({ id: `P${index}`, pages: [bytes] }));
    const plan = planFiles(all, { maxFiles: 8, maxBytes: 12 });
    expect(plan).toMatchObject({
      files: [[{ id: 'P0' }, { id: 'P1' }, { id: 'P2' }], [{ id: 'P3' }], [{ id: 'P4' }]],
    });
    expect(planFiles([], { maxFiles: 8, maxBytes: 12 })).toEqual({ kind: 'planned', files: [] });
  });

  test('one that is too large is cut between its pages, and what follows it may stand behind its end', () => {
    const all = [{ id: 'P1', pages: [4, 4, 4] }, { id: 'P2', pages: [3] }]; // prettier-ignore
    expect(planFiles(all, { maxFiles: 8, maxBytes: 8 })).toEqual({
      kind: 'planned',
      files: [
        [{ id: 'P1', from: 0, to: 2 }],
        [
          { id: 'P1', from: 2, to: 3 },
          { id: 'P2', from: 0, to: 1 },
        ],
      ],
    });
    expect(planFiles(all, { maxFiles: 1, maxBytes: 8 })).toEqual({ kind: 'too-many-files', needed: 2 });
    expect(planFiles(all, { maxFiles: 9, maxBytes: 3 })).toMatchObject({ kind: 'page-too-large', id: 'P1' });
  });
});
