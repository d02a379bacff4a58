import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BatchItem, ItemOutcome, RunIdentity, RunJournal } from '../../../src/app/ports/batch-run.ts';
import { openRunJournal } from '../../../src/storage/batch/run-journal.ts';
import { batchItems, doneOutcome } from '../../support/batch-items.ts';
import { gather } from '../../support/gather.ts';
import { folderOf, temporaryFolder } from '../../support/portfolio-folder.ts';

const IDENTITY: RunIdentity = {
  command: 'export',
  args: ['promo'],
  manifest: undefined,
  options: { date: '2026-11-22' },
};

/** Three folders on disk, their documents made, and where journals are kept. */
const setting = () => {
  const names = ['ada', 'bob', 'zoé'];
  const current = folderOf(
    Object.fromEntries(
      names.flatMap((name) => [
        [`${name}/portfolio.yaml`, 'a'],
        [`${name}/exports/portfolio.pdf`, 'b'],
        [`${name}/annexes/P03.pdf`, 'f'],
        [`${name}/.DS_Store`, ''],
        [`${name}/preuves/P02.pdf`, 'c'],
      ]),
    ),
  );
  const items = batchItems(...names).map((item) => {
    const path = join(current, item.name);
    return { ...item, folder: { ...item.folder, path, identity: path } };
  });
  const folder = join(temporaryFolder(), 'runs');
  const journal = (resume: boolean, identity = IDENTITY): Promise<RunJournal> =>
    openRunJournal(identity, { folder, current, resume });
  return { current, items: items as [BatchItem, BatchItem, BatchItem], folder, journal };
};

/** As a killed process leaves it: nobody alive has its number; with a `pid`, as another process holds it. */
const abandon = (folder: string, pid = 999_999_999): void => {
  for (const name of readdirSync(folder)) {
    const [id, , mark] = name.split('-');
    writeFileSync(join(folder, `${id}-${pid}-${mark}`), readFileSync(join(folder, name)));
    rmSync(join(folder, name));
  }
};

const all = async (journal: RunJournal, items: readonly BatchItem[]): Promise<(string | undefined)[]> =>
  (await gather(journal.outcomes(items))).map(([, outcome]) => outcome?.status);

