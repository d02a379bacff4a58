import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import {
  copyFolder,
  eachOf,
  filesIn,
  letLockGoStale,
  readLines,
  runWithFault,
  temporariesIn,
  type FaultKind,
} from '../support/fault-run.ts';
import { runAcquis } from '../support/run-acquis.ts';

const WIDTH = 3;

/** The next change, by the store itself: quicker than a process, and sweeps as every command does. */
const addNote = (folder: string) =>
  testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Suite' }));

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

const faultsOf = (calls: readonly string[], kinds: readonly FaultKind[]) =>
  kinds.flatMap((kind) =>
    calls.flatMap((name, index) =>
      kind === 'torn' && !name.startsWith('handle.write') ? [] : [{ kind, at: index + 1, name }],
    ),
  );

describe('one fault at any call of a save', () => {
  test('leaves the old or the new document, and the next command works', async () => {
    const { start, home, calls, command, old, now } = await scenario((folder) => [
      'activity', 'add', folder, '--title', 'Deuxième', '--context', 'Long. '.repeat(500),
    ]); // prettier-ignore
    expect(calls.length).toBeGreaterThan(12);
    expect(calls.filter((name) => name === 'rename').length).toBeGreaterThanOrEqual(2);
    const faults = faultsOf(calls, ['kill', 'torn', 'ENOSPC', 'EIO']);
    let replaced = 0;
    await eachOf(faults, WIDTH, async ({ kind, at, name }) => {
      const folder = copyFolder(start, join(home, `${kind}-${at}`));
      const run = await runWithFault(command(folder), folder, { at, kind });
      const told = `${kind} at ${at} (${name}): ${run.status} ${run.stderr}`;
      const after = readIn(folder);
      expect([old, now], told).toContain(after);
      if (run.status === 0) expect(after, told).toBe(now);
      if (after === now) replaced += 1;
      if (kind === 'kill' || kind === 'torn') {
        expect(run.status, told).toBeNull();
        letLockGoStale(folder);
        await addNote(folder);
      } else {
        expect([0, 5], told).toContain(run.status);
        expect(run.stderr, told).not.toMatch(/\n\s+at /);
      }
      expect(temporariesIn(folder), told).toEqual([]);
    });
    // Faults behind the rename must be among them, or the oracle saw one side alone.
    expect(replaced).toBeGreaterThan(4);
    expect(replaced).toBeLessThan(faults.length / 2);
  }, 240_000);

  test('of a proof leaves the document and every file it names whole', async () => {
    const proof = join(temporaryFolder(), 'Pièce n° 1.pdf');
    writeFileSync(proof, 'p'.repeat(3_000_000));
    const { start, home, calls, command, old, now } = await scenario((folder) => [
      'evidence', 'add', folder, proof, '--title', 'Pièce',
    ]); // prettier-ignore
    await eachOf(faultsOf(calls, ['kill', 'torn']), WIDTH, async ({ kind, at, name }) => {
      const folder = copyFolder(start, join(home, `${kind}-${at}`));
      await runWithFault(command(folder), folder, { at, kind });
      const told = `${kind} at ${at} (${name})`;
      expect([old, now], told).toContain(readIn(folder));
      letLockGoStale(folder);
      const store = testStore();
      for (const state of (await store.inspectEvidence(await store.open(folder))).values())
        expect(state, told).toMatchObject({ state: 'present' });
      // What was copied before the kill is taken up, not copied again.
      if (readIn(folder) === old) expect((await runAcquis(command(folder))).status, told).toBe(0);
      else await addNote(folder);
      expect(filesIn(join(folder, 'preuves')), told).toEqual(['P01-piece-n-1.pdf']);
      expect(temporariesIn(folder), told).toEqual([]);
    });
  }, 240_000);

  test('of an init leaves nothing or the whole, and init can be run again', async () => {
    const home = temporaryFolder();
    const command = (folder: string) => ['init', folder, '--certification', 'RNCP38126', '--name', 'Ada'];
    const log = join(home, 'calls');
    const whole = join(home, 'whole', 'dossier');
    expect(await runWithFault(command(whole), home, { log })).toMatchObject({ status: 0 });
    await eachOf(faultsOf(readLines(log), ['kill', 'EIO']), WIDTH, async ({ kind, at, name }) => {
      const folder = join(home, `${kind}-${at}`, 'dossier');
      const run = await runWithFault(command(folder), home, { at, kind });
      const told = `${kind} at ${at} (${name}): ${run.status} ${run.stderr}`;
      letLockGoStale(folder);
      const before = await testStore()
        .open(folder)
        .catch(() => undefined);
      // Created before the fault struck: then it is there, whole, and refused as such.
      if (kind === 'kill')
        expect((await runAcquis(command(folder))).status, told).toBe(before === undefined ? 0 : 2);
      else if (before === undefined) expect(filesIn(folder), told).toEqual([]);
      if (kind === 'kill') await addNote(folder);
      expect(temporariesIn(folder), told).toEqual([]);
    });
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
