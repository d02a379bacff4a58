import { expect, test } from 'vitest';
import { likeliest } from '../../../src/domain/text/nearest.ts';
import { DEFECT_KINDS } from '../../../src/domain/sample/defects/index.ts';

const names = DEFECT_KINDS.map(({ name }) => name);

test('the likeliest names come first, few of them, and none for a word that is like no other', () => {
  expect(likeliest('evidence-mising', names)[0]).toBe('evidence-missing');
  expect(likeliest('missing', names)).toContain('snapshot-missing');
  const akin = likeliest('evidence', names);
  expect(akin).toHaveLength(6);
  expect(akin.every((name) => name.startsWith('evidence-'))).toBe(true);
  expect(likeliest('zzzzzzz', names)).toEqual([]);
});