describe('a journal', () => {
  test('gives outcomes back in the order of the list, and goes away once all is done', async () => {
    const { items, folder, journal } = setting();
    const run = await journal(false);
    await run.record(items[2], doneOutcome(items[2], { findings: [] }));
    await run.record(items[0], doneOutcome(items[0], { folder: 'é'.repeat(70_000) }));
    expect(await all(run, items)).toEqual(['done', undefined, 'done']);
    const [[, first] = []] = await gather(run.outcomes(items));
    expect((first as ItemOutcome).folder).toHaveLength(70_000);
    await run.close(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('hands over what a killed run of the same command had finished, a torn line apart', async () => {
    const { items, folder, journal } = setting();
    const killed = await journal(false);
    await killed.record(items[0], doneOutcome(items[0]));
    await killed.record(items[1], doneOutcome(items[1], { status: 'failed', documents: [] }));
    abandon(folder);
    const [name = ''] = readdirSync(folder);
    appendFileSync(join(folder, name), '{"key":"zo');
    const run = await journal(true);
    expect(run.found).toBe(1);
    expect(await run.kept(items[0])).toMatchObject({
      status: 'skipped',
      documents: ['ada/exports/portfolio.pdf'],
    });
    // Failed ones are tried again.
    expect(await run.kept(items[1])).toBeUndefined();
    expect(await run.kept(items[2])).toBeUndefined();
    expect(await all(run, items)).toEqual(['skipped', undefined, undefined]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('hands it over once more where the second run is killed too', async () => {
    const { items, folder, journal } = setting();
    await (await journal(false)).record(items[0], doneOutcome(items[0]));
    abandon(folder);
    await (await journal(true)).record(items[1], doneOutcome(items[1]));
    abandon(folder);
    expect((await journal(true)).found).toBe(2);
  });

  test.each([
    [
      'the candidate wrote since',
      (current: string) => writeFileSync(join(current, 'ada/portfolio.yaml'), 'autre'),
    ],
    [
      'the date of the file changed',
      (current: string) => utimesSync(join(current, 'ada/portfolio.yaml'), 1, 1),
    ],
    ['a proof arrived', (current: string) => writeFileSync(join(current, 'ada/preuves/P01.pdf'), 'preuve')],
    [
      'a proof was overwritten in place by one of the same size and date',
      (current: string) => {
        const proof = join(current, 'ada/preuves/P02.pdf');
        const { atime, mtime } = statSync(proof);
        writeFileSync(proof, 'd');
        utimesSync(proof, atime, mtime);
      },
    ],
    [
      'a proof in a folder of its own changed',
      (current: string) => writeFileSync(join(current, 'ada/annexes/P03.pdf'), 'e'),
    ],
    [
      'the référentiel beside it changed',
      (current: string) => writeFileSync(join(current, 'ada/referentiel.json'), '[]'),
    ],
    [
      'the document was cut',
      (current: string) => writeFileSync(join(current, 'ada/exports/portfolio.pdf'), ''),
    ],
    ['a link came', (current: string) => symlinkSync('P02.pdf', join(current, 'ada/preuves/P04.pdf'))],
    ['the document is gone', (current: string) => rmSync(join(current, 'ada/exports/portfolio.pdf'))],
  ])('takes nothing for done where %s', async (_, change) => {
    const { current, items, folder, journal } = setting();
    await (await journal(false)).record(items[0], doneOutcome(items[0]));
    abandon(folder);
    change(current);
    expect(await (await journal(true)).kept(items[0])).toBeUndefined();
  });

  test('takes for done what another program only looked at, and what lies beside', async () => {
    const { current, items, folder, journal } = setting();
    await (await journal(false)).record(items[0], doneOutcome(items[0]));
    abandon(folder);
    readFileSync(join(current, 'ada/preuves/P02.pdf'));
    writeFileSync(join(current, 'ada/.DS_Store'), 'vu');
    writeFileSync(join(current, 'ada/exports/autre.pdf'), 'x');
    expect(await (await journal(true)).kept(items[0])).toMatchObject({ status: 'skipped' });
  });

  test('takes nothing for done that was written while it was read', async () => {
    const { current, items, folder, journal } = setting();
    const killed = await journal(false);
    expect(await killed.kept(items[0])).toBeUndefined();
    writeFileSync(join(current, 'ada/portfolio.yaml'), 'autre');
    await killed.record(items[0], doneOutcome(items[0]));
    abandon(folder);
    expect(await (await journal(true)).kept(items[0])).toBeUndefined();
  });

  test.each([
    ['another date', { ...IDENTITY, options: { date: '2026-11-23' } }],
    ['another command', { ...IDENTITY, command: 'check' }],
    ['other folders', { ...IDENTITY, args: ['promo', 'autre'] }],
  ])('is not taken up by %s', async (_, identity) => {
    const { items, folder, journal } = setting();
    await (await journal(false)).record(items[0], doneOutcome(items[0]));
    abandon(folder);
    expect((await journal(true, identity)).found).toBe(0);
    expect((await journal(true)).found).toBe(1);
  });

  test('of a manifest is not taken up once the manifest has changed', async () => {
    const { current, items, folder, journal } = setting();
    const identity = { ...IDENTITY, args: [], manifest: 'liste.csv' };
    writeFileSync(join(current, 'liste.csv'), 'dossier\nada\n');
    await (await journal(false, identity)).record(items[0], doneOutcome(items[0]));
    abandon(folder);
    writeFileSync(join(current, 'liste.csv'), 'dossier\nbob\n');
    expect((await journal(true, identity)).found).toBe(0);
  });

  test('is handed over to a run that was given the number of the killed one, as in a container', async () => {
    const { items, journal } = setting();
    await (await journal(false)).record(items[0], doneOutcome(items[0]));
    expect((await journal(true)).found).toBe(1);
  });

  test('is forgotten by a run that starts anew, never while its process lives', async () => {
    const { items, folder, journal } = setting();
    await (await journal(false)).record(items[0], doneOutcome(items[0]));
    abandon(folder, process.ppid);
    expect((await journal(true)).found).toBe(0);
    abandon(folder);
    await journal(false);
    abandon(folder);
    expect((await journal(true)).found).toBe(0);
  });

  test('lies elsewhere for the time of the run where its place cannot be written', async () => {
    const { current, items } = setting();
    const run = await openRunJournal(IDENTITY, { folder: '/proc/acquis', current, resume: false });
    expect(run.lasts).toBe(false);
    await run.record(items[0], doneOutcome(items[0]));
    expect(await all(run, items)).toEqual(['done', undefined, undefined]);
    await run.close(false);
  });

  test('older than a month goes away', async () => {
    const { folder, journal } = setting();
    await journal(false, { ...IDENTITY, command: 'check' });
    abandon(folder);
    const [name = ''] = readdirSync(folder);
    const before = new Date(Date.now() - 40 * 86_400_000);
    utimesSync(join(folder, name), before, before);
    await journal(false);
    expect(existsSync(join(folder, name))).toBe(false);
  });
});
