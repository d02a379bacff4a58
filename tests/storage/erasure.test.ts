import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AcquisError } from '../../src/app/errors.ts';
import { writeRecord } from '../../src/storage/archive/reception-record.ts';
import { createPortfolioEraser } from '../../src/storage/erasure/portfolio-eraser.ts';
import { createExportCache } from '../../src/storage/batch/export-cache.ts';
import { openPrivateNotes } from '../../src/storage/private-notes.ts';
import { DOCUMENT } from '../support/bags.ts';
import { filesIn, temporariesIn } from '../support/fault-run.ts';
import { folderOf, newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';

const codeOf = (error: unknown): string => (error as AcquisError).code;

/** A portfolio with everything that acquis may have made about it, beside another one of which nothing may go. */
const surroundings = async () => {
  const [folder, neighbour, home] = [await newFolder(), await newFolder(), temporaryFolder()];
  const store = testStore();
  for (const each of [folder, neighbour]) {
    writeFileSync(join(each, 'hors-preuves.pdf'), 'pièce hors de preuves/');
    const source = join(home, 'statuts.txt');
    writeFileSync(source, 'statuts');
    await store.change(each, async (workspace) => {
      const file = await store.importEvidence(workspace, source, 'P01');
      const none = { experiences: [], activities: [], shows: [] };
      const evidence = [
        { id: 'P01', title: 'Statuts', file, ...none },
        { id: 'P02', title: 'Ailleurs', file: { path: 'hors-preuves.pdf' }, ...none },
      ];
      const id = each === folder ? 'celui-ci' : 'un-autre';
      return { ...workspace.portfolio, id, evidence };
    });
    mkdirSync(join(each, 'exports', 'travail'), { recursive: true });
    writeFileSync(join(each, 'exports', 'travail', 'couverture.pdf'), 'couverture');
  }
  const notes = openPrivateNotes({ ACQUIS_NOTES: join(home, 'notes') });
  for (const id of ['celui-ci', 'un-autre'])
    await notes.add(id, { about: 'dossier', date: '2026-11-22', text: 'n' });
  const [cache, runs, elsewhere] = [join(home, 'exports'), join(home, 'runs'), join(home, 'ailleurs')];
  mkdirSync(elsewhere);
  mkdirSync(runs);
  for (const each of [folder, neighbour]) {
    const request = { folder: each, out: elsewhere, documents: 'all', formats: ['pdf'], blocks: [], date: '2026-11-22' } as const; // prettier-ignore
    const memory = createExportCache(cache);
    const path = join(elsewhere, each === folder ? 'a.pdf' : 'b.pdf');
    writeFileSync(path, 'pdf');
    const { fingerprint = '' } = await memory.recall({ request, tools: 'outils' });
    const documents = [{ path, sha256: '0'.repeat(64) }];
    await memory.remember({ request, tools: 'outils' }, fingerprint, [], { certification: 'ESSAI1', notices: [], documents }); // prettier-ignore
  }
  const lines = [folder, neighbour].map((key) => JSON.stringify({ key, stamp: '', outcome: {} }));
  writeFileSync(join(runs, `${'0'.repeat(24)}-${2 ** 31 - 1}-aa`), `${lines.join('\n')}\n`);
  const eraser = createPortfolioEraser({ cache, runs, notesOf: (id) => notes.pathOf(id) });
  return { folder, neighbour, home, elsewhere, eraser, notes };
};

const everything = (folder: string): string =>
  filesIn(folder)
    .map((path) => `${path} ${readFileSync(join(folder, path), 'base64')}`)
    .join('\n');

describe('a portfolio is erased', () => {
  test('with all that acquis made of it, and nothing else anywhere', async () => {
    const { folder, neighbour, home, elsewhere, eraser, notes } = await surroundings();
    const before = everything(neighbour);
    const plan = await eraser.plan(folder);
    expect(plan).toMatchObject({
      name: 'Ada Fictive',
      parts: { proofs: { files: 2 }, exports: { files: 1 }, portfolio: { files: 2 } },
      foreign: [],
      links: [],
      notes: notes.pathOf('celui-ci'),
      records: 1,
      journalLines: 1,
      writtenElsewhere: [join(elsewhere, 'a.pdf')],
    });
    expect(await eraser.erase(plan)).toEqual({ left: [], failed: [] });
    expect(existsSync(folder)).toBe(false);
    expect(everything(neighbour)).toBe(before);
    expect(readdirSync(elsewhere)).toEqual(['a.pdf', 'b.pdf']);
    expect((await notes.list('un-autre')).length).toBe(1);
    expect(existsSync(notes.pathOf('celui-ci'))).toBe(false);
    const left = everything(home);
    expect(filesIn(join(home, 'exports'))).toHaveLength(1);
    expect(Buffer.from(left.match(/runs\S+ (\S+)/)?.[1] ?? '', 'base64').toString()).not.toContain(folder);
    expect(await eraser.plan(neighbour)).toMatchObject({ records: 1, journalLines: 1 });
  });

  test('links go without being followed, also in the place of our own folders', async () => {
    const { folder, eraser } = await surroundings();
    const canary = folderOf({ 'intouchable.txt': 'canari', 'sous/deux.txt': 'canari' });
    const before = everything(canary);
    symlinkSync(canary, join(folder, 'preuves', 'dossier-lie'));
    symlinkSync(join(canary, 'intouchable.txt'), join(folder, 'exports', 'lien.pdf'));
    rmSync(join(folder, '.acquis'), { recursive: true });
    symlinkSync(canary, join(folder, '.acquis'));
    const plan = await eraser.plan(folder);
    expect(plan.links).toEqual(['.acquis', 'preuves/dossier-lie', 'exports/lien.pdf']);
    expect(await eraser.erase(plan)).toEqual({ left: [], failed: [] });
    expect(existsSync(folder)).toBe(false);
    expect(everything(canary)).toBe(before);
  });

  test('a proof that a linked folder leads to is nobody of ours', async () => {
    const { folder, eraser } = await surroundings();
    const canary = folderOf({ 'P03.pdf': 'canari' });
    symlinkSync(canary, join(folder, 'annexes'));
    const text = readIn(folder).replace('hors-preuves.pdf', 'annexes/P03.pdf');
    writeFileSync(join(folder, 'portfolio.yaml'), text);
    const plan = await eraser.plan(folder);
    expect(plan.foreign).toEqual(['annexes', 'hors-preuves.pdf']);
    expect(await eraser.erase(plan)).toMatchObject({ left: ['annexes', 'hors-preuves.pdf'] });
    expect(readIn(canary, 'P03.pdf')).toBe('canari');
  });

  test('what is not ours stays, and is named', async () => {
    const { folder, eraser } = await surroundings();
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'photos', 'vacances.jpg'), 'jpg');
    writeFileSync(join(folder, '.DS_Store'), '');
    const plan = await eraser.plan(folder);
    expect(plan.foreign).toEqual(['photos']);
    expect(await eraser.erase(plan)).toEqual({ left: ['photos'], failed: [] });
    expect(filesIn(folder)).toEqual(['.DS_Store', 'photos/vacances.jpg']);
  });

  test('a folder in which something is found at the last moment is back in its place', async () => {
    const { folder, eraser } = await surroundings();
    const plan = await eraser.plan(folder);
    mkdirSync(join(folder, '.DS_Store'));
    writeFileSync(join(folder, '.DS_Store', 'travail.txt'), 'x');
    await eraser.erase(plan);
    expect(filesIn(folder)).toEqual(['.DS_Store/travail.txt']);
    expect(temporariesIn(join(folder, '..'))).toEqual([]);
  });

  test('after a kill half-way the same command goes on', async () => {
    const { folder, eraser } = await surroundings();
    const plan = await eraser.plan(folder);
    // As a kill leaves it: the mark is there, the proofs are gone, portfolio.yaml is not.
    writeFileSync(join(folder, '.acquis', 'effacement'), '');
    rmSync(join(folder, 'preuves'), { recursive: true });
    expect((await eraser.plan(folder)).name).toBe(plan.name);
    for (const name of ['portfolio.yaml', 'referentiel.json', 'hors-preuves.pdf']) rmSync(join(folder, name));
    rmSync(join(folder, '.acquis', 'enregistre.yaml'));
    const rest = await eraser.plan(folder);
    expect(rest.name).toBe('dossier');
    expect(await eraser.erase(rest)).toEqual({ left: [], failed: [] });
    expect(existsSync(folder)).toBe(false);
  });

  test('through a link of the candidate, the folder itself goes', async () => {
    const { folder, eraser, home } = await surroundings();
    symlinkSync(folder, join(home, 'raccourci'));
    const plan = await eraser.plan(join(home, 'raccourci'));
    await eraser.erase(plan);
    expect([plan.folder, existsSync(folder)]).toEqual([folder, false]);
  });
});

