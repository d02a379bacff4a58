import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { evidenceFileName } from '../../src/storage/evidence/name.ts';
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
