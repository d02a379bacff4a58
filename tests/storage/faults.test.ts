import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEntity } from '../../src/app/edit-entities.ts';
import { ENTITY_FIELDS } from '../../src/app/entity-fields.ts';
import type { AcquisError } from '../../src/app/errors.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';
import { newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import {
  copyFolder,
  eachOf,
  filesIn,
  letLockGoStale,
  readLines,
  runWithFault,
  temporariesIn,
} from '../support/fault-run.ts';
import { faultsOf, inOneProcess } from '../support/fault-scenario.ts';
import { runAcquis } from '../support/run-acquis.ts';

const WIDTH = 3;

/** The next change, by the store itself: quicker than a process, and sweeps as every command does. */
const addNote = (folder: string) =>
  testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Suite' }));

/** The command that was killed, once more, by the use case itself. */
const addProof = async (folder: string, source: string): Promise<void> => {
  const assignments = ENTITY_FIELDS.evidence.flatMap((spec) => {
    const value = { title: 'Pièce', file: source }[spec.flag];
    return value === undefined ? [] : [{ spec, values: [value] }];
  });
  await createEntity(testStore(), { folder, collection: 'evidence', assignments, today: '2026-11-22' });
};

const createAgain = (folder: string): Promise<string> =>
  testStore()
    .create(folder, buildPortfolio(), smallReferential())
    .then(
      () => 'created',
      (error: unknown) => (error as AcquisError).code,
    );

/** A portfolio, a command, and the names of all the calls by which the command changes the folder. */
const scenario = async (command: (folder: string) => readonly string[]) => {
  const start = await newFolder();
  const home = temporaryFolder();
  await testStore().change(start, ({ portfolio }) => ({ ...portfolio, notes: 'Avant. '.repeat(600) }));
  const whole = copyFolder(start, join(home, 'whole'));
  const log = join(home, 'calls');
  const run = await runWithFault(command(whole), whole, { log });
  expect(run).toMatchObject({ status: 0 });
  return { start, home, calls: readLines(log), command, old: readIn(start), now: readIn(whole) };
};

describe('one fault at any call of a save', () => {
  test('leaves the old or the new document, and the next command works', async () => {
    const { start, home, calls, command, old, now } = await scenario((folder) => [
      'activity', 'add', folder, '--title', 'Deuxième', '--context', 'Long. '.repeat(500),
    ]); // prettier-ignore
    expect(calls.length).toBeGreaterThan(12);
    expect(calls.filter((name) => name === 'rename').length).toBeGreaterThanOrEqual(2);
    const replaced = { killed: 0, failed: 0 };
    const deaths = faultsOf(calls, ['kill', 'torn']);
    await eachOf(deaths, WIDTH, async ({ kind, at, name }) => {
      const folder = copyFolder(start, join(home, `${kind}-${at}`));
      const run = await runWithFault(command(folder), folder, { at, kind });
      const told = `${kind} at ${at} (${name}): ${run.status} ${run.stderr}`;
      const after = readIn(folder);
      expect([old, now], told).toContain(after);
      if (after === now) replaced.killed += 1;
      expect(run.status, told).toBeNull();
      letLockGoStale(folder);
      await addNote(folder);
      expect(temporariesIn(folder), told).toEqual([]);
    });
    const runs = inOneProcess(start, home, ['ENOSPC', 'EIO'], command);
    for (const { folder, told, status, stderr } of runs) {
      const after = readIn(folder);
      expect([old, now], told).toContain(after);
      if (status === 0) expect(after, told).toBe(now);
      // Said only where it is true.
      if (stderr.includes('est intacte')) expect(after, told).toBe(old);
      if (after === now) replaced.failed += 1;
      expect([0, 5], told).toContain(status);
      expect(stderr, told).not.toMatch(/\n\s+at /);
      expect(temporariesIn(folder), told).toEqual([]);
    }
    expect(runs.filter(({ status }) => status === 5).length).toBeGreaterThan(calls.length);
    // Faults behind the rename must be among them, or the oracle saw one side alone.
    for (const [count, all] of [
      [replaced.killed, deaths.length],
      [replaced.failed, runs.length],
    ] as const) {
      expect(count).toBeGreaterThan(1);
      expect(count).toBeLessThan(all / 2);
    }
  }, 240_000);

  test('of a proof leaves the document and every file it names whole', async () => {
    const proof = join(temporaryFolder(), 'Pièce n° 1.pdf');
    writeFileSync(proof, 'p'.repeat(3_000_000));
    const { start, home, command, old, now } = await scenario((folder) => [
      'evidence', 'add', folder, proof, '--title', 'Pièce',
    ]); // prettier-ignore
    for (const { folder, told, status } of inOneProcess(start, home, ['kill', 'torn'], command)) {
      expect(status, told).toBeNull();
      expect([old, now], told).toContain(readIn(folder));
      letLockGoStale(folder);
      const store = testStore();
      for (const state of (await store.inspectEvidence(await store.open(folder))).values())
        expect(state, told).toMatchObject({ state: 'present' });
      // What was copied before the kill is taken up, not copied again.
      if (readIn(folder) === old) await addProof(folder, proof);
      else await addNote(folder);
      expect(filesIn(join(folder, 'preuves')), told).toEqual(['P01-piece-n-1.pdf']);
      expect(temporariesIn(folder), told).toEqual([]);
    }
  }, 240_000);

  test('of an init leaves nothing or the whole, and init can be run again', async () => {
    const home = temporaryFolder();
    const command = (folder: string) => ['init', folder, '--certification', 'RNCP38126', '--name', 'Ada'];
    const inside = (place: string) => command(join(place, 'dossier'));
    const opens = (folder: string): Promise<boolean> =>
      testStore()
        .open(folder)
        .then(
          () => true,
          () => false,
        );
    const runs = inOneProcess(undefined, home, ['kill', 'EIO'], inside);
    for (const { folder: place, told, status, kind } of runs) {
      const folder = join(place, 'dossier');
      const isThere = await opens(folder);
      if (kind === 'kill') {
        expect(status, told).toBeNull();
        letLockGoStale(folder);
        // Created before the kill: then it is there, whole, and refused as such.
        expect(await createAgain(folder), told).toBe(isThere ? 'folder-not-empty' : 'created');
        await addNote(folder);
      } else {
        expect([0, 5], told).toContain(status);
        if (!isThere) expect(filesIn(folder), told).toEqual([]);
      }
      expect(temporariesIn(folder), told).toEqual([]);
    }
  }, 240_000);
});

describe('a disk that takes only a part of a write', () => {
  test('leaves the old document', async () => {
    const folder = await newFolder();
    await testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Avant. '.repeat(9000) }));
    const old = readFileSync(join(folder, 'portfolio.yaml'));
    expect(old.length).toBeGreaterThan(60_000);
    // A limit on the size of files makes the system write short, then fail: 32 blocks of 1 kB.
    const run = await runAcquis(['activity', 'add', folder, '--title', 'Deuxième'], { fileSizeLimit: 32 });
    expect(run.status, run.stderr).toBe(5);
    expect(run.stderr).toContain('La version précédente est intacte');
    expect(readFileSync(join(folder, 'portfolio.yaml')).equals(old)).toBe(true);
    expect(temporariesIn(folder)).toEqual([]);
  });
});
