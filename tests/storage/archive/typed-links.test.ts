import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOfTarget } from '../../../src/storage/target-kind.ts';
import { archiveOf, bagEntries, testArchives } from '../../support/bags.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';

/** An archive, and a link to it in a folder of its own. */
const linked = (): { readonly archive: string; readonly link: string } => {
  const archive = archiveOf(bagEntries());
  const link = join(temporaryFolder(), 'sauvegarde.zip');
  symlinkSync(archive, link);
  return { archive, link };
};

test('a link that is typed as the archive is followed, and called what it was called', async () => {
  const { link } = linked();
  expect(kindOfTarget(link)).toBe('archive');
  expect(await testArchives().examine(link)).toMatchObject({ file: link, name: 'Ada Fictive' });
  const folder = join(temporaryFolder(), 'repris');
  await testArchives().restore(link, folder);
  expect(existsSync(join(folder, 'portfolio.yaml'))).toBe(true);
  expect(await testArchives().find([link])).toEqual([link]);
});

test('links that a folder or a pattern leads to are not', async () => {
  const { archive, link } = linked();
  const archives = testArchives();
  for (const where of [dirname(link), join(dirname(link), '*.zip')])
    await expect(archives.find([where]), where).rejects.toMatchObject({ code: 'no-archive' });
  expect((await archives.find([join(dirname(archive), '*.zip')])).map((path) => basename(path))).toEqual([
    'recue.zip',
  ]);
});

test('behind a link there is a plain file or nothing', async () => {
  const home = temporaryFolder();
  execFileSync('mkfifo', [join(home, 'tube')]);
  mkdirSync(join(home, 'dossier'));
  for (const target of ['tube', 'absent', 'boucle.zip', 'dossier']) {
    const link = join(home, target === 'boucle.zip' ? target : `${target}.zip`);
    symlinkSync(join(home, target), link);
    await expect(testArchives().examine(link), target).rejects.toMatchObject({ code: 'cannot-read' });
  }
});
