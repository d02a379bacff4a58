import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AcquisError } from '../../src/app/errors.ts';
import { checkPortfolio } from '../../src/app/check-portfolio.ts';
import type { CheckReport } from '../../src/domain/check-report.ts';
import { FINDINGS, type Finding } from '../../src/domain/findings.ts';
import { DEFECT_KINDS } from '../../src/domain/sample/defects/index.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { smallReferential } from '../support/build-portfolio.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { OPEN_DAYS, samplesIn, shipped, treeHash, type ShippedCode } from '../support/samples.ts';

const CODES = Object.keys(OPEN_DAYS) as ShippedCode[];

const check = (folder: string, today: string): Promise<CheckReport> =>
  checkPortfolio(
    openStore(async () => shipped),
    shipped,
    folder,
    { today },
  );

const createHashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const codesOf = (findings: readonly Finding[], severities: readonly string[]): string[] =>
  findings.filter(({ severity }) => severities.includes(severity)).map(({ code }) => code);

describe('the same seed gives the same bytes', () => {
  test('twice, and whatever the count', async () => {
    const root = temporaryFolder();
    await samplesIn(join(root, 'a'), { count: 2, completeness: 60 });
    await samplesIn(join(root, 'b'), { count: 3, completeness: 60 });
    await samplesIn(join(root, 'c'), { completeness: 60 });
    expect(treeHash(join(root, 'a/exemple-0002'))).toBe(treeHash(join(root, 'b/exemple-0002')));
    expect(treeHash(join(root, 'a/exemple-0001'))).toBe(treeHash(join(root, 'c')));
    expect(treeHash(join(root, 'b/exemple-0003'))).not.toBe(treeHash(join(root, 'b/exemple-0002')));
  });

  test('on this machine as on the one where this hash was taken', async () => {
    const folder = join(temporaryFolder(), 'dossier');
    await samplesIn(folder, { seed: 7, completeness: 60 });
    // The snapshot of a référentiel may change with the register: what is ours is hashed apart from it.
    expect(treeHash(join(folder, 'preuves'))).toBe(
      'de2ab970e0422f15f1bb1afdd6bee7391be389ece9ff5104d900541aa10a375c',
    );
    const text = readFileSync(join(folder, 'portfolio.yaml'), 'utf8').replace(/^ {2}sha256: .*$/m, '');
    expect(createHashOf(text)).toBe('af2bd824db597068038623b0998a968376c18644b7e5dcf1f8d1ac505ed9efbe');
  });

  test('another seed, another person and other words', async () => {
    const root = temporaryFolder();
    const texts = await Promise.all(
      [1, 2].map(async (seed) => {
        const [folder = ''] = await samplesIn(join(root, `s${seed}`), { seed });
        return readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
      }),
    );
    const contexts = texts.map((text) => new Set(text.match(/^ {4}(?:context|role|analysis): .*$/gm)));
    expect([...contexts[0]!].filter((line) => contexts[1]!.has(line)).length).toBeLessThan(
      contexts[0]!.size / 2,
    );
  });
});

describe('the completeness asked for', () => {
  test.each(CODES.flatMap((code) => [0, 1, 40, 67, 99, 100].map((percent) => [code, percent] as const)))(
    '%s at %i percent: the check says so, within one competence',
    async (code, completeness) => {
      const [folder = ''] = await samplesIn(join(temporaryFolder(), 'd'), {
        certification: code,
        completeness,
      });
      const { coverage, findings, passed } = await check(folder, OPEN_DAYS[code]);
      const { percent, competences } = coverage.summary;
      expect(Math.abs(percent - completeness)).toBeLessThan(100 / competences);
      expect(codesOf(findings, ['error'])).toEqual([]);
      expect(passed).toBe(completeness === 100);
    },
  );

  test.each(CODES)('%s, whole: nothing to say but what the fiche says to everybody', async (code) => {
    const made = await samplesIn(temporaryFolder(), { certification: code, count: 4, seed: 3 });
    for (const folder of made) {
      const { findings, portfolio, coverage } = await check(folder, OPEN_DAYS[code]);
      expect(codesOf(findings, ['error', 'gap', 'warning']).filter((one) => !one.startsWith('registration-'))).toEqual([]); // prettier-ignore
      expect(coverage.summary.analysed).toBe(coverage.summary.competences);
      expect(portfolio.candidate.fictional).toBe('oui');
    }
  });

  test('of a certification nobody has written words for', async () => {
    const source = { ...shipped, find: async () => smallReferential() };
    const [folder = ''] = await samplesIn(join(temporaryFolder(), 'd'), { certification: 'ESSAI1' }, source);
    const { coverage } = await check(folder, '2026-09-01');
    expect(coverage.summary).toMatchObject({ competences: 4, supported: 4, fragile: 0, percent: 100 });
  });
});

