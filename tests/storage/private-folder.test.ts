import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import { smallReferential, buildPortfolio } from '../support/build-portfolio.ts';
import { newFolder, temporaryFolder, testStore } from '../support/portfolio-folder.ts';

const note = (folder: string, notes: string) =>
  testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes }));

const modeOf = (...path: string[]): string => (statSync(join(...path)).mode & 0o777).toString(8);

describe('who may read', () => {
  test('what we make: its owner alone', async () => {
    const folder = await newFolder();
    const proof = join(temporaryFolder(), 'a.pdf');
    writeFileSync(proof, 'a', { mode: 0o644 });
    const store = testStore();
    await store.importEvidence(await store.open(folder), proof, 'P01');
    await note(folder, 'a');
    const versions = join(folder, '.acquis', 'versions');
    expect(['', 'preuves', '.acquis', '.acquis/versions'].map((place) => modeOf(folder, place))).toEqual(
      Array.from({ length: 4 }, () => '700'),
    );
    const files = ['portfolio.yaml', 'referentiel.json', 'preuves/P01-a.pdf'];
    expect(files.map((file) => modeOf(folder, file))).toEqual(['600', '600', '600']);
    expect(readdirSync(versions).map((name) => modeOf(versions, name))).toEqual(['600']);
  });

  test.each([0o644, 0o600, 0o660])('a file that is replaced keeps its mode %i', async (mode) => {
    const folder = await newFolder();
    chmodSync(join(folder, 'portfolio.yaml'), mode);
    await note(folder, 'a');
    expect(modeOf(folder, 'portfolio.yaml')).toBe(mode.toString(8));
  });
});

/** No process has it: the system gives out none so high. */
const DEAD = 2 ** 31 - 1;

describe('temporaries', () => {
  test('of the dead and the abandoned go, those of a living process stay', async () => {
    const folder = await newFolder();
    const [dead, living, abandoned] = [DEAD, process.pid, process.pid].map((pid, index) => {
      const path = join(folder, 'preuves', `.acquis-tmp-${pid}-${index}0`);
      writeFileSync(path, 'x');
      return path;
    }) as [string, string, string];
    const past = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(abandoned, past, past);
    await note(folder, 'a');
    expect([dead, living, abandoned].map(existsSync)).toEqual([false, true, false]);
  });

  test('behind a linked folder are not ours', async () => {
    const folder = await newFolder();
    const elsewhere = temporaryFolder();
    const foreign = join(elsewhere, `.acquis-tmp-${DEAD}-0`);
    writeFileSync(foreign, 'x');
    symlinkSync(elsewhere, join(folder, '.preuves'));
    renameSync(join(folder, 'preuves'), join(folder, 'anciennes'));
    renameSync(join(folder, '.preuves'), join(folder, 'preuves'));
    await note(folder, 'a');
    expect(existsSync(foreign)).toBe(true);
  });

  test('are swept in a folder that is reached through a link', async () => {
    const folder = await newFolder();
    const way = join(temporaryFolder(), 'lien');
    symlinkSync(folder, way);
    const dead = join(folder, `.acquis-tmp-${DEAD}-0`);
    writeFileSync(dead, 'x');
    await note(way, 'a');
    expect(existsSync(dead)).toBe(false);
  });
});

test.each(['link', 'file'])(
  'a %s in the place of the versions is a disk error that names it',
  async (kind) => {
    const folder = await newFolder();
    const versions = join(folder, '.acquis', 'versions');
    if (kind === 'link') symlinkSync(temporaryFolder(), versions);
    else writeFileSync(versions, '');
    await expect(note(folder, 'a')).rejects.toMatchObject({
      kind: 'io',
      code: 'cannot-write',
      args: { file: versions, reason: kind === 'link' ? 'link' : 'ENOTDIR' },
    });
  },
);

test(
  'a new folder where none can be made is refused at once, and nothing is called intact',
  { timeout: 10_000 },
  async () => {
    for (const folder of ['/proc/acquis-essai', '/dev/null/dossier']) {
      const error: unknown = await testStore()
        .create(folder, buildPortfolio(), smallReferential())
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'io', code: 'cannot-write' });
      const { args } = error as { args: Record<string, string> };
      expect(words.errors['cannot-write'](args).message).not.toContain('intacte');
    }
  },
);

test('a proof that is a link to the portfolio itself is none', async () => {
  const folder = await newFolder();
  mkdirSync(join(folder, 'preuves'), { recursive: true });
  symlinkSync('../portfolio.yaml', join(folder, 'preuves', 'P01.pdf'));
  const store = testStore();
  const workspace = await store.change(folder, ({ portfolio }) => ({
    ...portfolio,
    evidence: [
      ...buildPortfolio({ evidence: [{ id: 'P01', title: 'p', file: { path: 'preuves/P01.pdf' } }] })
        .evidence,
    ],
  }));
  expect((await store.inspectEvidence(workspace)).get('P01')).toEqual({ state: 'outside' });
});
