import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { makeCohort } from '../support/small-cohort.ts';

const FOLDERS = 1_000;
/** Of the time of the first run. */
const MOST = 0.02;

test(
  'a second export of 1,000 folders takes at most 2 % of the first; one changed byte makes one document again',
  { timeout: 900_000 },
  async () => {
    const home = temporaryFolder();
    const names = makeCohort(join(home, 'promo'), FOLDERS);
    const run = async (): Promise<{
      readonly seconds: number;
      readonly became: Readonly<Record<string, number>>;
    }> => {
      const before = performance.now();
      const { status, stdout } = await runAcquis(
        ['batch', 'export', 'promo', '--document', 'portfolio', '--at', '2026-11-22'],
        { cwd: home },
      );
      const seconds = (performance.now() - before) / 1_000;
      expect(status).toBe(0);
      const became: Record<string, number> = {};
      for (const line of stdout.trim().split('\n')) {
        const [word = ''] = line.split('\t');
        became[word] = (became[word] ?? 0) + 1;
      }
      return { seconds, became };
    };
    const first = await run();
    const second = await run();
    appendFileSync(join(home, 'promo', names[500] ?? '', 'portfolio.yaml'), '\n');
    const third = await run();
    expect([first.became, second.became, third.became]).toEqual([
      { done: FOLDERS },
      { skipped: FOLDERS },
      { done: 1, skipped: FOLDERS - 1 },
    ]);
    expect(second.seconds / first.seconds).toBeLessThanOrEqual(MOST);
  },
);