describe('a defect asked for', () => {
  const SAID_TO_EVERYBODY = ['assessment-elsewhere', 'prerequisite-validation', 'prerequisite-training'];
  /** What an export says of the folder, and no check. */
  const SAID_BY_EXPORT = ['annex-apart', 'annexes-without-place', 'templates-ignored'];
  /** Of what another program did to the file. */
  const SAID_OF_DAMAGE = ['portfolio-cut'];
  const BESIDE: Readonly<Record<string, readonly string[]>> = {
    'block-thin': ['competence-unsupported'],
    'competence-absent': ['competence-absent'],
  };

  test('can be any finding that a folder can have', () => {
    const found = new Set(DEFECT_KINDS.map((kind) => kind.found));
    expect(
      Object.keys(FINDINGS)
        // `final-` and `privacy-`: what handing in and `check --privacy` look for, of which no portfolio is made on purpose.
        .filter((code) => !found.has(code) && !/^(?:final|privacy)-/.test(code))
        .toSorted(),
    ).toEqual([...SAID_TO_EVERYBODY, ...SAID_BY_EXPORT, ...SAID_OF_DAMAGE].toSorted());
  });

  test.each([
    ['RNCP38126', 100],
    ['RNCP35080', 30],
  ] as const)(
    'is found under its code, with no other error: %s at %i percent',
    async (code, completeness) => {
      const made = await samplesIn(temporaryFolder(), {
        certification: code,
        completeness,
        count: DEFECT_KINDS.length,
        defects: 'all',
      });
      for (const [index, kind] of DEFECT_KINDS.entries()) {
        const outcome = await check(made[index] ?? '', OPEN_DAYS[code]).catch((error: unknown) => error);
        if (kind.stage === 'unreadable') {
          if (!(outcome instanceof AcquisError)) throw new Error(`${kind.name} was read`);
          expect([outcome.code, ...outcome.details.map((detail) => detail.code)]).toContain(kind.found);
          continue;
        }
        const { findings } = outcome as CheckReport;
        expect(findings.map((one) => one.code)).toContain(kind.found);
        expect(codesOf(findings, ['error']).filter((one) => one !== kind.found)).toEqual([]);
        const gaps = codesOf(findings, ['gap']).filter((one) => one !== kind.found);
        if (completeness === 100) expect(gaps.filter((one) => !BESIDE[kind.name]?.includes(one))).toEqual([]);
      }
    },
  );

  test('together with others; those that exclude each other are refused, and the unknown', async () => {
    const root = temporaryFolder();
    const [folder = ''] = await samplesIn(join(root, 'd'), {
      defects: ['evidence-orphan', 'activity-we', 'evidence-undated'],
    });
    const { findings } = await check(folder, '2026-09-01');
    expect(codesOf(findings, ['error', 'gap', 'warning']).toSorted()).toEqual([
      'activity-we', 'evidence-orphan', 'evidence-undated',
    ]); // prettier-ignore
    const refused = async (defects: readonly string[]): Promise<unknown> =>
      samplesIn(join(root, 'e'), { defects }).catch(({ code }: AcquisError) => code);
    expect(await refused(['yaml-syntax', 'activity-we'])).toBe('contradicting-defects');
    expect(await refused(['feasibility-unanswered', 'activity-we'])).toBe('contradicting-defects');
    expect(await refused(['registration-closed', 'registration-ended'])).toBe('contradicting-defects');
    expect(await refused(['inconnu'])).toBe('unknown-defect');
    expect(readdirSync(root)).toEqual(['d']);
  });
});

describe('nothing is written over', () => {
  test('a folder that holds anything is refused before anything is made', async () => {
    const root = temporaryFolder();
    await samplesIn(root, { count: 2 });
    const before = treeHash(root);
    await expect(samplesIn(root, { count: 4 })).rejects.toMatchObject({ code: 'folder-not-empty' });
    await expect(samplesIn(join(root, 'exemple-0001'))).rejects.toMatchObject({ code: 'folder-not-empty' });
    expect(treeHash(root)).toBe(before);
  });

  test('nor is a certification used once its registration has ended', async () => {
    const order = { certification: 'RNCP35080', at: '2026-09-01' };
    await expect(samplesIn(join(temporaryFolder(), 'd'), order)).rejects.toMatchObject({
      code: 'certification-closed',
    });
  });
});
