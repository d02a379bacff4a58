import { describe, expect, test } from 'vitest';
import { renameDurably } from '../../../src/storage/durable-file.ts';
import { thinVersions } from '../../../src/storage/versions/versions.ts';
import { writeFileSync, type PathLike } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn } from '../../support/fault-run.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';

/** One version a minute from 1 January, oldest first. */
const everyMinute = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const stamp = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    return `${String(i + 1).padStart(6, '0')}-${stamp}Z-0123abcd.yaml`;
  });

describe('versions that may go', () => {
  test('none of a hundred', () => {
    expect(thinVersions(everyMinute(100))).toEqual([]);
  });

  test('of ten days at one a minute: the newest, one an hour, one a day and the first stay', () => {
    const all = everyMinute(10 * 24 * 60);
    const gone = new Set(thinVersions(all));
    const kept = all.filter((name) => !gone.has(name));
    expect(kept.slice(-100)).toEqual(all.slice(-100));
    expect(kept[0]).toBe(all[0]);
    const days = new Set(kept.map((name) => name.slice(7, 15)));
    expect(days.size).toBe(10);
    expect(kept.length).toBeGreaterThan(140);
    expect(kept.length).toBeLessThan(170);
  });

  test('of an hour and of a day the first stays: what that day found', () => {
    const all = everyMinute(10 * 24 * 60);
    const gone = new Set(thinVersions(all));
    const firstOf = (day: string): string | undefined => all.find((name) => name.slice(7, 15) === day);
    for (const day of ['20260103', '20260107', '20260110']) expect(gone.has(firstOf(day) ?? '')).toBe(false);
    const hour = all.filter((name) => name.slice(7, 18) === '20260110T03');
    expect(hour.filter((name) => !gone.has(name))).toEqual([hour[0]]);
  });

  test('the same when they went one save at a time', () => {
    let kept: string[] = [];
    for (const name of everyMinute(3 * 24 * 60)) {
      const gone = new Set(thinVersions([...kept, name]));
      kept = [...kept, name].filter((one) => !gone.has(one));
    }
    const all = everyMinute(3 * 24 * 60);
    const gone = new Set(thinVersions(all));
    expect(kept).toEqual(all.filter((name) => !gone.has(name)));
  });

  test('never a file that is no version of ours', () => {
    expect(thinVersions([...everyMinute(500), 'notes.txt', '000501-x.conflit.yaml'])).not.toContain(
      'notes.txt',
    );
    expect(thinVersions(['000001-20260101T000000Z-0123abcd.conflit.yaml'])).toEqual([]);
  });
});

describe('a rename that another program holds up', () => {
  const failing = (times: number) => {
    let left = times;
    return async (from: PathLike, to: PathLike): Promise<void> => {
      if (left-- > 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
      await rename(from, to);
    };
  };
  const folderWithFile = (): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'a');
    return folder;
  };

  test('is tried again', async () => {
    const folder = folderWithFile();
    await renameDurably(join(folder, 'a'), join(folder, 'b'), failing(3));
    expect(filesIn(folder)).toEqual(['b']);
  });

  test('for two seconds at most', async () => {
    const folder = folderWithFile();
    const start = performance.now();
    await expect(renameDurably(join(folder, 'a'), join(folder, 'b'), failing(Infinity))).rejects.toThrow(
      'held',
    );
    expect(performance.now() - start).toBeLessThan(3000);
    expect(filesIn(folder)).toEqual(['a']);
  });
});
