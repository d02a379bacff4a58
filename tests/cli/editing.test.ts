import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENTITY_FIELDS } from '../../src/app/entity-fields.ts';
import type { Collection } from '../../src/domain/edits.ts';
import { Activity, Evidence, Experience, Organisation } from '../../src/domain/portfolio.ts';
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
    const start = performance.now();
    const run = await runAcquis(
      args.map((arg) => arg.replace('DIR', folder)),
      { cwd: temporaryFolder() },
    );
    expect(performance.now() - start).toBeLessThan(2000);
    expect(run.status, run.stderr).toBe(2);
    for (const flag of named) expect(run.stderr).toContain(flag);
    expect([readIn(folder), filesIn(folder)]).toEqual(before);
    expect(existsSync(join(folder, 'neuf'))).toBe(false);
  });
});

describe('the lists of a portfolio by flags', () => {
  test('tell a whole portfolio, and give it back', async () => {
    const folder = await newFolder();
    const acquis = async (...args: string[]): Promise<string> => {
      const run = await runAcquis(args, { cwd: folder });
      expect(run.status, run.stderr).toBe(0);
      return run.stdout;
    };
    writeFileSync(join(folder, 'contexte.md'), 'Deux\r\nlignes\n');
    expect(
      await acquis('organisation', 'add', '--name', 'La Remise, des Combes', '--legal-form', 'SCIC'),
    ).toBe('O1\n');
    expect(
      await acquis(
        'experience',
        'add',
        '--title',
        'Directrice',
        '--organisation',
        'la remise, des combes',
        '--organisation',
        'Une nouvelle',
        '--status',
        'mandat',
        '--start',
        '2021-03',
      ),
    ).toBe('X1\n');
    expect(
      await acquis(
        'activity',
        'add',
        '--title',
        '01000',
        '--experience',
        'x1',
        '--context',
        '@contexte.md',
        '--goal',
        '@@but',
        '--period',
        '2023/',
        '--competence',
        'bc01-c1=J’ai = fait',
        '--competence',
        'BC02-C02',
      ),
    ).toBe('A1\n');
    expect(
      await acquis(
        'evidence',
        'add',
        '--title',
        'Lien',
        '--url',
        'https://exemple.fr',
        '--activity',
        'A1',
        '--shows',
        'BC01-C01=ce que',
        '--authorisation-who',
        'Mairie',
        '--authorisation-what',
        'publier',
      ),
    ).toBe('P01\n');
    expect(
      await acquis(
        'evidence',
        'add',
        '--title',
        'Attestation',
        '--state',
        'à demander',
        '--asked-from',
        'la présidente',
        '--asked-on',
        '2026-01-05',
      ),
    ).toBe('P02\n');
    const { portfolio } = await testStore().open(folder);
    expect(portfolio.organisations.map(({ name }) => name)).toEqual([
      'La Remise, des Combes',
      'Une nouvelle',
    ]);
    expect(portfolio.experiences[0]).toMatchObject({ organisations: ['O1', 'O2'], start: '2021-03' });
    expect(portfolio.activities[0]).toEqual({
      id: 'A1',
      title: '01000',
      experiences: ['X1'],
      period: { start: '2023' },
      context: 'Deux\nlignes',
      goal: '@but',
      competences: [{ id: 'ESSAI1BC01-C01', claim: 'J’ai = fait' }, { id: 'ESSAI1BC02-C02' }],
    });
    expect(portfolio.evidence[1]).toMatchObject({ askedOn: '2026-01-05', state: 'à demander' });

    await acquis(
      'activity',
      'edit',
      'A1',
      '--goal',
      '',
      '--remove-competence',
      'BC02-C02',
      '--competence',
      'BC01-C02=de plus',
    );
    await acquis(
      'evidence',
      'edit',
      folder,
      'p01',
      '--authorisation-who',
      '',
      '--authorisation-what',
      '',
      '--activity',
      '',
    );
    const edited = (await testStore().open(folder)).portfolio;
    expect(edited.activities[0]).not.toHaveProperty('goal');
    expect(edited.activities[0]?.competences.map(({ id }) => id)).toEqual([
      'ESSAI1BC01-C01',
      'ESSAI1BC01-C02',
    ]);
    expect(edited.evidence[0]).not.toHaveProperty('authorisation');
    expect(edited.evidence[0]?.activities).toEqual([]);

    const kept = await runAcquis(['experience', 'remove', 'X1'], { cwd: folder });
    expect([kept.status, kept.stderr.includes('A1')]).toEqual([2, true]);
    expect(await acquis('experience', 'remove', 'X1', '--force')).toBe('X1\n');
    const listed = JSON.parse(await acquis('activity', 'list', '--format', 'json')) as {
      activities: object[];
    };
    expect(listed.activities).toEqual([{ ...edited.activities[0], experiences: [] }]);
    expect(await acquis('activity', 'liste')).toBe('A1  01000 · 2023 – en cours · BC01-C01 BC01-C02\n');
  });

  test('what a hostile title would do to the terminal is shown instead', async () => {
    const folder = await newFolder();
    const title = 'a\u001b[2J\u009b31m\u202e\rb\u0007';
    const added = await runAcquis(['activity', 'add', folder, '--title', title]);
    const listed = await runAcquis(['activity', 'list', folder]);
    for (const text of [added.stderr, listed.stdout])
      // oxlint-disable-next-line no-control-regex -- these bytes must not come out
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect((await testStore().open(folder)).portfolio.activities[0]?.title).toBe(title);
  });
});

/** Keys of a schema, one level into its objects that are no lists. */
const keysOf = (shape: object): string[] => Object.keys(shape).filter((key) => key !== 'id');

test('every field of every list has its option', () => {
  const schemas: [Collection, object][] = [
    ['organisations', Organisation.shape],
    ['experiences', Experience.shape],
    ['activities', Activity.shape],
    ['evidence', Evidence.shape],
  ];
  for (const [collection, shape] of schemas) {
    const given = new Set(ENTITY_FIELDS[collection].map(({ field }) => field.split('.')[0]));
    expect(given).toEqual(new Set(keysOf(shape)));
  }
});
