import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { updateEntity } from '../../src/app/edit-entities.ts';
import { ENTITY_FIELDS } from '../../src/app/entity-fields.ts';
import { packPortfolio } from '../../src/app/pack-portfolio.ts';
import { verifyFolder } from '../../src/app/verify-folder.ts';
import { createFolderInspector } from '../../src/storage/folder-integrity.ts';
import { testArchives } from '../support/bags.ts';
import { changeByte } from '../support/made-folder.ts';
import { png } from '../support/pictures.ts';
import { newFolder, temporaryFolder, testStore } from '../support/portfolio-folder.ts';

const store = testStore();

/** As `organisation edit` does, by flag. */
const edit = async (folder: string, fields: Readonly<Record<string, string>>): Promise<void> => {
  const assignments = ENTITY_FIELDS.organisations.flatMap((spec) => {
    const value = fields[spec.flag];
    return value === undefined ? [] : [{ spec, values: [value] }];
  });
  await updateEntity(store, {
    folder,
    collection: 'organisations',
    id: 'O1',
    assignments,
    today: '2026-11-22',
  });
};

const folderWithPicture = async (): Promise<{ folder: string; file: string }> => {
  const folder = await newFolder();
  const source = join(temporaryFolder(), 'organigramme.png');
  writeFileSync(source, png(40, 30));
  await store.change(folder, ({ portfolio }) => ({
    ...portfolio,
    organisations: [{ id: 'O1', name: 'Une SCIC' }],
  }));
  await edit(folder, { organigramme: source, 'organigramme-alt': 'Trois pôles.' });
  const { organigramme } = (await store.open(folder)).portfolio.organisations[0]!;
  return { folder, file: join(folder, organigramme!.file) };
};

const standingOf = async (folder: string): Promise<readonly unknown[]> => {
  const { files, sound } = await verifyFolder(createFolderInspector(), folder);
  const workspace = await store.open(folder);
  const found = files.find(({ role }) => role === 'organigramme');
  return [found?.standing, sound, (await store.inspectPictures(workspace)).get('O1')?.state];
};

const pack = (folder: string): Promise<unknown> =>
  packPortfolio(
    { store, archives: testArchives() },
    {
      folder,
      out: temporaryFolder(),
      date: '2026-11-22',
      agent: 'essai',
      extras: new Set(),
      without: new Set(),
    },
  );

test('a flip anywhere in an organigramme is told, not shown and not packed', async () => {
  const { folder, file } = await folderWithPicture();
  expect(await standingOf(folder)).toEqual(['intact', true, 'present']);
  for (let position = 0; position < readFileSync(file).length; position++) {
    changeByte(file, position);
    expect(await standingOf(folder), String(position)).toEqual(['altered', false, 'altered']);
    changeByte(file, position);
  }
  changeByte(file, 50);
  await expect(pack(folder)).rejects.toMatchObject({ code: 'pack-organigramme', args: { id: 'O1' } });
  changeByte(file, 50);
  await pack(folder);
});

test('another description leaves the hash, another picture brings its own, none leaves nothing', async () => {
  const { folder } = await folderWithPicture();
  const hash = async (): Promise<string | undefined> =>
    (await store.open(folder)).portfolio.organisations[0]?.organigramme?.sha256;
  const first = await hash();
  await edit(folder, { 'organigramme-alt': 'Deux pôles.' });
  expect([await hash(), await standingOf(folder)]).toEqual([first, ['intact', true, 'present']]);
  const other = join(temporaryFolder(), 'autre.png');
  writeFileSync(other, png(41, 30));
  await edit(folder, { organigramme: other });
  expect(await hash()).not.toBe(first);
  expect((await standingOf(folder))[0]).toBe('intact');
  await edit(folder, { organigramme: '' });
  expect((await store.open(folder)).portfolio.organisations[0]).toEqual({ id: 'O1', name: 'Une SCIC' });
});

test('one that was named by hand is read as before, and told to have no hash', async () => {
  const { folder } = await folderWithPicture();
  await store.change(folder, ({ portfolio }) => ({
    ...portfolio,
    organisations: portfolio.organisations.map(({ organigramme, ...one }) => ({
      ...one,
      organigramme: { file: organigramme!.file, alt: organigramme!.alt },
    })),
  }));
  expect(await standingOf(folder)).toEqual(['unrecorded', true, 'present']);
});