describe('receptions of an advisor', () => {
  const received = async (name: string, id: string, home: string): Promise<string> => {
    const folder = join(home, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'portfolio.yaml'), DOCUMENT.replace('essai-archive', id));
    await writeRecord(folder, { version: 1, portfolio: id, received: '2026-11-22', content: '0'.repeat(64) });
    return folder;
  };

  test('of this portfolio go with it, under a former name too; those of others and of a copy stay', async () => {
    const { eraser } = await surroundings();
    const home = temporaryFolder();
    const shelf = join(home, '.acquis', 'receptions');
    const ada = await received('Ada', 'ada', home);
    await received('Bo', 'bo', home);
    const earlier = await received('Ada/2026-11-01', 'ada', shelf);
    await received('Ada-avant/2026-10-01', 'ada', shelf);
    const others = await received('Bo/2026-10-01', 'bo', shelf);
    const copy = folderOf({ 'portfolio.yaml': DOCUMENT.replace('essai-archive', 'ada') });
    renameSync(copy, join(home, 'copie'));

    // The shelf is that of the folder that was received, which stays.
    const planned = await eraser.plan(join(home, 'copie'));
    expect(planned.parts.receptions.files).toBe(0);
    await eraser.erase(planned);
    expect(existsSync(earlier)).toBe(true);

    const plan = await eraser.plan(ada);
    expect(plan.parts.receptions.files).toBe(4);
    expect(await eraser.erase(plan)).toEqual({ left: [], failed: [] });
    expect(readdirSync(shelf)).toEqual(['Bo']);
    expect(existsSync(others)).toBe(true);
    expect(readdirSync(home).toSorted()).toEqual(['.acquis', 'Bo']);
  });

  test('a kill among them leaves what tells whose they are to the last', async () => {
    const { eraser } = await surroundings();
    const home = temporaryFolder();
    const ada = await received('Ada', 'ada', home);
    const earlier = await received('Ada/2026-11-01', 'ada', join(home, '.acquis', 'receptions'));
    rmSync(join(earlier, 'portfolio.yaml'));
    expect((await eraser.plan(ada)).parts.receptions.files).toBe(1);
    await eraser.erase(await eraser.plan(ada));
    expect(existsSync(join(home, '.acquis', 'receptions'))).toBe(false);
  });

  test('in a portfolio that is also their desk are not its own', async () => {
    const { folder, eraser } = await surroundings();
    const others = await received('Bo/2026-10-01', 'bo', join(folder, '.acquis', 'receptions'));
    const plan = await eraser.plan(folder);
    expect(plan.foreign).toEqual(['.acquis/receptions']);
    expect(await eraser.erase(plan)).toEqual({ left: ['.acquis/receptions'], failed: [] });
    expect(filesIn(folder).every((path) => path.startsWith('.acquis/receptions/Bo/'))).toBe(true);
    expect(existsSync(others)).toBe(true);
  });
});

