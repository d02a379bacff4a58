import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../../support/portfolio-folder.ts';
import { select } from '../../support/select-folders.ts';

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
