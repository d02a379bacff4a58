import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportAll } from '../support/export-all.ts';
import { pdfUaFaultsOfOurs } from '../support/pdf-ua.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { OPEN_DAYS, samplesIn } from '../support/samples.ts';
import { storyFolder } from '../support/stories.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const faultsOf = async (documents: ReadonlyMap<string, Buffer>): Promise<string[]> => {
  const found: string[] = [];
  for (const [name, bytes] of documents)
    for (const { rule, where } of await pdfUaFaultsOfOurs(bytes)) found.push(`${name}: ${rule} (${where})`);
  return found;
};

describe('all documents of a portfolio', () => {
  test('story A: PDF/UA, and the same bytes from two processes, folders and homes, by --at or SOURCE_DATE_EPOCH', async () => {
    const story = storyFolder('recit-a-rncp38126');
    const place = temporaryFolder();
    const [one, other] = await Promise.all([
      exportAll(story, join(place, 'un'), { SOURCE_DATE_EPOCH: '0', TZ: 'UTC' }, ['--at', '2026-11-22']),
      // 22 November 2026, half past eleven at night in UTC: already the next day in Tokyo.
      exportAll(story, join(place, 'un autre lieu'), { SOURCE_DATE_EPOCH: '1795390200', TZ: 'Asia/Tokyo' }),
    ]);
    expect(one.size).toBeGreaterThan(3);
    expect([...other.keys()]).toEqual([...one.keys()]);
    expect([...one].filter(([name, bytes]) => other.get(name)?.equals(bytes) !== true)).toEqual([]);
    expect(await faultsOf(one)).toEqual([]);
  }, 60_000);

  test('a portfolio for RNCP35080, from the browser that is carried: PDF/UA', async () => {
    const [portfolio = ''] = await samplesIn(temporaryFolder(), { certification: 'RNCP35080' });
    const documents = await exportAll(
      portfolio,
      join(temporaryFolder(), 'un'),
      { ACQUIS_BROWSER: 'carried' },
      ['--at', OPEN_DAYS.RNCP35080],
    );
    expect(documents.size).toBeGreaterThan(1);
    expect(await faultsOf(documents)).toEqual([]);
  }, 60_000);
});

test('a SOURCE_DATE_EPOCH that is no number of seconds is refused by name', async () => {
  const { status, stderr } = await runAcquis(['check', storyVariant('recit-a-rncp38126')], {
    env: { SOURCE_DATE_EPOCH: 'hier' },
  });
  expect(status).toBe(2);
  expect(stderr).toContain('SOURCE_DATE_EPOCH');
});
