import { describe, expect, test } from 'vitest';
import { isInShard, parseShard } from '../../../src/domain/batch/shard.ts';

const keys = Array.from({ length: 1000 }, (_, index) => `cohorte/candidate-${index}`);
const shard = (index: number, count: number, of = keys): string[] =>
  of.filter((key) => isInShard(key, { index, count }));

describe('shards of 1,000 folders', () => {
  test.each([2, 3, 4, 7, 16])('in %i parts hold each folder once, in parts of like size', (count) => {
    const parts = Array.from({ length: count }, (_, index) => shard(index + 1, count));
    expect(parts.flat().toSorted()).toEqual(keys.toSorted());
    for (const { length } of parts) {
      expect(length).toBeGreaterThan((1000 / count) * 0.6);
      expect(length).toBeLessThan((1000 / count) * 1.4);
    }
  });

  test('move no folder when others are added or the order changes', () => {
    const more = [...keys, 'cohorte/nouvelle', 'autre/dossier'].toReversed();
    expect(
      shard(2, 4, more)
        .filter((key) => keys.includes(key))
        .toSorted(),
    ).toEqual(shard(2, 4).toSorted());
  });

  test('are those of earlier versions', () => {
    const known = ['ada', 'grace', 'promo/zoé', 'promo/zoe\u0301', 'a/b/c'];
    expect(known.map((key) => [1, 2, 3, 4].find((index) => isInShard(key, { index, count: 4 })))).toEqual([
      3, 4, 1, 1, 4,
    ]);
  });
});

test('a shard is written i/n', () => {
  expect(parseShard('2/4')).toEqual({ index: 2, count: 4 });
  for (const text of ['0/4', '5/4', '1/0', '2', 'a/b', '-1/4', '1/4/2', ''])
    expect(parseShard(text)).toBeUndefined();
});
