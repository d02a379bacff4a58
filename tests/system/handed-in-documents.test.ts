import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportAll } from '../support/export-all.ts';
import { pdfUaFaultsOfOurs } from '../support/pdf-ua.ts';
import { OPEN_DAYS, samplesIn } from '../support/samples.ts';
import { storyFolder } from '../support/stories.ts';
import { temporaryFolder } from '../support/story-variant.ts';

const portfolios: [string, string, () => Promise<string>][] = [
  ['story A', '2026-11-22', async () => storyFolder('recit-a-rncp38126')],
  ['story B', '2026-11-22', async () => storyFolder('recit-b-rncp41296')],
  [
    'a portfolio for RNCP35080',
    OPEN_DAYS.RNCP35080,
    async () => (await samplesIn(temporaryFolder(), { certification: 'RNCP35080' }))[0] ?? '',
  ],
];

describe.each(['', 'carried'])('every PDF of the %s browser', (browser) => {
  test.each(portfolios)(
    '%s: PDF/UA, and the same bytes from two processes and places',
    async (_, day, find) => {
      const [portfolio, place] = [await find(), temporaryFolder()];
      const env = browser === '' ? {} : { ACQUIS_BROWSER: browser };
      const one = await exportAll(portfolio, join(place, 'un'), env, ['--at', day]);
      const other = await exportAll(portfolio, join(place, 'autre'), env, ['--at', day]);
      expect(one.size).toBeGreaterThan(1);
      expect(other).toEqual(one);
      for (const [name, bytes] of one) expect([name, await pdfUaFaultsOfOurs(bytes)]).toEqual([name, []]);
    },
  );
});
