import { describe, expect, test } from 'vitest';
import { computeCoverage } from '../../../src/domain/coverage.ts';
import type { FileState } from '../../../src/domain/evidence/files.ts';
import type { FileContent } from '../../../src/domain/file-type/inspect-content.ts';
import type { StoredPortfolio } from '../../../src/domain/portfolio.ts';
import { runRules } from '../../../src/domain/rules/index.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

const C1 = 'ESSAI1BC01-C01';
type Stored = NonNullable<StoredPortfolio['evidence']>[number];

const proof = (fields: Partial<Stored> = {}): Stored => ({
  id: 'P1',
  title: 'Note',
  kind: 'production',
  date: '2024',
  confidentiality: 'publiable',
  file: { path: 'preuves/n.pdf' },
  shows: [{ competence: C1, what: 'la veille' }],
  ...fields,
});

const check = (evidence: Stored[], contents: Record<string, FileContent>, bytes = 1) => {
  const activity = { id: 'A1', title: 'Veiller', competences: [{ id: C1, claim: 'J’ai veillé.' }] };
  const [referential, portfolio] = [smallReferential(), buildPortfolio({ evidence, activities: [activity] })];
  const files = new Map(
    Object.entries(contents).map(([key, content]): [string, FileState] => [
      key,
      { state: 'present', bytes, content },
    ]),
  );
  const coverage = computeCoverage({ referential, portfolio, files });
  return runRules({ referential, portfolio, files, coverage, today: '2026-11-22' }, 'validation');
};

const codesOf = (...args: Parameters<typeof check>) =>
  check(...args)
    .filter(({ path }) => path.startsWith('evidence.'))
    .map(({ code }) => code);

const pdf = { type: 'pdf' } as const;

describe('what the bytes of a proof tell', () => {
  test.each([
    [{ type: 'unknown', fault: 'empty' }, ['evidence-empty']],
    [{ type: 'pdf', fault: 'cut' }, ['evidence-cut']],
    [{ type: 'pdf', fault: 'encrypted' }, ['evidence-encrypted']],
    [{ type: 'jpeg', mistyped: true }, ['evidence-mistyped']],
    [{ type: 'docx' }, ['evidence-not-printable']],
    [pdf, []],
  ] as const)('%o gives %j', (content, codes) => {
    expect(codesOf([proof()], { P1: content })).toEqual(codes);
  });

  test('is told of the version that may be shown too, with the option that replaces it', () => {
    const one = proof({ confidentiality: 'à anonymiser', publicFile: { path: 'preuves/p.pdf' } });
    const found = check([one], { P1: pdf, 'P1:publicFile': { type: 'pdf', fault: 'cut' } });
    expect(found.find(({ code }) => code === 'evidence-cut')?.args).toMatchObject({
      file: 'preuves/p.pdf',
      option: '--public-file',
    });
  });

  test('only what may be shown has to fit and to be printable', () => {
    const film = { type: 'mp4' } as const;
    expect(codesOf([proof()], { P1: pdf }, 10_000_001)).toEqual(['evidence-huge']);
    expect(
      codesOf([proof({ confidentiality: 'à ne pas joindre', shows: [] })], { P1: film }, 10_000_001),
    ).toEqual(['evidence-orphan']);
    const both = proof({ publicFile: { path: 'preuves/p.pdf' } });
    expect(codesOf([both], { P1: film, 'P1:publicFile': pdf })).toEqual([]);
  });

  test('what cannot be printed is said once for all of its family', () => {
    const found = check(
      ['P1', 'P2', 'P3'].map((id) => proof({ id })),
      { P1: { type: 'docx' }, P2: { type: 'text' }, P3: { type: 'ods' } },
    ).filter(({ code }) => code === 'evidence-not-printable');
    expect(found.map(({ args }) => [args['family'], args['ids']])).toEqual([
      ['office', 'P1, P3'],
      ['text', 'P2'],
    ]);
  });
});

test('the same bytes under two ids are one proof', () => {
  const file = (path: string) => ({ path, sha256: 'a'.repeat(64), bytes: 1 });
  const twice = [proof({ file: file('a') }), proof({ id: 'P2', file: file('b') }), proof({ id: 'P3' })];
  const found = check(twice, { P1: pdf, P2: pdf, P3: pdf }).filter(
    ({ code }) => code === 'evidence-duplicate',
  );
  expect(found.map(({ path, args }) => [path, args['other']])).toEqual([['evidence.P2', 'P1']]);
});

test('an original given as its own redacted version is named, and shown by nobody', () => {
  const file = { path: 'preuves/n.pdf', sha256: 'a'.repeat(64) };
  const one = proof({
    confidentiality: 'à anonymiser',
    file,
    publicFile: { ...file, path: 'preuves/m.pdf' },
  });
  expect(codesOf([one], { P1: pdf, 'P1:publicFile': pdf })).toEqual([
    'evidence-to-anonymise',
    'evidence-public-same',
  ]);
});

describe('what proofs are worth', () => {
  const light = (fields: Partial<Stored>) =>
    check([proof(fields)], { P1: pdf })
      .filter(({ path }) => path === `competences.${C1}`)
      .map(({ code }) => code);

  test('support by light proofs alone is said, beside no other grade', () => {
    expect(light({ kind: 'lettre de félicitations' })).toEqual(['competence-light']);
    expect(light({ kind: 'témoignage', authorisation: { who: 'Mme Roux' } })).toEqual(['competence-fragile']);
    for (const kind of ['production', 'contrat', 'autre', undefined] as const)
      expect(light({ kind })).toEqual([]);
  });

  test('who is seen or quoted has to agree', () => {
    const photo = { kind: 'photo', alt: 'Une fête' } as const;
    expect(codesOf([proof(photo)], { P1: { type: 'jpeg' } })).toEqual(['evidence-unauthorised']);
    const agreed = { ...photo, authorisation: { kind: 'image', who: 'M. Petit' } } as const;
    expect(codesOf([proof(agreed)], { P1: { type: 'jpeg' } })).toEqual([]);
  });
});

test.each([
  [
    { state: 'demandée', askedOn: '2026-11-01', askedFrom: 'Mme Roux' },
    { days: 21, late: '', from: 'Mme Roux' },
  ],
  [
    { state: 'promise', promisedFor: '2026-11-20' },
    { late: 2, promisedFor: '2026-11-20' },
  ],
  [{ state: 'à demander' }, { days: '', late: '' }],
] as const)('a proof awaited, %o, says since when', (fields, args) => {
  const one = { ...proof(fields), file: undefined };
  expect(check([one], {}).find(({ code }) => code === 'evidence-awaited')?.args).toMatchObject(args);
});
