/** Real disks that are full, read-only or lose their power. Needs root (mount) and mkfs.ext4; fails where it lacks them. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBundleWriter } from '../../src/storage/batch/bundle-writer.ts';
import { readListedNames } from '../../src/storage/pseudonym-lists.ts';
import { filesIn, temporariesIn } from '../support/fault-run.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';
import { temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { treeHash } from '../support/samples.ts';

const mounted = (...options: readonly string[]): string => {
  const place = temporaryFolder();
  execFileSync('mount', [...options, place]);
  onTestFinished(() => void execFileSync('umount', [place]));
  return place;
};

/** A portfolio of 52 kB on a small disk, the old bytes of it. */
const portfolioOn = async (place: string): Promise<{ folder: string; old: string }> => {
  const folder = join(place, 'dossier');
  const store = testStore();
  const notes = 'n'.repeat(52_000);
  await store.create(folder, { ...buildPortfolio(), notes }, smallReferential());
  return { folder, old: readFileSync(join(folder, 'portfolio.yaml'), 'utf8') };
};

const fillUntil = (place: string, free: number): void => {
  const { bavail, bsize } = statfsSync(place);
  const bytes = bavail * bsize - free;
  if (bytes > 0) writeFileSync(join(place, 'remplissage'), Buffer.alloc(bytes));
  expect(statfsSync(place).bavail * bsize).toBe(free);
};

const addActivity = (folder: string, title = 'Nouvelle') =>
  runAcquis(['activity', 'add', folder, '--title', title, '--context', 'c'.repeat(2000)]);

