import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  selectFolders,
  type FolderQuery,
  type SelectedFolders,
} from '../../../src/app/batch/select-folders.ts';
import { createFolderFinder } from '../../../src/storage/find-folders.ts';
import { folderOf, temporaryFolder } from '../../support/portfolio-folder.ts';

const QUERY: FolderQuery = { args: [], manifest: undefined, shard: undefined, refusesOutputs: false };

const select = (current: string, query: Partial<FolderQuery>): Promise<SelectedFolders> =>
  selectFolders(createFolderFinder(current), { ...QUERY, ...query });

const shown = async (current: string, ...args: string[]): Promise<string[]> =>
  (await select(current, { args })).items.map(({ folder }) =>
    folder.problem === undefined ? folder.shown : `${folder.shown}: ${folder.problem.code}`,
  );

/** Two classes with an accent and a space, a folder that holds none, a stray file. */
const cohort = (): string =>
  folderOf({
    'promo 2026/Zoé Martin/portfolio.yaml': '',
    'promo 2026/ada/portfolio.yaml': '',
    'promo 2026/ada/exports/portfolio.pdf': '',
    'promo 2026/modèles/trame.docx': '',
    'promo 2026/suivi.xlsx': '',
    'promo 2026/.caché/portfolio.yaml': '',
    'promo 2025/ada/portfolio.yaml': '',
    'promo 2025/loin/plus bas/ici/portfolio.yaml': '',
    'rien/du/tout.txt': '',
  });

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

describe('a manifest', () => {
  const rows = (...lines: string[]): string =>
    `\ufeffdossier;certification;documents;sortie\r\n${lines.join('\r\n')}\r\n`;
  const withManifest = (text: string | Uint8Array): string =>
    folderOf({
      'promo/Zoé Martin/portfolio.yaml': '',
      'promo/ada/portfolio.yaml': '',
      'promo/cohorte.csv': text,
    });

  test('gives folders from its own place, with what is asked of each', async () => {
    const root = withManifest(
      rows('Zoé Martin;RNCP38126;"portfolio, memoire";Martin (Zoé)', ';;;', 'ada;;all;', 'absente;;;'),
    );
    const { items } = await select(root, { manifest: 'promo/cohorte.csv' });
    expect(
      items.map(({ folder: { shown, key, problem }, certification, documents, name }) => [
        shown,
        key,
        problem?.code,
        certification,
        documents,
        name,
      ]),
    ).toEqual([
      ['promo/Zoé Martin', 'Zoé Martin', undefined, 'RNCP38126', ['portfolio', 'memoire'], 'Martin-Zoé'],
      ['promo/ada', 'ada', undefined, undefined, 'all', 'ada'],
      ['promo/absente', 'absente', 'not-a-portfolio', undefined, undefined, 'absente'],
    ]);
  });

  test.each([
    ['commas and English names', 'Folder,Documents,Phone\n"ada",portfolio,"06, 07"\n'],
    ['tabs', 'dossier\tsortie\nada\tA\n'],
    ['old line ends', 'dossier;sortie\rada;A\r'],
    ['Windows-1252', Buffer.from('Dossier;T\u00e9l\u00e9phone\r\nada;\u00e9\r\n', 'latin1')],
  ])('may come with %s', async (_, text) => {
    const { items } = await select(withManifest(text), { manifest: 'promo/cohorte.csv' });
    expect(items.map(({ folder }) => folder.shown)).toEqual(['promo/ada']);
  });

  test('tells the columns nobody reads', async () => {
    const root = withManifest('dossier;courriel;certificaton\nada;a@exemple.org;RNCP38126\n');
    expect((await select(root, { manifest: 'promo/cohorte.csv' })).ignoredColumns).toEqual([
      'courriel',
      'certificaton',
    ]);
  });

  test('has every bad row named by line and column at once', async () => {
    const root = withManifest(
      rows('ada;;livre;', ';RNCP38126;;', '"ada\nlovelace";;;', 'ada;;;x;reste', 'ada;;portfolio romans;'),
    );
    await expect(select(root, { manifest: 'promo/cohorte.csv' })).rejects.toMatchObject({
      code: 'invalid-manifest',
      kind: 'data',
      args: { file: 'promo/cohorte.csv', count: 4 },
      details: [
        { line: 2, path: 'documents', code: 'bad-choice', found: 'livre' },
        { line: 3, path: 'dossier', code: 'missing' },
        { line: 6, path: '5', code: 'csv-extra', found: 'reste' },
        { line: 7, path: 'documents', code: 'bad-choice', found: 'romans' },
      ],
    });
  });

  test.each([
    ['an open quote', 'dossier;sortie\nada;A\n"zoé;B\n', 'csv-syntax'],
    ['a quote inside', 'dossier;sortie\nada;A "B" C\n', 'csv-syntax'],
    ['no header', 'ada;RNCP38126\n', 'csv-header'],
    ['nothing', '', 'csv-header'],
    ['UTF-16', Buffer.from('\ufeffdossier\nada\n', 'utf16le'), 'utf16'],
    ['a spreadsheet’s own format', Buffer.from('PK\u0003\u0004\0\0'), 'nul'],
    ['a column twice', 'dossier;chemin\na;b\n', 'duplicate-key'],
  ])('is refused with %s', async (_, text, code) => {
    await expect(select(withManifest(text), { manifest: 'promo/cohorte.csv' })).rejects.toMatchObject({
      code: 'invalid-manifest',
      details: [{ code }],
    });
  });

  test('may name a folder twice the same way, not in two', async () => {
    const same = withManifest(rows('ada;;;', './ada/;;;'));
    expect((await select(same, { manifest: 'promo/cohorte.csv' })).items).toHaveLength(1);
    const two = withManifest(rows('ada;;portfolio;', './ada/;;memoire;'));
    await expect(select(two, { manifest: 'promo/cohorte.csv' })).rejects.toMatchObject({
      code: 'manifest-twice',
      kind: 'usage',
      args: { first: 2, second: 3 },
    });
  });

  test('may not give two folders one output, even by case', async () => {
    const root = withManifest(rows('ada;;;Une', '', 'Zoé Martin;;;une'));
    await expect(select(root, { manifest: 'promo/cohorte.csv' })).rejects.toMatchObject({
      code: 'manifest-same-output',
      kind: 'usage',
      args: { first: 2, second: 4, name: 'une' },
    });
  });

  test('needs a place for the outputs it names, a file that is there, and no other folders', async () => {
    const root = withManifest(rows('ada;;;Une'));
    const manifest = 'promo/cohorte.csv';
    await expect(select(root, { manifest, refusesOutputs: true })).rejects.toMatchObject({
      code: 'manifest-needs-out',
      args: { line: 2 },
    });
    await expect(select(root, { manifest: 'absent.csv' })).rejects.toMatchObject({ code: 'cannot-read' });
    await expect(select(root, { manifest, args: ['promo'] })).rejects.toMatchObject({
      code: 'manifest-and-folders',
    });
    writeFileSync(join(root, manifest), 'dossier\n');
    await expect(select(root, { manifest })).rejects.toMatchObject({ code: 'nothing-selected' });
  });
});
