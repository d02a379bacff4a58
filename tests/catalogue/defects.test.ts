import { expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';

test('a key that names a part of every object is told as it is written', () => {
  for (const key of ['constructor', '__proto__', 'toString'])
    expect(words.fieldName({ path: `activities[0].${key}`, args: { entity: 'A1' } })).toBe(
      `activité A1, ${key}`,
    );
});

test('a place in a list that has no name is told without an empty part', () => {
  expect(words.fieldName({ path: '[0].question' })).toBe('question');
});

test('only a later version asks for an update', () => {
  const hint = (version: string): string =>
    words.errors['unsupported-version']({ file: 'portfolio.yaml', version, supported: 1 }).hint;
  expect(hint('2')).toContain('Mettez acquis à jour');
  for (const version of ['0', '1.0', 'deux']) expect(hint(version)).toContain('version: 1');
});
