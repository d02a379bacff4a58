import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, testStore } from '../../support/portfolio-folder.ts';
import { sha256 } from '../../support/stories.ts';

describe('inspection of the files that proofs name', () => {
  const CONTENT = 'la pièce';
  const inspect = async (path: string, prepare: (folder: string) => void): Promise<string> => {
    const head = 'version: 1\nid: e\ncertification: ESSAI1\ncandidate: {name: A}\n';
    const folder = folderOf({
      'portfolio.yaml': `${head}evidence: [{id: P1, title: t, file: {path: "${path}", sha256: ${sha256(CONTENT)}}}]\n`,
      'preuves/a.txt': CONTENT,
    });
    prepare(folder);
    const store = testStore();
    const states = await store.inspectEvidence(await store.open(folder));
    return states.get('P1')!.state;
  };
  const outside = (): string => join(folderOf({ 'secret.txt': CONTENT }), 'secret.txt');

  test.each<[string, string, (folder: string) => void, string]>([
    ['there', 'preuves/a.txt', () => undefined, 'present'],
    ['there, under a name with a per cent sign', 'preuves/100 % réel.txt', (f) => renameSync(join(f, 'preuves/a.txt'), join(f, 'preuves/100 % réel.txt')), 'present'],
    ['gone', 'preuves/b.txt', () => undefined, 'missing'],
    ['changed by one byte', 'preuves/a.txt', (f) => writeFileSync(join(f, 'preuves/a.txt'), CONTENT.replace('l', 'L')), 'altered'],
    ['longer', 'preuves/a.txt', (f) => appendFileSync(join(f, 'preuves/a.txt'), ' '), 'altered'],
    ['a link to a file outside', 'preuves/l.txt', (f) => symlinkSync(outside(), join(f, 'preuves/l.txt')), 'outside'],
    ['a link to the portfolio, among the proofs', 'preuves/l.yaml', (f) => symlinkSync('../portfolio.yaml', join(f, 'preuves/l.yaml')), 'outside'],
    ['a folder of proofs that leads out', 'preuves/secret.txt', (f) => (rmSync(join(f, 'preuves'), { recursive: true }), symlinkSync(join(outside(), '..'), join(f, 'preuves'))), 'outside'],
    ['a folder of proofs that leads to our own', 'preuves/x', (f) => (rmSync(join(f, 'preuves'), { recursive: true }), mkdirSync(join(f, '.acquis')), writeFileSync(join(f, '.acquis/x'), CONTENT), symlinkSync('.acquis', join(f, 'preuves'))), 'outside'],
    ['in a linked folder', 'lien/secret.txt', (f) => symlinkSync(join(outside(), '..'), join(f, 'lien')), 'outside'],
    ['a link to the folder above', 'haut/x', (f) => (symlinkSync('..', join(f, 'haut')), writeFileSync(join(f, '..', 'x'), CONTENT)), 'outside'],
    ['a folder', 'preuves', () => undefined, 'not-a-file'],
    ['a FIFO', 'preuves/f', (f) => execFileSync('mkfifo', [join(f, 'preuves/f')]), 'not-a-file'],
    ['below a file', 'preuves/a.txt/b', () => undefined, 'missing'],
  ])('%s', async (_name, path, prepare, state) => {
    expect(await inspect(path, prepare)).toBe(state);
  }); // prettier-ignore

  test.each([
    '../secret.txt',
    '/etc/passwd',
    '%2e%2e/secret.txt',
    'preuves/../../x',
    '..\\\\x',
    'C:/x',
    'preuves/%2E%2E%2F%2e./x',
  ])('%s is refused by its words', async (path) => {
    await expect(inspect(path, () => undefined)).rejects.toMatchObject({ code: 'invalid-portfolio' });
  });

  test.each([200_000, 3_000_000])('a proof of %i bytes is read to its last one', async (length) => {
    const content = Buffer.alloc(length, 'film ');
    const folder = folderOf({
      'portfolio.yaml': `version: 1\nid: e\ncertification: ESSAI1\ncandidate: {name: A}\nevidence: [{id: P1, title: t, file: {path: p.bin, sha256: ${sha256(content)}}}]\n`,
      'p.bin': content,
    });
    const store = testStore();
    const workspace = await store.open(folder);
    const state = async () => (await store.inspectEvidence(workspace)).get('P1');
    expect(await state()).toEqual({ state: 'present', bytes: length, content: { type: 'text' } });
    writeFileSync(join(folder, 'p.bin'), Buffer.concat([content.subarray(0, -1), Buffer.from('!')]));
    expect(await state()).toEqual({ state: 'altered', bytes: length });
  });

  test('every one of 200 flipped bits is seen', async () => {
    const content = Buffer.alloc(50_000, 'preuve ');
    const folder = folderOf({
      'portfolio.yaml': `version: 1\nid: e\ncertification: ESSAI1\ncandidate: {name: A}\nevidence: [{id: P1, title: t, file: {path: p.bin, sha256: ${sha256(content)}}}]\n`,
      'p.bin': content,
    });
    const store = testStore();
    const workspace = await store.open(folder);
    for (let i = 0; i < 200; i++) {
      const spoiled = Buffer.from(content);
      const at = (i * 7919) % spoiled.length;
      spoiled[at] = spoiled[at]! ^ (1 << (i % 8));
      writeFileSync(join(folder, 'p.bin'), spoiled);
      expect((await store.inspectEvidence(workspace)).get('P1')?.state).toBe('altered');
    }
  });
});
