import { cpSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Since } from '../../../src/domain/cohort/row.ts';
import { activityOf, boardOf, folderSaved, proofOf, TOLD } from '../../support/cohort.ts';
import { newFolder } from '../../support/portfolio-folder.ts';

const [C1, C2] = ['ESSAI1BC01-C01', 'ESSAI1BC01-C02'];

const sinceOf = async (folder: string, since: string): Promise<Since | undefined> =>
  (await boardOf([folder], { since })).groups[0]?.rows[0]?.since;

const grades = (since: Since | undefined, way: 'up' | 'down'): string[] =>
  since?.changes?.[way].map(({ competence, from, to }) => `${competence} ${from} ${to}`) ?? [];

const linked = { activities: [activityOf('A1', [C1])] };
const proven = { ...linked, evidence: [proofOf('P1', [C1])] };

describe('what changed since a day, by the folder’s own history', () => {
  const history = async (): Promise<string> =>
    folderSaved('Ada', [
      ['2026-10-01', { activities: [activityOf('A1', [])] }],
      ['2026-11-10', linked],
      ['2026-11-18', proven],
    ]);

  test('a change made on a day shows from that day and from before, not from the day after', async () => {
    const folder = await history();
    const supported = [`${C1} cited supported`];
    expect(grades(await sinceOf(folder, '2026-11-19'), 'up')).toEqual([]);
    expect(grades(await sinceOf(folder, '2026-11-18'), 'up')).toEqual(supported);
    expect(grades(await sinceOf(folder, '2026-11-17'), 'up')).toEqual(supported);
    expect(grades(await sinceOf(folder, '2026-11-11'), 'up')).toEqual(supported);
    expect(grades(await sinceOf(folder, '2026-11-10'), 'up')).toEqual([`${C1} absent supported`]);
  });

  test('names what came and went', async () => {
    const folder = await folderSaved('Ada', [
      ['2026-10-01', { ...proven, activities: [activityOf('A1', [C1], { context: 'Avant.' })] }],
      [
        '2026-11-18',
        { activities: [activityOf('A1', [C1], { context: 'Après.', ...TOLD }), activityOf('A2', [C2])] },
      ],
    ]);
    const since = await sinceOf(folder, '2026-11-16');
    expect(grades(since, 'up')).toEqual([`${C2} absent cited`]);
    expect(grades(since, 'down')).toEqual([`${C1} supported cited`]);
    expect(since?.changes).toMatchObject({
      activities: { added: ['A2'], removed: [] },
      proofs: { added: [], removed: ['P1'] },
      answers: { written: 3, rewritten: 1, erased: 0 },
    });
  });

  test('a proof asked for is no proof until it is there', async () => {
    const asked = { ...proofOf('P1', [C1]), url: undefined, state: 'demandée' as const };
    const folder = await folderSaved('Ada', [
      ['2026-11-17', { ...linked, evidence: [asked] }],
      ['2026-11-19', proven],
    ]);
    expect((await sinceOf(folder, '2026-11-18'))?.changes?.proofs.added).toEqual(['P1']);
    expect((await sinceOf(folder, '2026-11-20'))?.changes?.proofs.added).toEqual([]);
  });
});

describe('how far it reaches is said', () => {
  test('new: nothing was written before the first save', async () => {
    const folder = await folderSaved('Ada', [['2026-11-18', linked]]);
    expect(await sinceOf(folder, '2026-11-16')).toMatchObject({ reach: 'new', on: '2026-11-18' });
    expect(await sinceOf(folder, '2026-11-19')).toMatchObject({ reach: 'known' });
  });

  test('partly: a history that begins later, or that was cut, counts from its first day', async () => {
    const folder = await folderSaved('Ada', [
      ['2026-10-01', linked],
      ['2026-11-10', proven],
      ['2026-11-19', { ...proven, activities: [activityOf('A1', [C1, C2])] }],
    ]);
    for (const name of readdirSync(join(folder, '.acquis/versions')).slice(0, 2))
      rmSync(join(folder, '.acquis/versions', name));
    const since = await sinceOf(folder, '2026-11-01');
    expect(since).toMatchObject({ reach: 'partly', on: '2026-11-19' });
    expect(grades(since, 'up')).toEqual([`${C2} absent cited`]);
  });

  test('unknown: a folder without history, unless its file is older than the day', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, '.keep'), '');
    expect(await sinceOf(folder, '2026-11-16')).toMatchObject({ reach: 'unknown', changes: undefined });
    const old = new Date('2026-11-15T12:00:00');
    utimesSync(join(folder, 'portfolio.yaml'), old, old);
    expect(await sinceOf(folder, '2026-11-16')).toMatchObject({ reach: 'known' });
    expect(await sinceOf(folder, '2026-11-15')).toMatchObject({ reach: 'unknown' });
  });

  test('unreadable: a kept version that is no portfolio any more', async () => {
    const folder = await folderSaved('Ada', [
      ['2026-10-01', linked],
      ['2026-11-18', proven],
    ]);
    const home = join(folder, '.acquis/versions');
    writeFileSync(join(home, readdirSync(home).toSorted()[1] ?? ''), 'version: 1\n');
    expect(await sinceOf(folder, '2026-11-16')).toMatchObject({ reach: 'unreadable', on: '2026-11-18' });
  });

  test('a copy of the folder tells the same', async () => {
    const folder = await folderSaved('Ada', [
      ['2026-10-01', linked],
      ['2026-11-18', proven],
    ]);
    cpSync(folder, `${folder}-copie`, { recursive: true });
    expect(grades(await sinceOf(`${folder}-copie`, '2026-11-16'), 'up')).toEqual([`${C1} cited supported`]);
    expect(grades(await sinceOf(`${folder}-copie`, '2026-11-19'), 'up')).toEqual([]);
    rmSync(`${folder}-copie`, { recursive: true });
  });
});
