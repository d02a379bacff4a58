import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEntity, deleteEntity, updateEntity } from '../../src/app/edit-entities.ts';
import { ENTITY_FIELDS, type Assignment } from '../../src/app/entity-fields.ts';
import { AcquisError } from '../../src/app/errors.ts';
import type { Collection } from '../../src/domain/edits.ts';
import { newFolder, temporaryFolder, testStore } from '../support/portfolio-folder.ts';

const assignments = (
  collection: Collection,
  typed: Readonly<Record<string, string | readonly string[]>>,
): Assignment[] =>
  ENTITY_FIELDS[collection]
    .filter(({ flag }) => flag in typed)
    .map((spec) => ({ spec, values: [typed[spec.flag]!].flat() }));

type Typed = Parameters<typeof assignments>[1];

const add = (folder: string, collection: Collection, typed: Typed) =>
  createEntity(testStore(), {
    folder,
    collection,
    assignments: assignments(collection, typed),
    today: '2026-11-22',
  });

const edit = (folder: string, collection: Collection, id: string, typed: Typed) =>
  updateEntity(testStore(), {
    folder,
    collection,
    id,
    assignments: assignments(collection, typed),
    today: '2026-11-22',
  });

const refusalOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AcquisError);
  const { kind, code, args } = error as AcquisError;
  return [kind, code, args['flag'], args['value'] ?? args['id'] ?? args['values']];
};

describe('links to competences', () => {
  test('are one link whatever the spelling, and are taken away in any spelling', async () => {
    const folder = await newFolder();
    await add(folder, 'activities', { title: 'a', competence: ['BC01-C1=un', 'bc01-c01=deux', 'BC02-C01'] });
    const store = testStore();
    // A hand-made file may name it as people do.
    await store.change(folder, ({ portfolio }) => ({
      ...portfolio,
      activities: portfolio.activities.map((one) => ({
        ...one,
        competences: [{ id: 'bc01-c1', claim: 'un' }, { id: 'BC02-C1' }],
      })),
    }));
    const relinked = await edit(folder, 'activities', 'A1', { competence: 'ESSAI1BC01-C01=trois' });
    expect(relinked.entity).toMatchObject({
      competences: [{ id: 'bc01-c1', claim: 'trois' }, { id: 'BC02-C1' }],
    });
    const unlinked = await edit(folder, 'activities', 'A1', { 'remove-competence': 'ESSAI1BC02-C01' });
    expect(unlinked.entity).toMatchObject({ competences: [{ id: 'bc01-c1' }] });
  });

  test('that are not there cannot be taken away', async () => {
    const folder = await newFolder();
    await add(folder, 'activities', { title: 'a', competence: 'BC01-C01' });
    await add(folder, 'evidence', { title: 'p' });
    const unlink = (typed: string) =>
      refusalOf(edit(folder, 'activities', 'A1', { 'remove-competence': typed }));
    expect(await unlink('BC02-C01')).toEqual([
      'usage',
      'no-such-link',
      '--remove-competence',
      'ESSAI1BC02-C01',
    ]);
    expect(await unlink('')).toEqual(['usage', 'unknown-id', undefined, '']);
    const [, code] = await refusalOf(edit(folder, 'evidence', 'P01', { 'remove-shows': 'BC01-C01' }));
    expect(code).toBe('no-such-link');
  });
});

describe('options that say what cannot be', () => {
  test.each<[string, Collection, Typed, unknown[]]>([
    ['an end before the start', 'experiences', { start: '2024-05', end: '2023' }, ['bad-flag', '--end', '2023']],
    ['a period that ends before it starts', 'evidence', { period: '2024/2023' }, ['bad-flag', '--period', '2024/2023']],
    ['two titles', 'evidence', { title: ['T', 'U'] }, ['repeated-flag', '--title', 'T, U']],
    ['two files', 'evidence', { file: ['a.pdf', 'b.pdf'] }, ['repeated-flag', '--file', 'a.pdf, b.pdf']],
  ])('%s: the option is named', async (_name, collection, typed, [code, ...told]) => {
    const folder = await newFolder();
    expect(await refusalOf(add(folder, collection, { title: 'x', ...typed }))).toEqual(['usage', code, ...told]);
  }); // prettier-ignore

  test('a start moved behind the end that is there', async () => {
    const folder = await newFolder();
    await add(folder, 'experiences', { title: 'x', start: '2020', end: '2021' });
    expect(await refusalOf(edit(folder, 'experiences', 'X1', { start: '2022' }))).toEqual([
      'usage', 'bad-flag', '--start', '2022',
    ]); // prettier-ignore
  });
});

describe('a value of a closed list', () => {
  test.each([
    ['decomposed', 'témoignage'.normalize('NFD'), 'témoignage'],
    ['as it stands', 'procès-verbal', 'procès-verbal'],
  ])('%s is kept in the spelling of the list', async (_name, kind, expected) => {
    const folder = await newFolder();
    expect(await add(folder, 'evidence', { title: 'p', kind })).toMatchObject({ kind: expected });
  });

  test('that is none is refused with the nearest one', async () => {
    const folder = await newFolder();
    await expect(add(folder, 'evidence', { title: 'p', kind: 'temoignage' })).rejects.toMatchObject({
      code: 'bad-flag',
      args: { flag: '--kind', value: 'temoignage', suggestion: 'témoignage' },
    });
  });
});

test('the file that an entry no longer names is told, by an edit and by a removal', async () => {
  const folder = await newFolder();
  const home = temporaryFolder();
  for (const name of ['un.pdf', 'deux.pdf']) writeFileSync(join(home, name), name);
  await add(folder, 'evidence', { title: 'p', file: join(home, 'un.pdf') });
  const replaced = await edit(folder, 'evidence', 'P01', { file: join(home, 'deux.pdf') });
  expect(replaced.left).toEqual(['preuves/P01-un.pdf']);
  expect((await edit(folder, 'evidence', 'P01', { title: 'autre' })).left).toEqual([]);
  expect((await edit(folder, 'evidence', 'P01', { file: '' })).left).toEqual(['preuves/P01-deux.pdf']);
  await edit(folder, 'evidence', 'P01', { file: join(home, 'un.pdf') });
  const removal = { folder, collection: 'evidence', id: 'P01', force: false } as const;
  expect((await deleteEntity(testStore(), removal)).left).toEqual(['preuves/P01-un.pdf']);
});
