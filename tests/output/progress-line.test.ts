import { describe, expect, test } from 'vitest';
import { progressLine, progressParts } from '../../src/output/progress-line.ts';
import { widthOf } from '../../src/output/wrap.ts';

const AFTER_A_MINUTE = { done: 120, total: 200, failed: 3, resumed: 0, elapsed: 60 };

describe('the line that moves', () => {
  test('says how far, how fast, how long and what failed in 80 columns', () => {
    expect(progressLine(AFTER_A_MINUTE, 80)).toBe(
      `${'█'.repeat(18)}${'░'.repeat(12)} 120/200 · 3 échecs · reste 40 s · 2,0/s`,
    );
  });

  test('says less where it is narrow, and fits', () => {
    expect(progressLine(AFTER_A_MINUTE, 40)).toMatch(/^[█░]{6,} 120\/200 · 3 échecs/u);
    for (let width = 8; width <= 200; width++)
      for (const done of [0, 1, 9_999, 10_000])
        expect(widthOf(progressLine({ ...AFTER_A_MINUTE, done, total: 10_000 }, width))).toBeLessThan(
          Math.max(width, 13),
        );
  });

  test('promises nothing before it knows, and counts no folder that took no time', () => {
    expect(progressParts({ done: 0, total: 9, failed: 0, resumed: 0, elapsed: 30 })).toEqual(['0/9']);
    expect(progressParts({ done: 5, total: 9, failed: 0, resumed: 5, elapsed: 30 })).toEqual(['5/9']);
    expect(progressParts({ done: 7, total: 9, failed: 0, resumed: 5, elapsed: 20 })).toEqual([
      '7/9',
      'reste 20 s',
      '6,0/min',
    ]);
  });
});
