import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carriedBrowser } from '../../../src/render/browser/carried-browser.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'acquis-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

describe('carriedBrowser', () => {
  it('is unpacked once, whole, by two runs at once, for its owner alone to change', async () => {
    const folder = join(cache, 'acquis');
    const [first, second] = await Promise.all([carriedBrowser({}, folder), carriedBrowser({}, folder)]);
    expect(first).toEqual(second);
    expect(readdirSync(folder)).toEqual(['chromium-147.0.0']);
    expect(readdirSync(first?.libraries ?? '')).toContain('libnss3.so');
    for (const path of [folder, first?.path, first?.libraries, first?.fonts]) {
      expect(statSync(path ?? '').mode & 0o777, path).toBe(0o755);
    }
    const { ino } = statSync(first?.path ?? '');
    await carriedBrowser({}, folder);
    expect(statSync(first?.path ?? '').ino).toBe(ino);
  });

  it.each([
    ['that others may write to', (folder: string) => (mkdirSync(folder), chmodSync(folder, 0o777))],
    [
      'that is a link',
      (folder: string) => (mkdirSync(`${folder}.real`), symlinkSync(`${folder}.real`, folder)),
    ],
  ])('refuses a cache %s', async (_, prepare) => {
    const folder = join(cache, 'acquis');
    prepare(folder);
    await expect(carriedBrowser({}, folder)).rejects.toMatchObject({
      code: 'unsafe-cache',
      args: { folder },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