describe('a full disk', () => {
  test.each([0, 4096, 24_576, 57_344])('with %i bytes left keeps the old document whole', async (free) => {
    const place = mounted('-t', 'tmpfs', '-o', 'size=512k', 'tmpfs');
    const { folder, old } = await portfolioOn(place);
    fillUntil(place, free);
    const run = await addActivity(folder);
    expect(run.status, run.stderr).toBe(5);
    expect(run.stderr).toContain('disque plein');
    expect(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')).toBe(old);
    expect(temporariesIn(folder)).toEqual([]);
    expect((await runAcquis(['check', folder])).status).toBe(1);
  });

  test('without room for a proof keeps the document and leaves no part of the proof', async () => {
    const place = mounted('-t', 'tmpfs', '-o', 'size=512k', 'tmpfs');
    const { folder, old } = await portfolioOn(place);
    const proof = join(temporaryFolder(), 'p.pdf');
    writeFileSync(proof, Buffer.alloc(200_000, 1));
    fillUntil(place, 131_072);
    const run = await runAcquis(['evidence', 'add', folder, proof, '--title', 'Pièce']);
    expect(run.status, run.stderr).toBe(5);
    expect(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')).toBe(old);
    expect(filesIn(join(folder, 'preuves'))).toEqual([]);
  });

  test('without an inode left', async () => {
    const place = mounted('-t', 'tmpfs', '-o', 'size=1m,nr_inodes=9', 'tmpfs');
    const { folder, old } = await portfolioOn(place);
    for (let i = 0; ; i++) {
      try {
        writeFileSync(join(place, `f${i}`), '');
      } catch {
        break;
      }
    }
    expect((await addActivity(folder)).status).toBe(5);
    expect(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')).toBe(old);
  });
});

describe('what issue 5 writes, on a full disk', () => {
  test.each([0, 4096])('with %i bytes left: said, nothing half, and the rest as it was', async (free) => {
    const elsewhere = temporaryFolder();
    const place = mounted('-t', 'tmpfs', '-o', 'size=512k', 'tmpfs');
    const { folder, old } = await portfolioOn(place);
    const archive = join(elsewhere, 'envoi.zip');
    expect((await addActivity(folder)).status).toBe(0);
    const changed = readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
    expect((await runAcquis(['pack', folder, '--out', archive, '--with', 'notes'])).status).toBe(0);
    fillUntil(place, free);
    const before = filesIn(place);
    for (const [args, status] of [
      [['pack', folder, '--out', join(place, 'envoi.zip'), '--with', 'notes'], 5],
      [['restore', archive, '--out', join(place, 'repris')], 5],
      [['batch', 'restore', archive, '--out', join(place, 'promo')], 1],
      // A list of one name fits into the last block.
      ...(free === 0
        ? [[['pseudonym', 'add', folder, '--name', 'Awa Diarra', '--pseudonym', 'Inès B.'], 5] as const]
        : []),
      [['undo', folder, '--yes'], 5],
    ] as const) {
      const run = await runAcquis(args);
      expect([run.status, run.stderr], args.join(' ')).toEqual([
        status,
        expect.stringContaining('disque plein'),
      ]);
      expect(filesIn(place), args.join(' ')).toEqual(before);
      expect(temporariesIn(place)).toEqual([]);
    }
    expect(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')).toBe(changed);
    const files = [{ name: '1-dossier.pdf', content: Buffer.alloc(9_000, 1) }];
    const writer = createBundleWriter();
    await expect(writer.write(join(place, 'dépôt'), files)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(filesIn(place)).toEqual(before);
    rmSync(join(place, 'remplissage'));
    expect((await runAcquis(['undo', folder, '--yes'])).status).toBe(0);
    expect(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')).toBe(old);
  });
});

test('four commands at a time that list five names each leave twenty', async () => {
  const folder = join(temporaryFolder(), 'dossier');
  await testStore().create(folder, buildPortfolio(), smallReferential());
  await Promise.all(
    Array.from({ length: 4 }, async (_, hand) => {
      for (let count = 0; count < 5; count++) {
        const name = `Personne${hand}${count} Fictive${hand}${count}`;
        const run = await runAcquis(['pseudonym', 'add', folder, '--name', name, '--pseudonym', `Nom ${hand}-${count}`]); // prettier-ignore
        expect(run.status, run.stderr).toBe(0);
      }
    }),
  );
  expect(await readListedNames(folder)).toHaveLength(20);
});

test('a portfolio of a later version is read, packed, deposited, undone, erased or listed for by no command', async () => {
  const folder = join(temporaryFolder(), 'dossier');
  await testStore().create(folder, buildPortfolio(), smallReferential());
  const file = join(folder, 'portfolio.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^version: .*$/mu, 'version: 999'));
  rmSync(join(folder, '.acquis'), { recursive: true });
  const [before, out] = [treeHash(folder), temporaryFolder()];
  for (const args of [
    ['verify', folder],
    ['check', folder, '--privacy'],
    ['pack', folder, '--out', join(out, 'a.zip')],
    ['deposit', folder, '--target', 'france-vae', '--out', join(out, 'b')],
    ['export', folder, '--embed-source', '--out', join(out, 'c')],
    ['pseudonym', 'add', folder, '--name', 'Awa Diarra', '--pseudonym', 'Inès B.'],
    ['erase', folder, '--confirm', 'dossier'],
  ]) {
    const { status, stderr } = await runAcquis(args);
    expect([status, stderr], args.join(' ')).toEqual([3, expect.any(String)]);
    expect(treeHash(folder), args.join(' ')).toBe(before);
  }
  expect(filesIn(out)).toEqual([]);
});

test('a read-only disk can be read and checked, and says why it is not written', async () => {
  const place = mounted('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs');
  const { folder } = await portfolioOn(place);
  execFileSync('mount', ['-o', 'remount,ro', place]);
  const [check, add] = await Promise.all([runAcquis(['check', folder]), addActivity(folder)]);
  expect([check.status, add.status]).toEqual([1, 5]);
  expect(add.stderr).toContain('lecture seule');
});

test('a power cut right after a command has answered loses nothing it said was done', async () => {
  const home = temporaryFolder();
  const image = join(home, 'disque');
  execFileSync('truncate', ['-s', '24M', image]);
  execFileSync('mkfs.ext4', ['-q', image]);
  // Without a commit of its own for five minutes, only what was synced is in the image.
  const place = mounted('-o', 'loop,commit=300', image);
  const folder = join(place, 'dossier');
  const proof = join(home, 'p.pdf');
  writeFileSync(proof, Buffer.alloc(300_000, 7));
  const cut = join(home, 'apres-coupure');
  const afterCut = (look: (folder: string) => Promise<void>): Promise<void> => {
    copyFileSync(image, cut);
    const again = join(home, 'relu');
    mkdirSync(again, { recursive: true });
    execFileSync('mount', ['-o', 'loop', cut, again]);
    return look(join(again, 'dossier')).finally(() => execFileSync('umount', [again]));
  };

  const init = await runAcquis(['init', folder, '--certification', 'RNCP38126', '--name', 'Ada']);
  expect(init.status, init.stderr).toBe(0);
  await afterCut(async (found) => {
    expect((await testStore().open(found)).portfolio.candidate.name).toBe('Ada');
  });
  for (let round = 1; round <= 25; round++) {
    const title = `Activité ${round}`;
    expect((await addActivity(folder, title)).status).toBe(0);
    await afterCut(async (found) => {
      const { portfolio } = await testStore().open(found);
      expect(portfolio.activities.map((activity) => activity.title)).toContain(title);
    });
    const added = await runAcquis(['evidence', 'add', folder, proof, '--title', title]);
    expect(added.status, added.stderr).toBe(0);
    await afterCut(async (found) => {
      const store = testStore();
      const workspace = await store.open(found);
      expect(workspace.portfolio.evidence).toHaveLength(round);
      for (const file of (await store.inspectEvidence(workspace)).values())
        expect(file.state).toBe('present');
    });
  }
}, 300_000);
