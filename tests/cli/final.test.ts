import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
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

test('a number of security or an account, and nothing else, keeps who is ready from handing in, and is named', async () => {
  const root = temporaryFolder();
  const ready = await finishedPortfolio(join(root, 'prete'), 'RNCP38126');
  const text = readFileSync(join(ready, 'portfolio.yaml'), 'utf8');
  const numbers = { nir: '2 85 05 78 006 000 28', iban: 'FR14 2004 1010 0505 0001 3M02 606' };
  for (const [kind, number] of Object.entries(numbers)) {
    const folder = join(root, 'promo', kind);
    cpSync(ready, folder, { recursive: true });
    const stored = parse(text, { schema: 'failsafe' }) as { activities: { role: string }[] };
    for (const activity of stored.activities.slice(0, 1)) activity.role += `\n\nAvec ${number}.`;
    writeFileSync(join(folder, 'portfolio.yaml'), stringify(stored));
  }
  const day = ['--format', 'html', '--at', OPEN_DAYS.RNCP38126];
  const { status } = await runAcquis(['batch', 'export', 'promo', '--final', ...day, '--out', 'sortie', '--report', 'r.json'], { cwd: root }); // prettier-ignore
  expect(status).toBe(1);
  const { items } = JSON.parse(readFileSync(join(root, 'r.json'), 'utf8')) as {
    items: readonly { readonly findings: readonly { readonly code: string; readonly path: string }[] }[];
  };
  for (const { findings } of items)
    expect(findings.map(({ code }) => code)).toEqual(['privacy-text-exposed']);
  expect(existsSync(join(root, 'sortie'))).toBe(false);
  const alone = await runAcquis([
    'export',
    join(root, 'promo', 'nir'),
    '--document',
    'dossier-validation',
    '--final',
    ...day,
  ]);
  expect([alone.status, alone.stdout]).toEqual([1, '']);
  expect(alone.stderr).toContain(numbers.nir);
}, 60_000);

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
