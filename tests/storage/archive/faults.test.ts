import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bagEntries, SEALED } from '../../support/bags.ts';
import { temporariesIn } from '../../support/fault-run.ts';
import { inOneProcess } from '../../support/fault-scenario.ts';
import { folderOf, temporaryFolder } from '../../support/portfolio-folder.ts';
import { treeHash } from '../../support/samples.ts';
import { zip } from '../../support/zip.ts';

/** Nothing hangs about but what a killed process could not tidy, and the next command tidies that. */
const hidden = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.acquis-tmp-')) : [];

describe('one fault at any call', () => {
  test('of pack leaves no archive or the whole one', async () => {
    const folder = folderOf(SEALED);
    const home = temporaryFolder();
    const command = (place: string) => ['pack', folder, '--out', join(place, 'a.zip'), '--at', '2026-11-22'];
    const runs = inOneProcess(undefined, home, ['kill', 'EIO'], command);
    const whole = readFileSync(join(home, 'first', 'a.zip'));
    expect(runs.length).toBeGreaterThan(30);
    const made = { dead: 0, failed: 0 };
    for (const { folder: place, kind, status, told } of runs) {
      const path = join(place, 'a.zip');
      const isDeath = kind === 'kill';
      if (existsSync(path)) {
        expect(readFileSync(path).equals(whole), told).toBe(true);
        made[isDeath ? 'dead' : 'failed']++;
      } else expect(status, told).not.toBe(0);
      if (!isDeath) {
        expect([0, 5], told).toContain(status);
        expect(temporariesIn(place), told).toEqual([]);
      }
    }
    // Faults behind the placing are among them.
    expect(made.dead).toBeGreaterThan(0);
    expect(made.dead).toBeLessThan(runs.length / 4);
  }, 120_000);

  test('of restore leaves no folder or the whole one', async () => {
    const home = temporaryFolder();
    const file = join(temporaryFolder(), 'recue.zip');
    writeFileSync(file, zip(bagEntries({ payload: SEALED })));
    const command = (place: string) => ['restore', file, '--out', join(place, 'repris')];
    const runs = inOneProcess(undefined, home, ['kill', 'EIO'], command);
    const whole = treeHash(join(home, 'first', 'repris'));
    let restored = 0;
    for (const { folder: place, kind, status, told } of runs) {
      const folder = join(place, 'repris');
      if (existsSync(folder)) {
        expect(treeHash(folder), told).toBe(whole);
        restored++;
      } else expect(status, told).not.toBe(0);
      if (kind === 'EIO') {
        expect([0, 5], told).toContain(status);
        expect(hidden(place), told).toEqual([]);
      }
    }
    expect(restored).toBeGreaterThan(0);
    expect(restored).toBeLessThan(runs.length / 2);
  }, 120_000);
});
