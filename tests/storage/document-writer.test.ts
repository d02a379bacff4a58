import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocumentWriter } from '../../src/storage/document-writer.ts';
import { temporaryFolder } from '../support/story-variant.ts';

const writer = createDocumentWriter();

test('makes its folders, replaces the former file and leaves nothing else', async () => {
  const folder = join(temporaryFolder(), 'neuf');
  const place = { folder, below: ['exports', 'travail'], name: 'plan.pdf' };
  await writer.write(place, 'ancien');
  const { path } = await writer.write(place, new Uint8Array([1, 2, 3]));
  expect(path).toBe(join(folder, 'exports', 'travail', 'plan.pdf'));
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  expect(readdirSync(join(folder, 'exports', 'travail'))).toEqual(['plan.pdf']);
});

test('follows no link out of a received folder', async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(elsewhere, join(folder, 'exports'));
  await expect(writer.write({ folder, below: ['exports'], name: 'x.pdf' }, 'x')).rejects.toMatchObject({
    code: 'cannot-write',
  });
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('replaces a link by the document instead of writing through it', async () => {
  const folder = temporaryFolder();
  const victim = join(temporaryFolder(), 'victime');
  writeFileSync(victim, 'intacte');
  mkdirSync(join(folder, 'exports'));
  symlinkSync(victim, join(folder, 'exports', 'x.pdf'));
  const { path } = await writer.write({ folder, below: ['exports'], name: 'x.pdf' }, 'neuf');
  expect(readFileSync(victim, 'utf8')).toBe('intacte');
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
});

test('gives up at once where no folder can be made', { timeout: 10_000 }, async () => {
  for (const folder of ['/proc/acquis-essai/exports', '/dev/null/exports'])
    await expect(writer.write({ folder, below: [], name: 'x.pdf' }, 'x')).rejects.toMatchObject({
      kind: 'io',
      code: 'cannot-write',
    });
});

test('names the file it could not write', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'exports', 'x.pdf', 'plein'), { recursive: true });
  await expect(writer.write({ folder, below: ['exports'], name: 'x.pdf' }, 'x')).rejects.toMatchObject({
    kind: 'io',
    code: 'cannot-write',
    args: { file: join(folder, 'exports', 'x.pdf') },
  });
  expect(readdirSync(join(folder, 'exports'))).toEqual(['x.pdf']);
});
