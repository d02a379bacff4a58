import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bagEntries, SEALED, SEALED_DOCUMENT, testArchives } from '../support/bags.ts';
import { letLockGoStale } from '../support/fault-run.ts';
import { inOneProcess } from '../support/fault-scenario.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { zip } from '../support/zip.ts';

const archive = (day: string, text: string): Buffer =>
  zip(
    bagEntries({
      payload: { ...SEALED, 'portfolio.yaml': text },
      tags: { 'bag-info.txt': `Bagging-Date: ${day}\n` },
    }),
  );

/** What a killed process could not tidy. */
const hidden = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.acquis-tmp-')) : [];

describe('one fault at any call', () => {
  test('of a second reception keeps the one before or both', async () => {
    const mail = temporaryFolder();
    const [first, second] = [join(mail, '1.zip'), join(mail, '2.zip')];
    const later = `${SEALED_DOCUMENT}  - id: P02\n    title: Photo\n`;
    writeFileSync(first, archive('2026-11-01', SEALED_DOCUMENT));
    writeFileSync(second, archive('2026-11-10', later));
    const start = join(temporaryFolder(), 'promo');
    const { folder: before } = await testArchives().atDesk(start, (desk) =>
      desk.receive(first, '2026-11-02'),
    );
    const name = before.slice(start.length + 1);
    const home = temporaryFolder();
    const command = (place: string) => ['batch', 'restore', second, '--out', place, '--at', '2026-11-22'];
    const runs = inOneProcess(start, home, ['kill', 'torn', 'ENOSPC', 'EIO'], command);
    const seen = { before: 0, after: 0, between: 0 };
    for (const { folder: place, status, told, kind } of runs) {
      const held = (path: string): string | undefined =>
        existsSync(path) ? readFileSync(join(path, 'portfolio.yaml'), 'utf8') : undefined;
      const now = held(join(place, name));
      const kept = held(join(place, '.acquis/receptions', name, '2026-11-01'));
      if (now === SEALED_DOCUMENT) seen.before++;
      else {
        // In its place or, killed between two renames, on the shelf: the reception before is always whole.
        expect(kept, told).toBe(SEALED_DOCUMENT);
        seen[now === later ? 'after' : 'between']++;
      }
      if (kind === 'ENOSPC' || kind === 'EIO') {
        expect([0, 1, 5], told).toContain(status);
        expect(now, told).toBeDefined();
      }
      letLockGoStale(place);
      const again = await testArchives().atDesk(place, (desk) => desk.receive(second, '2026-11-22'));
      // What a kill left between two renames is put back first: the new one replaces it like any other.
      expect(again.status, told).toBe(now === later ? 'same' : 'replaced');
      expect(held(join(place, name)), told).toBe(later);
      expect(hidden(place), told).toEqual([]);
    }
    expect(seen.before).toBeGreaterThan(seen.after);
    expect(seen.after).toBeGreaterThan(0);
    expect(seen.between).toBeGreaterThan(0);
  }, 120_000);
});
