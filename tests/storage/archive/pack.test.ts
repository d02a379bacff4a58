import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packPortfolio, type PackRequest } from '../../../src/app/pack-portfolio.ts';
import { createArchives } from '../../../src/storage/archive/archives.ts';
import { openStore } from '../../../src/storage/portfolio/portfolio-store.ts';
import { filesIn } from '../../support/fault-run.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';
import { shipped, treeHash } from '../../support/samples.ts';
import { sha256, STORIES, storyFolder } from '../../support/stories.ts';

const store = openStore(async () => shipped);
const archives = createArchives(store);

const pack = (folder: string, order: Partial<PackRequest> = {}) =>
  packPortfolio(
    { store, archives },
    {
      folder,
      extras: new Set(),
      without: new Set(),
      date: '2026-11-22',
      out: join(temporaryFolder(), 'a.zip'),
      agent: 'acquis essai',
      ...order,
    },
  );

const entriesOf = (path: string): Record<string, Uint8Array> => unzipSync(readFileSync(path));

/** Story A with everything that is private, marked so that it can be found again. */
const privateStory = (): string => {
  const folder = join(temporaryFolder(), 'dossier');
  cpSync(storyFolder('recit-a-rncp38126'), folder, { recursive: true });
  const portfolio = join(folder, 'portfolio.yaml');
  const text = readFileSync(portfolio, 'utf8');
  writeFileSync(
    portfolio,
    `# Un commentaire\n${text.trimEnd()}\nnotes: |\n  CANARI-NOTES\n  deux lignes\n# fin\n`,
  );
  writeFileSync(join(folder, 'pseudonymes.yaml'), 'CANARI-PSEUDONYMES: x\n');
  writeFileSync(join(folder, 'preuves', 'orpheline.pdf'), 'CANARI-ORPHELINE');
  for (const [path, content] of [
    ['exports/dossier.pdf', 'CANARI-EXPORT'],
    ['.acquis/versions/000001-20261122T044512Z-1f2e3d4c.yaml', 'CANARI-VERSION'],
    ['.acquis/autre', 'CANARI-AUTRE'],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
};

const EVERYTHING = new Set(['notes', 'pseudonymes', 'versions', 'exports', 'preuves-privees'] as const);

describe('a packed portfolio', () => {
  test.each(STORIES)('%s comes back byte for byte', async (story) => {
    const { archive, contents } = await pack(storyFolder(story), { extras: new Set(['preuves-privees']) });
    expect(contents.leftOut).toEqual([]);
    const folder = join(temporaryFolder(), 'repris');
    const restored = await archives.restore(archive.path, folder);
    expect(restored.files).toBe(archive.files);
    expect(treeHash(folder)).toBe(treeHash(storyFolder(story)));
  });

  test('is the same archive from the same content on the same day, and is not made twice', async () => {
    const story = storyFolder('recit-b-rncp41296');
    const [one, two] = [await pack(story), await pack(story)];
    expect(sha256(readFileSync(one.archive.path))).toBe(sha256(readFileSync(two.archive.path)));
    expect((await pack(story, { out: one.archive.path })).archive.isNew).toBe(false);
    const other = await pack(story, { date: '2026-11-23' });
    expect(sha256(readFileSync(other.archive.path))).not.toBe(sha256(readFileSync(one.archive.path)));
    await expect(pack(story, { out: one.archive.path, date: '2026-11-23' })).rejects.toMatchObject({
      code: 'archive-taken',
    });
    expect(readdirSync(join(one.archive.path, '..'))).toEqual(['a.zip']);
  });

  test('is named after the candidate in a folder', async () => {
    const out = join(temporaryFolder(), 'envois');
    const { archive } = await pack(storyFolder('recit-a-rncp38126'), { out });
    expect(readdirSync(out)).toEqual(['portfolio-Noémie-Valtreuil-2026-11-22.zip']);
    expect(archive.path).toBe(join(out, 'portfolio-Noémie-Valtreuil-2026-11-22.zip'));
  });

  test('holds nothing private, and every other byte of the portfolio', async () => {
    const folder = privateStory();
    const { archive, contents } = await pack(folder);
    const entries = entriesOf(archive.path);
    const all = Object.values(entries)
      .map((bytes) => strFromU8(bytes, true))
      .join('\n');
    expect(all).not.toContain('CANARI');
    expect(contents.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['P02', 'private'],
      ['P12', 'private'],
    ]);
    const text = readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
    expect(strFromU8(entries['data/portfolio.yaml']!)).toBe(
      text.replace('notes: |\n  CANARI-NOTES\n  deux lignes\n', ''),
    );
    for (const name of Object.keys(entries))
      expect(name).not.toMatch(/P02|P12|pseudonymes|exports|versions/u);
    expect(strFromU8(entries['preuves-non-jointes.txt']!)).toMatch(
      /^[0-9a-f]{64} {2}data\/preuves\/P02-.*\n[0-9a-f]{64} {2}data\/preuves\/P12-.*\n$/u,
    );
  });

  test('holds what is asked for by name, and comes back with it', async () => {
    const folder = privateStory();
    const { archive } = await pack(folder, { extras: EVERYTHING });
    const restored = join(temporaryFolder(), 'repris');
    await archives.restore(archive.path, restored);
    rmSync(join(folder, '.acquis/autre'));
    rmSync(join(folder, 'preuves/orpheline.pdf'));
    expect(treeHash(restored)).toBe(treeHash(folder));
  });

  test('without its proofs says which they are, and opens', async () => {
    const { archive, contents } = await pack(storyFolder('recit-a-rncp38126'), { without: 'all' });
    expect(contents.proofs).toEqual([]);
    const folder = join(temporaryFolder(), 'repris');
    const { leftOut, workspace } = await archives.restore(archive.path, folder);
    expect(leftOut).toHaveLength(19);
    expect(filesIn(folder)).toEqual(['portfolio.yaml', 'referentiel.json']);
    const states = [...(await store.inspectEvidence(workspace)).values()].map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['missing']));
  });

  test('is not made of proofs that are not what was recorded; without them it is', async () => {
    const folder = privateStory();
    rmSync(join(folder, 'preuves/P03-note-diagnostic.pdf'));
    writeFileSync(join(folder, 'preuves/P07-statuts-scic.pdf'), 'autre');
    rmSync(join(folder, 'preuves/P09-budget-2024.csv'));
    symlinkSync('/etc/passwd', join(folder, 'preuves/P09-budget-2024.csv'));
    const out = join(temporaryFolder(), 'a.zip');
    await expect(pack(folder, { out })).rejects.toMatchObject({
      kind: 'data',
      code: 'pack-proofs',
      details: [
        { args: { id: 'P03', state: 'missing' } },
        { args: { id: 'P07', state: 'altered' } },
        { args: { id: 'P09', state: 'outside' } },
      ],
    });
    expect(readdirSync(join(out, '..'))).toEqual([]);
    const { archive, contents } = await pack(folder, { out, without: new Set(['P03', 'P07', 'P09']) });
    expect(contents.leftOut.filter(({ reason }) => reason === 'asked')).toHaveLength(3);
    expect((await archives.examine(archive.path)).leftOut).toHaveLength(5);
  });

  test('is not made of names that some system cannot tell apart', async () => {
    const folder = privateStory();
    const path = join(folder, 'portfolio.yaml');
    const text = readFileSync(path, 'utf8').replace('preuves/P03-note-diagnostic.pdf', 'preuves/CON.pdf');
    writeFileSync(path, text);
    cpSync(join(folder, 'preuves/P03-note-diagnostic.pdf'), join(folder, 'preuves/CON.pdf'));
    await expect(pack(folder)).rejects.toMatchObject({
      code: 'pack-names',
      details: [{ file: 'preuves/CON.pdf', code: 'entry-device-name' }],
    });
  });

  test('of a file that one proof keeps private leaves it out for all that name it', async () => {
    const folder = privateStory();
    const path = join(folder, 'portfolio.yaml');
    const text = readFileSync(path, 'utf8').replaceAll(
      'preuves/P03-note-diagnostic.pdf',
      'preuves/P02-bulletins-de-paie.pdf',
    );
    writeFileSync(path, text.replaceAll(/^ {6}(?:sha256|bytes): .*\n/gmu, ''));
    const { archive } = await pack(folder);
    expect(Object.keys(entriesOf(archive.path)).join()).not.toContain('P02');
  });
});
