import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finishedPortfolio } from '../support/finished-portfolio.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { OPEN_DAYS, samplesIn } from '../support/samples.ts';

describe('who has written everything', () => {
  test.each([
    ['RNCP38126', 'html,pdf', ['dossier-validation', 'portfolio', 'memoire', 'ecrit-reflexif', 'soutenance-diapositives']],
    ['RNCP41296', 'html', ['dossier-validation', 'memoire', 'soutenance-diapositives']],
    ['RNCP35080', 'html', ['dossier-validation', 'memoire', 'soutenance-diapositives']],
  ] as const)('%s: export --document all --final makes what the jury reads, and that alone', async (code, formats, expected) => {
    const folder = await finishedPortfolio(join(temporaryFolder(), 'dossier'), code);
    const { status, stdout, stderr } = await runAcquis([
      'export', folder, '--document', 'all', '--final', '--format', formats, '--at', OPEN_DAYS[code],
    ]);
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n').map((path) => relative(join(folder, 'exports'), path))).toEqual(
      formats.split(',').flatMap((format) => expected.map((name) => `${name}.${format}`)),
    );
    expect(existsSync(join(folder, 'exports', 'travail'))).toBe(false);
  }, 60_000); // prettier-ignore
});

test('batch export --final hands in who is ready; who is not is told why, and nothing of theirs is written', async () => {
  const root = temporaryFolder();
  await finishedPortfolio(join(root, 'promo', 'ada'), 'RNCP38126');
  await samplesIn(join(root, 'promo', 'bob'));
  const { status } = await runAcquis(
    ['batch', 'export', 'promo', '--final', '--format', 'html', '--out', 'sortie', '--report', 'r.json', '--at', OPEN_DAYS.RNCP38126],
    { cwd: root },
  ); // prettier-ignore
  expect(status).toBe(1);
  interface Item {
    readonly folder: string;
    readonly status: string;
    readonly documents: readonly string[];
    readonly findings: readonly { readonly code: string }[];
  }
  const { items } = JSON.parse(readFileSync(join(root, 'r.json'), 'utf8')) as { items: readonly Item[] };
  expect(items.map((item) => [item.folder, item.status])).toEqual([
    ['promo/ada', 'done'],
    ['promo/bob', 'findings'],
  ]);
  const [ada, bob] = items;
  expect(ada?.documents).toHaveLength(5);
  expect(bob?.documents).toEqual([]);
  expect(bob?.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['final-outline', 'final-section-unwritten']),
  );
  expect(existsSync(join(root, 'sortie', 'bob'))).toBe(false);
}, 60_000);
