import { describe, expect, test } from 'vitest';
import { widthOf, wrap } from '../../src/output/wrap.ts';

describe('wrap', () => {
  test('keeps a sign with its word and gives plain spaces back', () => {
    expect(wrap('Visez-vous la certification entière ?', 36)).toBe('Visez-vous la certification\nentière ?');
    expect(wrap('dit « nous » plus souvent que « je » : voir', 12).split('\n')).toEqual([
      'dit « nous »',
      'plus souvent',
      'que « je » :',
      'voir',
    ]);
  });

  test('never goes past the width, wide characters and long words included', () => {
    const text = `Une phrase : ${'é'.repeat(30)} 漢字漢字漢字漢字 « fin » !`;
    for (const width of [12, 20, 40])
      expect(
        wrap(text, width, '  ')
          .split('\n')
          .every((line) => widthOf(line) <= width),
      ).toBe(true);
  });

  test('breaks a path that no line holds behind a point or a slash, and changes none of its letters', () => {
    const path = 'documents.dossier-validation.introduction';
    const lines = wrap(`Écrivez-la dans portfolio.yaml : ${path}.`, 40, '    ', '  → ').split('\n');
    expect(lines).toEqual([
      '  → Écrivez-la dans portfolio.yaml :',
      '    documents.dossier-validation.',
      '    introduction.',
    ]);
    expect(wrap('a/b.c', 40)).toBe('a/b.c');
    expect(wrap(`/tmp/${'x'.repeat(50)}/y.pdf`, 20).replaceAll('\n', '')).toBe(
      `/tmp/${'x'.repeat(50)}/y.pdf`,
    );
  });
});
