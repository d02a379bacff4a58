import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { makeCohort } from '../support/small-cohort.ts';

const FOLDERS = 1_000;

test(
  'a second export of 1,000 folders makes nothing again, and one changed byte one document (how long it takes: `npm run bench`)',
  { timeout: 300_000 },
  async () => {
    const home = temporaryFolder();
    const names = makeCohort(join(home, 'promo'), FOLDERS);
    const run = async (): Promise<Readonly<Record<string, number>>> => {
      const { status, stdout } = await runAcquis(
        ['batch', 'export', 'promo', '--document', 'portfolio', '--format', 'html', '--at', '2026-11-22'],
        { cwd: home },
      );
      expect(status).toBe(0);
      const became: Record<string, number> = {};
      for (const line of stdout.trim().split('\n')) {
        const [word = ''] = line.split('\t');
        became[word] = (became[word] ?? 0) + 1;
      }
      return became;
    };
    const first = await run();
    const second = await run();
    appendFileSync(join(home, 'promo', names[500] ?? '', 'portfolio.yaml'), '\n');
    const third = await run();
    expect([first, second, third]).toEqual([
      { done: FOLDERS },
      { skipped: FOLDERS },
      { done: 1, skipped: FOLDERS - 1 },
    ]);
  },
);
