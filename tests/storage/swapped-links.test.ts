import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspectPictures } from '../../src/storage/evidence/picture-inspection.ts';
import { readProof } from '../../src/storage/evidence/proof-bytes.ts';
import { openRealFile, readRealFile } from '../../src/storage/safe-read.ts';
import { png } from '../support/pictures.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

/** A folder `preuves` with a file, and one of the same name elsewhere. */
const twoFolders = (
  name: string,
  ours: Uint8Array,
  theirs: Uint8Array,
): { folder: string; other: string } => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(folder, 'preuves'));
  writeFileSync(join(folder, 'preuves', name), ours);
  writeFileSync(join(other, name), theirs);
  return { folder, other };
};

test('a folder exchanged for a link after its path was looked at: what lies behind it is not read', async () => {
  const { folder, other } = twoFolders('a.txt', Buffer.from('nous'), Buffer.from('CANARI'));
  const looked = join(folder, 'preuves', 'a.txt');
  expect(Buffer.from(readRealFile(looked, 100)).toString()).toBe('nous');
  await (await openRealFile(looked)).close();
  renameSync(join(folder, 'preuves'), join(folder, 'avant'));
  symlinkSync(other, join(folder, 'preuves'));
  expect(() => readRealFile(looked, 100)).toThrow('link');
  await expect(openRealFile(looked)).rejects.toThrow('link');
});

test('a folder that somebody exchanges for a link again and again: no byte from elsewhere', async () => {
  const [ours, theirs] = [png(3, 4), png(5, 6)];
  const { folder, other } = twoFolders('a.png', ours, theirs);
  symlinkSync(other, join(folder, 'lien'));
  const swapper = fork(fileURLToPath(new URL('../support/swap-folders.js', import.meta.url)), [folder], {
    execArgv: [],
  });
  await once(swapper, 'message');
  const organisation = { id: 'O1', name: 'O', organigramme: { file: 'preuves/a.png', alt: 'a' } };
  const seen = new Set<string>();
  const until = performance.now() + 700;
  while (performance.now() < until) {
    const read = readProof(folder, { path: 'preuves/a.png' });
    seen.add('bytes' in read ? Buffer.from(read.bytes).toString('base64') : read.fault);
    const picture = inspectPictures(folder, [organisation]).get('O1');
    seen.add(picture?.state === 'present' ? `${picture.width}` : String(picture?.state));
  }
  swapper.kill('SIGKILL');
  await once(swapper, 'close');
  expect([...seen]).toContain(Buffer.from(ours).toString('base64'));
  expect([...seen]).not.toContain(Buffer.from(theirs).toString('base64'));
  expect([...seen]).not.toContain('5');
});
