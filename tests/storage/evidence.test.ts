import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { evidenceFileName } from '../../src/storage/evidence-name.ts';
import { filesIn } from '../support/fault-run.ts';
import { folderOf, newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { sha256 } from '../support/stories.ts';

const addProof = (folder: string, source: string) =>
  runAcquis(['evidence', 'add', folder, source, '--title', 'Pièce', '--format', 'json']);

describe('evidence add', () => {
  test('copies the file under a portable name and records what was copied', async () => {
    const folder = await newFolder();
    const content = Buffer.from('Statuts signés\0\xff', 'latin1');
    const source = join(
      folderOf({ 'Statuts « 2023 » (signés) ÉTÉ.PDF': content }),
      'Statuts « 2023 » (signés) ÉTÉ.PDF',
    );
    const run = await addProof(folder, source);
    expect(run.status, run.stderr).toBe(0);
    const { file } = (JSON.parse(run.stdout) as { entity: { file: Record<string, unknown> } }).entity;
    expect(file).toEqual({
      path: 'preuves/P01-statuts-2023-signes-ete.pdf',
      sha256: sha256(content),
      bytes: content.length,
    });
    expect(readFileSync(join(folder, String(file['path']))).equals(content)).toBe(true);
    expect(readFileSync(source).equals(content)).toBe(true);
  });

  test('one argument that is a file goes to the current folder', async () => {
    const folder = await newFolder();
    const source = join(folderOf({ 'a.txt': 'a' }), 'a.txt');
    const run = await runAcquis(['preuve', 'ajouter', source, '--title', 'Pièce'], { cwd: folder });
    expect([run.status, run.stdout]).toEqual([0, 'P01\n']);
    expect(filesIn(join(folder, 'preuves'))).toEqual(['P01-a.txt']);
  });

  const hostile: [string, (place: string) => string | Promise<string>, number][] = [
    ['a link to a file', (place) => (symlinkSync('/etc/hostname', join(place, 'l')), join(place, 'l')), 3],
    ['a FIFO', (place) => (execFileSync('mkfifo', [join(place, 'f')]), join(place, 'f')), 3],
    ['a device', () => '/dev/zero', 3],
    ['a folder', (place) => place, 3],
    ['an empty file', (place) => (writeFileSync(join(place, 'v'), ''), join(place, 'v')), 3],
    ['nothing', (place) => join(place, 'rien'), 5],
    [
      'a socket',
      (place) =>
        new Promise((resolve) => {
          const server = createServer().listen(join(place, 's'), () => resolve(join(place, 's')));
          onTestFinished(() => void server.close());
        }),
      3,
    ],
    [
      'a file far too large',
      (place) => {
        execFileSync('truncate', ['-s', '600M', join(place, 'g')]);
        return join(place, 'g');
      },
      3,
    ],
  ];
  test.each(hostile)(
    'refuses %s within two seconds and leaves everything as it was',
    async (_name, make, status) => {
      const folder = await newFolder();
      const source = await make(temporaryFolder());
      const [before, files] = [readIn(folder), filesIn(folder)];
      const start = performance.now();
      const run = await addProof(folder, source);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(run.status, run.stderr).toBe(status);
      expect(JSON.parse(run.stdout)).toHaveProperty('error.hint');
      expect([readIn(folder), filesIn(folder)]).toEqual([before, files]);
    },
  );

  test('copies nothing for an entry that is refused', async () => {
    const folder = await newFolder();
    const source = join(folderOf({ 'a.txt': 'a' }), 'a.txt');
    for (const more of [
      ['--kind', 'inconnu'],
      ['--shows', 'BC09-C99=rien'],
      ['--activity', 'A9'],
      ['--date', '2024-02-30'],
    ]) {
      const run = await runAcquis(['evidence', 'add', folder, source, '--title', 'Pièce', ...more]);
      expect([run.status, run.stderr.includes(more[1]!.split('=')[0]!)]).toEqual([2, true]);
    }
    expect(filesIn(join(folder, 'preuves'))).toEqual([]);
  });

  test('never writes through a linked folder of proofs', async () => {
    const [folder, elsewhere] = [await newFolder(), temporaryFolder()];
    rmSync(join(folder, 'preuves'), { recursive: true });
    symlinkSync(elsewhere, join(folder, 'preuves'));
    const run = await addProof(folder, join(folderOf({ 'a.txt': 'a' }), 'a.txt'));
    expect(run.status).toBe(5);
    expect(filesIn(elsewhere)).toEqual([]);
  });
});

describe('names of copies', () => {
  test.each([
    ['Été 2024.pdf', 'P07-ete-2024.pdf'],
    ['Œuvre & Cie.JPEG', 'P07-oeuvre-cie.jpeg'],
    ['CON', 'P07-piece-con'],
    ['.gitignore', 'P07-gitignore'],
    ['../../x.pdf', 'P07-x.pdf'],
    ['عقد.pdf', 'P07-piece.pdf'],
    ['archive.tar.gz', 'P07-archive-tar.gz'],
    ['a'.repeat(300) + '.pdf', `P07-${'a'.repeat(112)}.pdf`],
  ])('%s', (original, expected) => {
    expect(evidenceFileName('P07', original)).toBe(expected);
    expect(Buffer.byteLength(evidenceFileName('P07', original, 12))).toBeLessThanOrEqual(120);
  });

  test('two files of one name both stay', async () => {
    const folder = await newFolder();
    const store = testStore();
    const workspace = await store.open(folder);
    const [one, two] = ['un', 'deux'].map((text) => join(folderOf({ 'a.txt': text }), 'a.txt'));
    const paths = [one!, two!, one!].map(
      async (source) => (await store.importEvidence(workspace, source, 'P01')).path,
    );
    expect(new Set(await Promise.all(paths)).size).toBe(2);
    expect(filesIn(join(folder, 'preuves'))).toEqual(['P01-a-2.txt', 'P01-a.txt']);
  });
});

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

describe('links in the place of our own files', () => {
  test('a portfolio that is a link is not read, nor is its target touched', async () => {
    const target = join(folderOf({ 'autre.yaml': 'a: 1\n' }), 'autre.yaml');
    const folder = temporaryFolder();
    symlinkSync(target, join(folder, 'portfolio.yaml'));
    const run = await runAcquis(['activity', 'add', folder, '--title', 'x']);
    expect([run.status, readFileSync(target, 'utf8')]).toEqual([5, 'a: 1\n']);
  });

  test('a private folder that is a link is not written to', async () => {
    const [folder, elsewhere] = [await newFolder(), temporaryFolder()];
    rmSync(join(folder, '.acquis'), { recursive: true });
    mkdirSync(join(elsewhere, 'dedans'));
    symlinkSync(join(elsewhere, 'dedans'), join(folder, '.acquis'));
    const run = await runAcquis(['activity', 'add', folder, '--title', 'x']);
    expect([run.status, filesIn(elsewhere)]).toEqual([5, []]);
  });

  test('a référentiel that was altered, lost or swapped names its file', async () => {
    const spoil: [string, (file: string) => void][] = [
      ['snapshot-altered', (file) => appendFileSync(file, ' ')],
      ['snapshot-missing', (file) => rmSync(file)],
    ];
    // One that is sound and known changes nothing for the next, which names the same hash.
    await testStore().open(await newFolder());
    for (const [code, change] of spoil) {
      const folder = await newFolder();
      change(join(folder, 'referentiel.json'));
      await expect(testStore().open(folder)).rejects.toMatchObject({
        kind: 'data',
        details: [{ file: 'referentiel.json', code }],
      });
    }
  });
});