describe('refused', () => {
  test('an empty folder, and one in which only our empty one stands: nothing shows that they were ours', async () => {
    const { eraser } = await surroundings();
    for (const names of [[], ['.acquis'], ['.acquis', '.acquis/lock']]) {
      const place = temporaryFolder();
      for (const name of names) mkdirSync(join(place, name));
      expect(await eraser.plan(place).catch(codeOf)).toBe('not-a-portfolio');
    }
  });

  test('a folder that is no portfolio, one of another program, one that cannot be known', async () => {
    const { eraser } = await surroundings();
    const places = {
      'not-a-portfolio': folderOf({ 'photo.jpg': 'x', 'preuves/a.pdf': 'x' }),
      'erase-unsure': folderOf({
        'portfolio.yaml': 'actions: [a, b]\nbourse: paris\n',
        'preuves/a.pdf': 'x',
      }),
    };
    for (const [code, place] of Object.entries(places)) {
      const before = everything(place);
      expect(await eraser.plan(place).catch(codeOf)).toBe(code);
      expect(everything(place)).toBe(before);
    }
    expect(await eraser.plan(join(temporaryFolder(), 'rien')).catch(codeOf)).toBe('cannot-read');
  });

  test('a broken portfolio.yaml of ours is erased under its last saved name', async () => {
    const { folder, eraser } = await surroundings();
    writeFileSync(join(folder, 'portfolio.yaml'), 'id: [');
    const plan = await eraser.plan(folder);
    expect(plan.name).toBe('Ada Fictive');
    renameSync(folder, `${folder}-autre`);
    expect(await eraser.erase(plan).catch(codeOf)).toBe('cannot-read');
    expect(filesIn(`${folder}-autre`).length).toBeGreaterThan(4);
  });
});
