import { existsSync, mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReferentials } from '../../src/storage/referential-source.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { runAcquis, type Run } from '../support/run-acquis.ts';
import { storyFolder } from '../support/stories.ts';

const LOST = 'a perdu sa fin';
const parent = mkdtempSync(join(tmpdir(), 'acquis-cut-'));
const folder = join(parent, 'a');
const file = join(folder, 'portfolio.yaml');

/** Saved by us, then cut by another program where it still is a portfolio. */
beforeAll(async () => {
  cpSync(storyFolder('recit-a-rncp38126'), folder, { recursive: true });
  const store = openStore(() => Promise.resolve(openReferentials()));
  await store.change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Relire.' }));
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.slice(0, whole.lastIndexOf('  - id: P1')));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('every board says so of its row', async () => {
  const board = (format: string): Promise<Run> => runAcquis(['cohort', folder, '--format', format]);
  const [text, html, csv, json] = await Promise.all(['text', 'html', 'csv', 'json'].map(board));
  const { folders } = JSON.parse(json!.stdout) as { folders: readonly { linesLost: number | null }[] };
  expect(folders[0]?.linesLost).toBeGreaterThan(10);
  expect(text!.stdout).toContain('1 dossier coupé');
  expect(text!.stdout.replaceAll(/\s+/gu, ' ')).toContain(LOST);
  expect(html!.stdout).toContain('id="cut-table"');
  expect(csv!.stdout.trimEnd().split('\r\n').at(-1)).toContain(LOST);
  expect(text!.status).toBe(0);
});

test('no archive is made of it; a list or a form made of it says so once; no form is saved over it', async () => {
  const [packed, listed, made] = await Promise.all([
    runAcquis(['pack', folder, '--out', join(parent, 'a.zip')]),
    runAcquis(['evidence', 'list', folder]),
    runAcquis(['activity', 'worksheet', folder, '--activity', 'A1', '--format', 'md', '--out', parent]),
  ]);
  const said = ({ status, stderr }: Run): unknown[] => [status, stderr.split(LOST).length - 1];
  expect([packed, listed, made].map(said)).toEqual([[3, 1], [0, 1], [0, 1]]); // prettier-ignore
  expect(existsSync(join(parent, 'a.zip'))).toBe(false);

  const before = readFileSync(file);
  const form = made.stdout.trim();
  writeFileSync(form, readFileSync(form, 'utf8').replace('datait de 2012', 'datait de 2013'));
  const saved = await runAcquis(['activity', 'import', folder, form, '--yes']);
  expect([saved.status, saved.stdout]).toEqual([3, expect.stringContaining('2013')]);
  // What was to be saved is kept beside it.
  expect(saved.stderr).toContain('.conflit.yaml');
  expect(readFileSync(file).equals(before)).toBe(true);
});
