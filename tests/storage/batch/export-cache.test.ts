import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { assert, asyncProperty, nat } from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportRequest } from '../../../src/app/export-request.ts';
import { createExportCache } from '../../../src/storage/batch/export-cache.ts';
import { changeByte, MADE_FROM, madeFolder } from '../../support/made-folder.ts';

const recordsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('what was made stands as long as nothing changed, and is told with what was said of it', async () => {
  const { cache, making, documents } = await madeFolder();
  const { made } = await cache.recall(making);
  expect(made).toEqual({
    certification: 'ESSAI1',
    notices: [{ code: 'uncalled', document: 'memoire', certification: 'ESSAI1' }],
    documents,
  });
});

test.each(Object.keys(MADE_FROM))('one changed byte anywhere in %s is seen', async (path) => {
  const { making, stands } = await madeFolder();
  const file = join(making.request.folder, path);
  await assert(
    asyncProperty(nat({ max: 1_000_000 }), async (position) => {
      changeByte(file, position);
      expect(await stands()).toBe(false);
      changeByte(file, position);
      expect(await stands()).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test.each<[string, (folder: string) => void]>([
  ['a file more', (folder) => writeFileSync(join(folder, 'preuves/P03.txt'), '')],
  ['a file less', (folder) => rmSync(join(folder, 'preuves/P01-statuts.pdf'))],
  ['another name', (folder) => renameSync(join(folder, 'preuves/films'), join(folder, 'preuves/film'))],
  ['an empty folder', (folder) => mkdirSync(join(folder, 'preuves/P03'))],
  ['a byte more', (folder) => truncateSync(join(folder, 'preuves/P01-statuts.pdf'), 5_001)],
  ['a byte less', (folder) => truncateSync(join(folder, 'preuves/P01-statuts.pdf'), 4_999)],
  ['no byte', (folder) => truncateSync(join(folder, 'portfolio.yaml'), 0)],
])('%s is seen', async (_, change) => {
  const { making, stands } = await madeFolder();
  change(making.request.folder);
  expect(await stands()).toBe(false);
});

test('a byte that moves from the end of one file to the beginning of the next is seen', async () => {
  const { making, stands } = await madeFolder({ 'a.txt': 'un', 'b.txt': 'deux' });
  writeFileSync(join(making.request.folder, 'a.txt'), 'und');
  writeFileSync(join(making.request.folder, 'b.txt'), 'eux');
  expect(await stands()).toBe(false);
});

test('any other option, date or tool is another making', async () => {
  const { making, stands, make } = await madeFolder();
  const asked = [
    { ...making, request: { ...making.request, date: '2026-11-23' } },
    { ...making, request: { ...making.request, blocks: ['BC01'] } },
    { ...making, request: { ...making.request, formats: ['html', 'pdf'] as const } },
    { ...making, request: { ...making.request, documents: ['portfolio'] as const } },
    { ...making, request: { ...making.request, more: true } },
    { ...making, tools: 'outils 2' },
  ];
  for (const other of asked) expect(await stands(other)).toBe(false);
  // Making it on another day takes the place of the first.
  await make(asked[0]);
  expect([await stands(asked[0]), await stands()]).toEqual([true, false]);
});

test('the order in which options were put down counts for nothing', async () => {
  const { making, stands } = await madeFolder();
  const request = Object.fromEntries(Object.entries(making.request).toReversed());
  expect(await stands({ ...making, request: request as unknown as ExportRequest })).toBe(true);
});

test.each<[string, (path: string) => void]>([
  ['altered by one byte', (path) => changeByte(path, 1_234)],
  ['cut short', (path) => truncateSync(path, 2_999)],
  ['deleted', (path) => rmSync(path)],
  [
    'a folder',
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  [
    'a link to its own bytes',
    (path) => {
      renameSync(path, `${path}.vrai`);
      symlinkSync(`${path}.vrai`, path);
    },
  ],
])('a document that is %s is made again', async (_, harm) => {
  for (const index of [0, 1]) {
    const { documents, stands } = await madeFolder();
    harm(documents[index]!.path);
    expect(await stands()).toBe(false);
  }
});

test('what programs hide in a folder, and other documents, count for nothing', async () => {
  const { making, stands } = await madeFolder();
  for (const path of ['.acquis/versions/1.yaml', '.git/index', 'preuves/.DS_Store', 'exports/autre.pdf']) {
    mkdirSync(dirname(join(making.request.folder, path)), { recursive: true });
    writeFileSync(join(making.request.folder, path), 'x');
  }
  expect(await stands()).toBe(true);
});

test.each([
  'exports/P04.pdf',
  'Exports\\P04.pdf',
  './exports//P04.pdf',
  'preuves/.cache/P04.pdf',
  '.git/P04',
])('nothing is remembered of a portfolio that names %s, which is not looked at', async (path) => {
  const { make, stands, cacheFolder } = await madeFolder();
  rmSync(cacheFolder, { recursive: true });
  await make(undefined, ['preuves/P01-statuts.pdf', path]);
  expect(await stands()).toBe(false);
});

test('documents may go to a folder of the portfolio, but not among the files they are made from', async () => {
  const inside = await madeFolder(MADE_FROM, { target: (folder) => join(folder, 'rendu/jury') });
  expect(await inside.stands()).toBe(true);
  const among = await madeFolder(MADE_FROM, { target: (folder) => folder });
  expect(await among.stands()).toBe(false);
});

test.each<[string, (folder: string) => void]>([
  ['a link', (folder) => symlinkSync('P01-statuts.pdf', join(folder, 'preuves/lien.pdf'))],
  ['a link to a folder', (folder) => symlinkSync('/', join(folder, 'preuves/tout'))],
  ['a FIFO', (folder) => execFileSync('mkfifo', [join(folder, 'preuves/tube')])],
  [
    'a terabyte of nothing',
    (folder) => {
      writeFileSync(join(folder, 'vide'), '');
      truncateSync(join(folder, 'vide'), 2 ** 40);
    },
  ],
  [
    'folders without end',
    (folder) => {
      mkdirSync(join(folder, 'a/'.repeat(40)), { recursive: true });
    },
  ],
  [
    'thousands of files',
    (folder) => {
      for (let index = 0; index <= 5_000; index++) writeFileSync(join(folder, `${index}.txt`), '');
    },
  ],
])('a folder with %s is always made anew, at no cost', async (_, harm) => {
  const { making, make, stands, cache } = await madeFolder();
  harm(making.request.folder);
  const before = performance.now();
  expect(await cache.recall(making)).toEqual({ fingerprint: undefined, made: undefined });
  expect(performance.now() - before).toBeLessThan(1_000);
  await make();
  expect(await stands()).toBe(false);
});

test('what changes while documents are made is not remembered, even when it changes back', async () => {
  const { making, cache, documents, cacheFolder, stands } = await madeFolder();
  const file = join(making.request.folder, 'preuves/P01-statuts.pdf');
  for (const changes of [1, 2]) {
    rmSync(cacheFolder, { recursive: true, force: true });
    const { fingerprint = '' } = await cache.recall(making);
    for (let turn = 0; turn < changes; turn++) changeByte(file, 7);
    await cache.remember(making, fingerprint, [], { certification: 'ESSAI1', notices: [], documents });
    expect(await stands()).toBe(false);
  }
});

test('a record with any changed byte, or cut short, is not believed', async () => {
  const { stands, make, cacheFolder } = await madeFolder();
  const [record = ''] = recordsIn(cacheFolder);
  const { size } = statSync(record);
  for (let position = 0; position < size; position += 7) {
    changeByte(record, position);
    expect(await stands()).toBe(false);
    changeByte(record, position);
  }
  expect(await stands()).toBe(true);
  truncateSync(record, size - 1);
  expect(await stands()).toBe(false);
  await make();
  expect(await stands()).toBe(true);
});

test('records hold hashes and notices, no document, and nobody else may look at them', async () => {
  const { cacheFolder } = await madeFolder();
  const [record = '', ...others] = recordsIn(cacheFolder);
  expect(others).toEqual([]);
  expect([statSync(cacheFolder).mode, statSync(record).mode].map((mode) => mode & 0o777)).toEqual([
    0o700, 0o600,
  ]);
  expect(statSync(record).size).toBeLessThan(1_000);
});

test('a cache that others may look into or write to is neither written nor believed', async () => {
  const { stands, making, cacheFolder } = await madeFolder();
  chmodSync(cacheFolder, 0o777);
  const another = createExportCache(cacheFolder);
  expect((await another.recall(making)).made).toBeUndefined();
  chmodSync(cacheFolder, 0o700);
  expect(await stands()).toBe(true);
});

test('the cache may go away at any time, and a place that cannot hold one costs nothing but time', async () => {
  const { stands, make, making, documents, cacheFolder } = await madeFolder();
  rmSync(cacheFolder, { recursive: true });
  expect(await stands()).toBe(false);
  await make();
  expect(await stands()).toBe(true);

  writeFileSync(`${cacheFolder}-plein`, '');
  const nowhere = createExportCache(`${cacheFolder}-plein/fait`);
  const { fingerprint = '' } = await nowhere.recall(making);
  await nowhere.remember(making, fingerprint, [], { certification: 'ESSAI1', notices: [], documents });
  expect((await nowhere.recall(making)).made).toBeUndefined();
  expect(readFileSync(`${cacheFolder}-plein`, 'utf8')).toBe('');
});
