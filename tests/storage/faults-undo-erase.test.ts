import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planUndo } from '../../src/app/undo-change.ts';
import { openTextVersions } from '../../src/storage/versions/text-versions.ts';
import { filesIn, letLockGoStale, runWithFaults, temporariesIn } from '../support/fault-run.ts';
import { inOneProcess } from '../support/fault-scenario.ts';
import { newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';

const versions = openTextVersions();
const step = async (folder: string, to: 'back' | 'forward'): Promise<void> =>
  versions.restore(folder, await planUndo(versions, { folder, to }));

const note = (folder: string, notes: string) =>
  testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes }));

describe('one fault at any call', () => {
  test('of an undo leaves the text that stood or the earlier one; run again it ends, and nothing is lost', async () => {
    const start = await newFolder();
    await note(start, 'Avant. '.repeat(300));
    const earlier = readIn(start);
    await note(start, 'Après. '.repeat(300));
    const present = readIn(start);
    const command = (folder: string) => ['undo', folder, '--yes'];
    const runs = inOneProcess(start, temporaryFolder(), ['kill', 'torn', 'EIO'], command);
    const outcomes = { earlier: 0, present: 0 };
    for (const { folder, told, status, stderr, kind } of runs) {
      const after = readIn(folder);
      expect([earlier, present], told).toContain(after);
      outcomes[after === earlier ? 'earlier' : 'present'] += 1;
      if (kind === 'EIO') {
        expect([0, 5], told).toContain(status);
        expect(stderr, told).not.toMatch(/\n\s+at /);
        expect(temporariesIn(folder), told).toEqual([]);
        if (status === 0) expect(after, told).toBe(earlier);
      } else expect(status, told).toBeNull();
      letLockGoStale(folder);
      if (after === present) await step(folder, 'back');
      expect(readIn(folder), told).toBe(earlier);
      await step(folder, 'forward');
      expect(readIn(folder), told).toBe(present);
      expect(temporariesIn(folder), told).toEqual([]);
    }
    // Both sides of the rename were struck.
    expect(Math.min(outcomes.earlier, outcomes.present)).toBeGreaterThan(1);
  }, 120_000);

  test('of an erasure leaves the whole, or what the same command takes away to the last folder', async () => {
    const start = await newFolder();
    await note(start, 'Une note.');
    mkdirSync(join(start, 'exports', 'travail'), { recursive: true });
    writeFileSync(join(start, 'exports', 'travail', 'couverture.pdf'), 'pdf');
    mkdirSync(join(start, 'preuves'), { recursive: true });
    for (const name of ['P01.pdf', 'P02.pdf']) writeFileSync(join(start, 'preuves', name), name);
    const whole = filesIn(start);
    const command = (folder: string) => ['erase', folder, '--confirm', 'Ada Fictive'];
    const runs = inOneProcess(start, temporaryFolder(), ['kill', 'torn', 'EIO'], command);
    const isBegun = (folder: string) => existsSync(join(folder, '.acquis', 'effacement'));
    const left = runs.filter(({ folder, told, status, stderr, kind }) => {
      if (kind !== 'EIO') expect(status, told).toBeNull();
      else {
        expect([0, 5], told).toContain(status);
        expect(stderr, told).not.toMatch(/\n\s+at /);
        // Said to be erased only where it is.
        expect(existsSync(folder), told).toBe(status !== 0);
      }
      const files = filesIn(folder).filter((path) => !path.includes('.acquis-tmp-'));
      // Before the mark nothing is touched; behind it, nothing goes before what it needs to be told apart.
      if (!isBegun(folder) && files.length > 0) expect(files, told).toEqual(whole);
      letLockGoStale(folder);
      return existsSync(folder);
    });
    expect(left.length).toBeGreaterThan(runs.length / 2);
    // An empty folder would be told from nobody's: it goes by one rename, with its mark.
    const emptied = left.filter(({ folder }) => filesIn(folder).join() === '.acquis/effacement');
    expect(emptied.length).toBeGreaterThan(1);
    expect(left.filter(({ folder }) => filesIn(folder).length === 0)).toEqual([]);
    const again = runWithFaults(
      left.map(({ folder }) => ({ args: command(folder), dir: temporaryFolder() })),
    );
    for (const [index, { status, stderr }] of again.entries()) {
      const { folder, told } = left[index]!;
      expect(status, `${told} / again: ${stderr}`).toBe(0);
      expect(existsSync(folder), told).toBe(false);
    }
  }, 120_000);
});
