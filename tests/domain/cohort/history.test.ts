import { describe, expect, test } from 'vitest';
import { chooseBase, type KeptVersion } from '../../../src/domain/cohort/history.ts';

const kept = (count: number, replacedOn: string, stood = true): KeptVersion => ({ count, replacedOn, stood });
const versions = [kept(1, '2026-11-01'), kept(2, '2026-11-10'), kept(3, '2026-11-10'), kept(4, '2026-11-16')];

describe('the state a day began with', () => {
  test.each([
    ['2026-11-10', 'version', 2],
    ['2026-11-09', 'version', 2],
    ['2026-11-11', 'version', 4],
    ['2026-11-16', 'version', 4],
    ['2026-11-01', 'beginning', 1],
    ['2025-01-01', 'beginning', 1],
  ])('%s: %s %i', (since, kind, count) => {
    expect(chooseBase(versions, since, 100)).toMatchObject({ kind, version: { count } });
  });

  test('is the document where nothing was saved since, unknown without any version', () => {
    expect(chooseBase(versions, '2026-11-17', 100)).toEqual({ kind: 'document' });
    expect(chooseBase([], '2026-11-17', 100)).toEqual({ kind: 'unknown' });
    expect(chooseBase([kept(1, '2026-11-20', false)], '2026-11-17', 100)).toEqual({ kind: 'unknown' });
  });

  test('is said to be the nearest where versions were taken away, and is exact where the store thinned them', () => {
    const torn = [kept(1, '2026-11-01'), kept(9, '2026-11-16')];
    expect(chooseBase(torn, '2026-11-10', 100)).toMatchObject({ kind: 'nearest', version: { count: 9 } });
    const thinned = [...torn, ...Array.from({ length: 100 }, (_, at) => kept(10 + at, '2026-11-20'))];
    expect(chooseBase(thinned, '2026-11-10', 100)).toMatchObject({ kind: 'version', version: { count: 9 } });
  });

  test('passes over a refused text, which still fills its place in the count', () => {
    const refused = [kept(1, '2026-11-01'), kept(2, '2026-11-12', false), kept(3, '2026-11-16')];
    expect(chooseBase(refused, '2026-11-10', 100)).toMatchObject({ kind: 'version', version: { count: 3 } });
  });
});
