import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../support/fault-run.ts';
import { folderOf, newFolder, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';

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
