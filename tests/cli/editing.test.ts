import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENTITY_FIELDS } from '../../src/app/entity-fields.ts';
import type { Collection } from '../../src/domain/edits.ts';
import { Activity, Evidence, Experience, Organisation } from '../../src/domain/portfolio.ts';
import { newFolder, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';

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
