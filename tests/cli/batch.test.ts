import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startBatch } from '../support/batch-process.ts';
import { makeCohort, smallPortfolio, SPOILERS } from '../support/small-cohort.ts';
import { folderOf, temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { until } from '../support/until.ts';

const AT = ['--at', '2026-11-22'];

interface Item {
  readonly folder: string;
  readonly status: string;
  readonly documents: readonly string[];
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
}
const itemsIn = (text: string): readonly Item[] => {
  const { version, items } = JSON.parse(text) as { version: number; items: Item[] };
  expect(version).toBe(1);
  return items;
};
const reportIn = (folder: string): readonly Item[] => itemsIn(readFileSync(join(folder, 'r.json'), 'utf8'));

/** Every file below `folder` with its bytes. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

const spoil = (folder: string, spoilers: Readonly<Record<string, number>>): void => {
  for (const [name, kind] of Object.entries(spoilers)) SPOILERS[kind]?.(join(folder, name));
};

describe('acquis batch export', () => {
  test('makes every honest folder’s documents as if no other were there', async () => {
    const [clean, root] = [temporaryFolder(), temporaryFolder()];
    const names = makeCohort(join(clean, 'promo'), 8);
    makeCohort(join(root, 'promo'), 8);
    const spoilers = { c000: 0, c001: 3, c004: 2, c006: 5, c007: 0 };
    spoil(join(root, 'promo'), spoilers);
    const args = ['batch', 'export', 'promo', '--format', 'html', '--out', 'sortie', ...AT];
    expect((await runAcquis(args, { cwd: clean })).status).toBe(0);
    const { status, stdout, stderr } = await runAcquis([...args, '--report', 'r.json'], { cwd: root });
    expect(status).toBe(1);
    const honest = names.filter((name) => !(name in spoilers));
    const expected = filesIn(join(clean, 'sortie'));
    expect(filesIn(join(root, 'sortie'))).toEqual(
      Object.fromEntries(Object.entries(expected).filter(([file]) => honest.includes(file.slice(0, 4)))),
    );
    // In the order of the list, whatever ended first.
    const items = reportIn(root);
    expect(items.map(({ folder }) => folder)).toEqual(names.map((name) => `promo/${name}`));
    for (const { folder, status: became, documents, error } of items) {
      const isHonest = honest.some((name) => folder.endsWith(name));
      expect(became).toBe(isHonest ? 'done' : 'failed');
      expect(documents.every((path) => existsSync(join(root, path)))).toBe(true);
      expect(error === null).toBe(isHonest);
      if (error !== null) expect(stderr).toContain(error.hint);
    }
    expect(stdout.split('\n').filter((line) => line.startsWith('failed\t'))).toHaveLength(5);
    const made = items.find(({ folder }) => folder === 'promo/c002')?.documents ?? [];
    expect(made).toEqual(
      expect.arrayContaining(['sortie/c002/portfolio.html', 'sortie/c002/travail/couverture.html']),
    );
    expect(stdout).toContain(`done\tpromo/c002\t${made.join('\t')}\n`);
  }, 60_000);

  test('follows a manifest: what to make, under which name, of which certification', async () => {
    const root = folderOf({
      'promo/Zoé/portfolio.yaml': smallPortfolio('zoe'),
      'promo/ada/portfolio.yaml': smallPortfolio('ada'),
      'promo/bob/portfolio.yaml': smallPortfolio('bob'),
      'promo/liste.csv':
        'dossier;certification;documents;sortie\r\nZoé;rncp38126;memoire;Zoé Martin\r\nada;RNCP41296;;\r\nbob;;portfolio;\r\nabsente;;;\r\n',
    });
    const { status } = await runAcquis(
      ['lot', 'exporter', '--manifest', 'promo/liste.csv', '--format', 'html', '--out', 'sortie', '--report', 'r.json', ...AT],
      { cwd: root },
    ); // prettier-ignore
    expect(status).toBe(1);
    expect(Object.keys(filesIn(join(root, 'sortie'))).toSorted()).toEqual([
      'Zoé-Martin/travail/memoire-plan.html',
      'bob/portfolio.html',
    ]);
    expect(reportIn(root).map(({ folder, error }) => [folder, error?.code])).toEqual([
      ['promo/Zoé', undefined],
      ['promo/ada', 'certification-differs'],
      ['promo/bob', undefined],
      ['promo/absente', 'not-a-portfolio'],
    ]);
  });

  test('follows no link that lies in --out under the name of a folder, --out itself apart', async () => {
    const [root, victim] = [
      folderOf({ 'promo/ada/portfolio.yaml': smallPortfolio('ada') }),
      temporaryFolder(),
    ];
    mkdirSync(join(root, 'vrai'));
    symlinkSync('vrai', join(root, 'sortie'));
    const args = ['batch', 'export', 'promo', '--format', 'html', '--out', 'sortie', ...AT];
    expect((await runAcquis(args, { cwd: root })).status).toBe(0);
    rmSync(join(root, 'vrai/ada'), { recursive: true });
    symlinkSync(victim, join(root, 'vrai/ada'));
    const { status, stderr } = await runAcquis([...args, '--no-cache'], { cwd: root });
    expect([status, readdirSync(victim)]).toEqual([1, []]);
    expect(stderr).toContain('lien');
  });

  test('starts nothing new after a failure with --fail-fast', async () => {
    const root = temporaryFolder();
    makeCohort(root, 12);
    spoil(root, { c000: 1 });
    const args = 'batch export --document portfolio --format html --jobs 1 --fail-fast --report r.json'.split(
      ' ',
    );
    expect((await runAcquis(args, { cwd: root })).status).toBe(1);
    const statuses = reportIn(root).map(({ status }) => status);
    expect(statuses[0]).toBe('failed');
    expect(statuses.filter((status) => status === 'not-started').length).toBeGreaterThan(6);
  });

  test('does what is left after a kill -9, and only that', async () => {
    const root = temporaryFolder();
    const names = makeCohort(root, 12);
    const made = 'export --document portfolio --format html --jobs 1 --out sortie --report r.json';
    const args = [...made.split(' '), ...AT];
    const run = startBatch(args, root);
    await until(() => run.lines().length >= 4, 40_000);
    run.child.kill('SIGKILL');
    await run.ended;
    await until(() => run.left().length === 0);
    const before = filesIn(join(root, 'sortie'));
    const timeOf = (path: string): number => statSync(join(root, path)).mtimeMs;
    const done = run.lines().map((line) => line.split('\t')[1] ?? '');
    // Somebody took one away, and one candidate has written since.
    const [first = '', second = ''] = done;
    writeFileSync(join(root, first, 'portfolio.yaml'), `${smallPortfolio('c000')}notes: écrit depuis\n`);
    const times = new Map(done.slice(1).map((name) => [name, timeOf(`sortie/${name}/portfolio.html`)]));
    // Of another day, and elsewhere: over the same documents it would make the first run's untrue.
    const elsewhere = args.slice(0, -1).map((word) => (word === 'sortie' ? 'autre-jour' : word));
    const other = await runAcquis(['batch', ...elsewhere, '2026-11-23', '--resume', '--shard', '1/1'], {
      cwd: root,
    });
    expect(other.stderr).toContain('Aucune exécution interrompue');
    const again = await runAcquis(['batch', ...args, '--resume'], { cwd: root });
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('Reprise : ');
    const became = new Map(reportIn(root).map(({ folder, status }) => [folder, status]));
    expect([...became.keys()]).toEqual(names);
    expect(became.get(first)).toBe('done');
    expect([...became.values()].filter((status) => status === 'done').length).toBeLessThan(12);
    expect(times.size).toBeGreaterThan(0);
    expect(before[`${second}/portfolio.html`]).toBeDefined();
    const last = await runAcquis(['batch', ...args, '--resume'], { cwd: root });
    expect(last.stderr).toContain('Aucune exécution interrompue');
  }, 60_000);

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'ends on %s with what it has finished, and nothing else',
    async (signal, status) => {
      const root = temporaryFolder();
      makeCohort(root, 12);
      const run = startBatch(
        ['export', '--document', 'portfolio', '--out', 'sortie', '--report', 'r.json', ...AT],
        root,
      );
      await until(() => run.lines().length >= 1, 40_000);
      const sent = Date.now();
      run.child.kill(signal);
      expect(await run.ended).toEqual({ code: status, signal: null });
      expect(Date.now() - sent).toBeLessThan(3000);
      await until(() => run.left().length === 0);
      expect(run.temporaries()).toEqual([]);
      const files = filesIn(join(root, 'sortie'));
      expect(Object.keys(files).filter((name) => !name.endsWith('portfolio.pdf'))).toEqual([]);
      for (const bytes of Object.values(files)) expect(bytes).toMatch(/^%PDF-[^]*%%EOF\s*$/u);
      const items = reportIn(root);
      expect(items).toHaveLength(12);
      expect(items.filter((item) => item.status === 'done').length).toBe(run.lines().length);
      expect(items.some((item) => item.status === 'not-started')).toBe(true);
    },
    60_000,
  );
});

describe('acquis batch check', () => {
  test('gives one JSON document on stdout, and ends by what is missing', async () => {
    const root = temporaryFolder();
    makeCohort(root, 3);
    const { status, stdout, stderr } = await runAcquis(
      ['lot', 'bilan', '--format', 'json', '--jobs', '2', ...AT],
      { cwd: root },
    );
    expect(status).toBe(1);
    const items = itemsIn(stdout);
    expect(items.map((item) => item.status)).toEqual(['findings', 'findings', 'findings']);
    expect(items[0]?.findings.map(({ code }) => code)).toContain('competence-absent');
    expect(stderr).toContain('3 dossiers en ');
    const lines = await runAcquis(['batch', 'check', 'c00*', ...AT], { cwd: root });
    expect(lines.stdout.split('\n').toSorted()).toEqual([
      '',
      ...[0, 1, 2].map((index) => `findings\tc00${index}\t0`),
    ]);
  });

  test.each([
    ['nothing to work on', ['x*']],
    ['a part that is none', ['--shard', '5/4']],
    ['no folder at a time', ['--jobs', '0']],
    ['a report of no known kind', ['--report', 'r.txt']],
    ['a kind of report without a report', ['--report-format', 'csv']],
    ['a day that is none', ['--at', '2026-02-30']],
  ])('is refused with %s before anything is done', async (_, args) => {
    const root = temporaryFolder();
    const { status, stderr } = await runAcquis(['batch', 'check', ...args], { cwd: root });
    expect(stderr).toMatch(/^✗ /u);
    expect(status).toBe(2);
    expect(readdirSync(root)).toEqual([]);
  });

  test('is refused where its report cannot be written', async () => {
    const root = temporaryFolder();
    makeCohort(root, 1);
    for (const report of ['c000', '/dev/null']) {
      const args = ['batch', 'check', '--report', report, '--report-format', 'json'];
      expect((await runAcquis(args, { cwd: root })).status).toBe(5);
    }
  });
});
