import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../support/fault-run.ts';
import { newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';

const INIT = ['--certification', 'RNCP38126', '--name', 'Null'];

describe('init', () => {
  test('makes a folder that opens, with the exact name and its référentiel', async () => {
    const folder = join(temporaryFolder(), 'mon dossier été');
    const run = await runAcquis([
      'nouveau',
      folder,
      ...INIT,
      '--blocks',
      'BC02,RNCP38126BC03,bc02',
      '--stage',
      'faisabilite',
    ]);
    expect([run.status, run.stdout]).toEqual([0, '']);
    const { portfolio, referential } = await testStore().open(folder);
    expect(portfolio).toMatchObject({
      candidate: { name: 'Null' },
      stage: 'faisabilite',
      target: { blocks: ['RNCP38126BC02', 'RNCP38126BC03'] },
    });
    expect(referential.code).toBe('RNCP38126');
  });

  test('never overwrites', async () => {
    const folder = await newFolder();
    const before = readIn(folder);
    const other = temporaryFolder();
    writeFileSync(join(other, 'a.txt'), 'a');
    const runs = await Promise.all([
      runAcquis(['init', folder, ...INIT]),
      runAcquis(['init', other, ...INIT]),
    ]);
    expect(runs.map(({ status }) => status)).toEqual([2, 2]);
    expect([readIn(folder), filesIn(other)]).toEqual([before, ['a.txt']]);
  });

  test('of a certification that has ended asks when one was declared recevable', async () => {
    const home = temporaryFolder();
    const init = (name: string, ...more: string[]) =>
      runAcquis(['init', join(home, name), '--certification', 'RNCP35080', '--name', 'Ada', ...more]);
    const [late, none, early] = await Promise.all([
      init('a', '--eligible', '2026-03-03'),
      init('b'),
      init('c', '--eligible', '2025-03-03'),
    ]);
    expect([late.status, none.status, early.status]).toEqual([2, 2, 0]);
    for (const run of [late, none, early]) expect(run.stderr).toContain('RNCP41336');
    expect([existsSync(join(home, 'a')), existsSync(join(home, 'b'))]).toEqual([false, false]);
  });
});

describe('without a terminal', () => {
  test.each<[string, string[], string[]]>([
    ['init', ['init'], ['--certification', '--name']],
    ['sample', ['sample'], ['--certification', 'acquis referential list']],
    ['init with a name', ['init', 'DIR/neuf', '--name', 'Ada'], ['--certification']],
    ['an empty name', ['init', 'DIR/neuf', '--certification', 'RNCP38126', '--name', ' '], ['--name']],
    ['organisation add', ['organisation', 'add', 'DIR'], ['--name']],
    ['experience add', ['experience', 'add', 'DIR'], ['--title']],
    ['activity add', ['activite', 'ajouter', 'DIR'], ['--title']],
    ['evidence add', ['preuve', 'add', 'DIR'], ['--title']],
    ['activity edit', ['activity', 'edit', 'DIR', 'A1'], ['au moins une option']],
    [
      'a proof given twice',
      ['evidence', 'add', 'DIR', 'ok.txt', '--title', 't', '--file', 's.pdf'],
      ['--file', 'ok.txt'],
    ],
    ['evidence edit without an id', ['evidence', 'edit'], ['dossier-ou-id']],
    ['remove without an id', ['experience', 'remove'], ['dossier-ou-id']],
    [
      'a text on standard input that is closed',
      ['activity', 'add', 'DIR', '--title', 'x', '--context', '-'],
      ['--context'],
    ],
    ['an unknown option', ['activity', 'add', 'DIR', '--titre', 'x'], ['--titre']],
    ['a folder that is an empty word', ['activity', 'list', ''], ['vide']],
    ['a proof that is an empty word', ['evidence', 'add', 'DIR', '', '--title', 't'], ['vide']],
    ['an unknown format', ['activity', 'list', 'DIR', '--format', 'xml'], ['--format']],
  ])('%s ends with 2, names what lacks and creates nothing', async (_name, args, named) => {
    const folder = await newFolder();
    const before = [readIn(folder), filesIn(folder)];
    const run = await runAcquis(
      args.map((arg) => arg.replace('DIR', folder)),
      { cwd: temporaryFolder() },
    );
    expect(run.status, run.stderr).toBe(2);
    for (const flag of named) expect(run.stderr).toContain(flag);
    expect([readIn(folder), filesIn(folder)]).toEqual(before);
    expect(existsSync(join(folder, 'neuf'))).toBe(false);
  });
});
