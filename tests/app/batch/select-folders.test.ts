import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, temporaryFolder } from '../../support/portfolio-folder.ts';
import { cohort, select, shown } from '../../support/select-folders.ts';

describe('the folders of a run', () => {
  test('are folders with a portfolio, and those right below a folder without', async () => {
    const root = cohort();
    expect(await shown(root, 'promo 2025/ada', 'promo 2026')).toEqual([
      'promo 2025/ada',
      'promo 2026/Zoé Martin',
      'promo 2026/ada',
    ]);
    expect(await shown(join(root, 'promo 2026'))).toEqual(['Zoé Martin', 'ada']);
    const { passedOver } = await select(root, { args: ['promo 2026', 'promo 2026/suivi.xlsx'] });
    expect(passedOver).toEqual([
      { argument: 'promo 2026', reason: 'no-portfolio', names: ['modèles'] },
      { argument: 'promo 2026/suivi.xlsx', reason: 'not-a-folder', names: ['promo 2026/suivi.xlsx'] },
    ]);
  });

  test.each([
    ['promo*/ada', ['promo 2025/ada', 'promo 2026/ada']],
    ['promo 2026/*', ['promo 2026/Zoé Martin', 'promo 2026/ada']],
    ['promo 2026/Z*é*', ['promo 2026/Zoé Martin']],
    [
      '**/portfolio.yaml',
      ['promo 2025/ada', 'promo 2025/loin/plus bas/ici', 'promo 2026/Zoé Martin', 'promo 2026/ada'],
    ],
    ['promo 202{5,6}/ada/portfolio.yaml', ['promo 2025/ada', 'promo 2026/ada']],
    ['promo 2025/ada/portfolio.yaml', ['promo 2025/ada']],
  ])('answer to %s, quoted, without a shell', async (pattern, expected) => {
    expect(await shown(cohort(), pattern)).toEqual(expected);
  });

  test('may have the signs of a pattern in their names', async () => {
    const root = folderOf({ 'promo [a]/x/portfolio.yaml': '' });
    expect(await shown(root, 'promo [a]')).toEqual(['promo [a]/x']);
  });

  test('fail one by one where they are not there or hold nothing', async () => {
    expect(await shown(cohort(), 'promo 2025/ada', 'absent', 'rien', 'x*')).toEqual([
      'promo 2025/ada',
      'absent: cannot-read',
      'rien: no-portfolio-below',
      'x*: nothing-matches',
    ]);
  });

  test('are done once, through links and other spellings too', async () => {
    const root = cohort();
    symlinkSync(join(root, 'promo 2025/ada'), join(root, 'lien'));
    const args = ['lien', 'promo 2025', './promo 2025/ada/', join(root, 'promo 2025/ada'), 'promo*/ada'];
    expect(await shown(root, ...args)).toEqual(['promo 2025/ada', 'promo 2026/ada']);
  });

  test('include what only pretends to hold a portfolio, for it to be refused', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'promo/a/portfolio.yaml'), { recursive: true });
    mkdirSync(join(root, 'promo/b'));
    symlinkSync('/etc/passwd', join(root, 'promo/b/portfolio.yaml'));
    expect(await shown(root, 'promo')).toEqual(['promo/a', 'promo/b']);
  });

  test('cannot be none', async () => {
    const root = cohort();
    await expect(select(root, { args: ['x*', 'y*'] })).rejects.toMatchObject({
      code: 'nothing-selected',
      kind: 'usage',
    });
    await expect(select(root, { args: ['promo 2026/suivi.xlsx'] })).rejects.toMatchObject({
      code: 'nothing-selected',
    });
    await expect(select(root, { args: ['', 'promo 2026'] })).rejects.toMatchObject({
      code: 'empty-argument',
    });
  });
});

describe('shards', () => {
  test('are the same in every checkout, and names do not depend on them', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`promo/p${index % 3}/c${index}/portfolio.yaml`, '']),
    );
    const [here, there] = [folderOf(files), folderOf(files)];
    const keysOf = async (current: string, args: string[], index: number): Promise<string[]> =>
      (await select(current, { args, shard: { index, count: 3 } })).items.map(
        ({ folder, name }) => `${folder.key} ${name}`,
      );
    const all = (await select(here, { args: ['promo/**/portfolio.yaml'] })).items.map(
      ({ folder, name }) => `${folder.key} ${name}`,
    );
    const parts = await Promise.all(
      [1, 2, 3].map((index) => keysOf(here, ['promo/**/portfolio.yaml'], index)),
    );
    expect(parts.flat().toSorted()).toEqual(all.toSorted());
    for (const [index, part] of parts.entries()) {
      expect(part.length).toBeGreaterThan(5);
      expect(await keysOf(there, ['promo/**/portfolio.yaml'], index + 1)).toEqual(part);
      // The same folders by their absolute path, from somewhere else.
      expect(await keysOf('/', [join(there, 'promo/**/portfolio.yaml')], index + 1)).toEqual(part);
    }
  });
});
