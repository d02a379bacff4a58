import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAcquis } from '../support/run-acquis.ts';
import { storyFolder } from '../support/stories.ts';
import { temporaryFolder } from '../support/story-variant.ts';

const PHONE = '06 12 34 56 78';

test('many folders are looked through for people’s data, and the table says whose it is', async () => {
  const promotion = temporaryFolder();
  const cwd = { cwd: promotion };
  for (const name of ['avec', 'sans'])
    cpSync(storyFolder('recit-a-rncp38126'), join(promotion, name), { recursive: true });
  cpSync(join(promotion, 'sans'), join(promotion, 'cassé'), { recursive: true });
  writeFileSync(join(promotion, 'cassé/portfolio.yaml'), 'version: 1\nx: y\n');
  await runAcquis(['activity', 'edit', 'avec', 'A1', '--means', `Appeler Mme Untel, ${PHONE}.`], cwd);

  const run = await runAcquis(['lot', 'bilan', '--privacy', '--report', 'confidentiel.csv'], cwd);
  const lines = run.stdout.trim().split('\n').map((line) => line.split('\t')); // prettier-ignore
  const found = Object.fromEntries(lines.map(([, folder = '', , count]) => [folder, count]));
  expect(Number(found['avec'])).toBe(Number(found['sans']) + 1);
  expect(found['cassé']).toBeUndefined();
  expect(run.stderr.replaceAll(/\s+/gu, ' ')).toMatch(/Confidentialité : \d+ points dans 2 dossiers/u);

  const rows = readFileSync(join(promotion, 'confidentiel.csv'), 'utf8').trim().split('\r\n');
  expect(new Set(rows.map((row) => row.split(';').length >= 12))).toEqual(new Set([true]));
  expect(rows.filter((row) => row.includes(PHONE)).map((row) => row.split(';').slice(0, 4))).toEqual([
    ['avec', 'À regarder', 'privacy-text', 'activities.A1.means'],
  ]);
  expect(rows.filter((row) => row.startsWith('cassé;'))).toEqual([
    expect.stringContaining('invalid-portfolio'),
  ]);
}, 60_000);
