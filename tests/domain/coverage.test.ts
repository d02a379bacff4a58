import { describe, expect, test } from 'vitest';
import { computeCoverage } from '../../src/domain/coverage.ts';
import type { FileState } from '../../src/domain/evidence/files.ts';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';

const C1 = 'ESSAI1BC01-C01';
const BOTH_FORMS = 'ESSAI1BC02-C02';

const cover = (fields: Partial<StoredPortfolio>, files: Record<string, FileState> = {}) =>
  computeCoverage({
    referential: smallReferential(),
    portfolio: buildPortfolio(fields),
    files: new Map(Object.entries(files)),
  });

const of = (id: string, ...args: Parameters<typeof cover>) =>
  cover(...args)
    .blocks.flatMap(({ competences }) => competences)
    .find((competence) => competence.id === id);

const told = (extra: object = {}, id: string = C1) => [
  { id: 'A1', title: 'Veiller', competences: [{ id }], ...extra },
];
const proof = (extra: object = {}, competence = C1) => [
  {
    id: 'P1',
    title: 'Note',
    kind: 'production' as const,
    file: { path: 'preuves/n.txt' },
    shows: [{ competence }],
    ...extra,
  },
];
const present = { P1: { state: 'present', bytes: 3 } } as const;

describe('the grade of a competence', () => {
  test('is absent when no activity names it, whatever its proofs', () => {
    expect(of(C1, { evidence: proof() }, present)).toMatchObject({ grade: 'absent', evidence: ['P1'] });
  });

  test('is cited when an activity alone names it', () => {
    expect(of(C1, { activities: told() })).toMatchObject({ grade: 'cited', activities: ['A1'] });
  });

  test('is supported when a usable proof is linked', () => {
    expect(of(C1, { activities: told(), evidence: proof() }, present)).toMatchObject({ grade: 'supported' });
  });

  test.each([
    ['missing', { P1: { state: 'missing' } }],
    ['altered', { P1: { state: 'altered', bytes: 4 } }],
    ['outside the folder', { P1: { state: 'outside' } }],
    ['never looked at', {}],
  ] as const)('stays cited when the proof is %s', (_name, files) => {
    expect(of(C1, { activities: told(), evidence: proof() }, files)).toMatchObject({ grade: 'cited' });
  });

  test('stays cited when the proof must not be attached, or has no file yet', () => {
    const withheld = proof({ confidentiality: 'à ne pas joindre' });
    expect(of(C1, { activities: told(), evidence: withheld }, present)).toMatchObject({ grade: 'cited' });
    expect(of(C1, { activities: told(), evidence: proof({ file: undefined }) })).toMatchObject({
      grade: 'cited',
    });
  });

  test('counts a link as received, and a proof to anonymise as usable', () => {
    const link = proof({ file: undefined, url: 'https://exemple.fr/note' });
    expect(of(C1, { activities: told(), evidence: link })).toMatchObject({ grade: 'supported' });
    const masked = proof({ confidentiality: 'à anonymiser' });
    expect(of(C1, { activities: told(), evidence: masked }, present)).toMatchObject({ grade: 'supported' });
  });

  test.each([
    [{ results: 'r', analysis: 'a', difficulties: 'd' }, 'analysed'],
    [{ results: 'r', analysis: 'a', learning: 'l' }, 'analysed'],
    [{ results: 'r', analysis: 'a' }, 'supported'],
    [{ results: 'r', learning: 'l', difficulties: 'd' }, 'supported'],
  ])('with %o told is %s', (fields, grade) => {
    expect(of(C1, { activities: told(fields), evidence: proof() }, present)).toMatchObject({ grade });
  });

  test('accepts C1 for C01 and a missing certification code', () => {
    expect(of(C1, { activities: told({}, 'bc01-c1') })).toMatchObject({ grade: 'cited' });
  });
});

describe('a fragile proof', () => {
  test('is a testimony or a photo alone', () => {
    const alone = (kind: string) =>
      of(C1, { activities: told(), evidence: proof({ kind }) }, present)?.fragility;
    expect(alone('témoignage')).toBe('testimony-alone');
    expect(alone('photo')).toBe('image-alone');
    expect(alone('compte rendu')).toBeUndefined();
  });

  test('is one form where the statement asks for two', () => {
    const shown = (form: string) =>
      of(BOTH_FORMS, { activities: told({}, BOTH_FORMS), evidence: proof({ form }, BOTH_FORMS) }, present)
        ?.fragility;
    expect(shown('écrit')).toBe('one-form-of-two');
    const both = [
      ...proof({ form: 'écrit' }, BOTH_FORMS),
      { ...proof({ form: 'oral' }, BOTH_FORMS)[0], id: 'P2' },
    ];
    const files = { ...present, P2: { state: 'present', bytes: 1 } } as const;
    expect(
      of(BOTH_FORMS, { activities: told({}, BOTH_FORMS), evidence: both as never }, files)?.fragility,
    ).toBeUndefined();
  });

  test('is no matter before the competence is supported', () => {
    expect(of(C1, { evidence: proof({ kind: 'photo' }) }, present)?.fragility).toBeUndefined();
  });
});

describe('the summary', () => {
  test('counts targeted blocks that are not acquired, and rounds down', () => {
    const target = { blocks: ['BC01', 'ESSAI1BC02'], acquired: [{ block: 'BC02', juryDate: '2026-06-12' }] };
    const { summary, blocks } = cover({ target, activities: told(), evidence: proof() }, present);
    expect(summary).toMatchObject({ competences: 2, cited: 1, supported: 1, percent: 50, complete: false });
    expect(blocks.map(({ state, juryDate }) => [state, juryDate])).toEqual([
      ['partial', undefined],
      ['acquired', '2026-06-12'],
    ]);
  });

  test('leaves out what is not targeted', () => {
    const { summary, blocks } = cover({ target: { blocks: ['BC02'] }, activities: told() });
    expect(blocks.map(({ state }) => state)).toEqual(['not-targeted', 'empty']);
    expect(summary).toMatchObject({ competences: 2, cited: 0, percent: 0 });
  });

  test('is complete when everything is acquired', () => {
    const acquired = [{ block: 'BC01' }, { block: 'BC02' }];
    expect(cover({ target: { acquired } }).summary).toMatchObject({
      competences: 0,
      percent: 100,
      complete: true,
    });
  });
});
