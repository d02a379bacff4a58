import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputNames, portableName, sameNameKey } from '../../../src/domain/batch/output-names.ts';

const named = (...paths: string[]): string[] => outputNames(paths.map((path) => ({ path })));

describe('a portable name', () => {
  test.each([
    ['Éloïse MARTIN', 'Éloïse-MARTIN'],
    ['E\u0301loi\u0308se', 'Éloïse'],
    ['سعاد الحسن', 'سعاد-الحسن'],
    ['O’Brien & Fils <SARL>', 'O-Brien-Fils-SARL'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.cachée', 'cachée'],
    ['fin. ', 'fin'],
    ['NUL', 'dossier-NUL'],
    ['com1.txt', 'dossier-com1.txt'],
    ['a\u0000b\u202ec\r\nd', 'a-b-c-d'],
  ])('%j becomes %j', (text, name) => {
    expect(portableName(text)).toBe(name);
  });

  test('is never empty, keeps to 120 bytes, and tells long names apart', () => {
    expect(portableName('***')).toMatch(/^dossier-\w{7}$/);
    const [first, second] = [portableName(`${'é'.repeat(200)}1`), portableName(`${'é'.repeat(200)}2`)];
    expect(first).not.toBe(second);
    for (const name of [first, second]) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
  });

  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const name = portableName(text);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u);
        expect(name).not.toMatch(/[.-]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 60 },
    );
  });
});

describe('names for a list', () => {
  test('are the folders’ own where that is enough', () => {
    expect(named('promo/ada', 'promo/grace')).toEqual(['ada', 'grace']);
  });

  test('take the parent’s name in front where two candidates share one', () => {
    expect(named('2025/ada', '2026/ada', '2026/zoé')).toEqual(['2025-ada', '2026-ada', 'zoé']);
  });

  test('are distinct for file systems that ignore case or write accents their own way', () => {
    expect(named('x/Zoé', 'y/zoe\u0301')).toEqual(['x-Zoé', 'y-zoé']);
    expect(new Set(named('Straße', 'STRASSE').map(sameNameKey)).size).toBe(2);
  });

  test('end with a mark of the whole path where its parts do not tell', () => {
    const [first = '', second = ''] = named('x/a b', 'x/a-b');
    expect([first, second]).toEqual([
      expect.stringMatching(/^x-a-b-\w{7}$/),
      expect.stringMatching(/^x-a-b-\w{7}$/),
    ]);
    expect(first).not.toBe(second);
  });

  test('leave asked names alone and step aside for them', () => {
    expect(outputNames([{ path: 'x/ada' }, { path: 'y/b', asked: 'Ada' }])).toEqual(['x-ada', 'Ada']);
  });

  test('are distinct, and the same in any order', () => {
    const part = fc.constantFrom('a', 'A', 'b', 'a b', 'a-b', 'é', 'e\u0301', 'nul', '*', 'portfolio');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const paths = fc.uniqueArray(path, { maxLength: 12 });
    fc.assert(
      fc.property(
        paths.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const names = named(...list);
          expect(new Set(names.map(sameNameKey)).size).toBe(list.length);
          const again = new Map(shuffled.map((path, index) => [path, named(...shuffled)[index]]));
          expect(list.map((path) => again.get(path))).toEqual(names);
        },
      ),
      { numRuns: 150 },
    );
  });
});
