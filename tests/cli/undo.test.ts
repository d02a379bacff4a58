import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAcquis, type Run } from '../support/run-acquis.ts';
import { storyVariant } from '../support/story-variant.ts';

const textOf = (folder: string): string => readFileSync(join(folder, 'portfolio.yaml'), 'utf8');

test('a proof taken out comes back with its file; a portfolio cut short is refused, told and given back', async () => {
  const folder = storyVariant('recit-a-rncp38126');
  const run = (...args: string[]): Promise<Run> => runAcquis(args, { cwd: folder });
  const whole = textOf(folder);
  expect(await run('evidence', 'remove', 'P19')).toMatchObject({ status: 0 });
  const unanswered = await run('undo');
  expect([unanswered.status, unanswered.stdout]).toEqual([2, expect.stringContaining('preuve P19')]);
  expect(await run('annuler', '--yes')).toMatchObject({ status: 0 });
  expect(textOf(folder)).toBe(whole);
  expect(JSON.parse((await run('integrite', '--format', 'json')).stdout)).toMatchObject({ complete: true });

  writeFileSync(join(folder, 'portfolio.yaml'), whole.slice(0, whole.lastIndexOf('  - id: P1')));
  const refused = await run('activity', 'edit', 'A1', '--goal', 'Autre but');
  expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining('a perdu sa fin')]);
  const told = await run('verify');
  expect([told.status, told.stdout]).toEqual([3, expect.stringContaining('acquis undo')]);
  const checked = await run('check', '--format', 'json');
  const { findings } = JSON.parse(checked.stdout) as { findings: { code: string; severity: string }[] };
  expect([checked.status, findings[0]]).toMatchObject([1, { code: 'portfolio-cut', severity: 'error' }]);
  const exported = await run('export', '--format', 'html', '--out', 'essai');
  expect([exported.status, exported.stderr]).toEqual([0, expect.stringContaining('a perdu sa fin')]);
  const final = await run('export', '--format', 'html', '--out', 'final', '--final');
  expect([final.status, final.stderr]).toEqual([1, expect.stringContaining('a perdu sa fin')]);
  expect(await run('undo', '--yes', '--format', 'json')).toMatchObject({ status: 0 });
  expect(textOf(folder)).toBe(whole);
  const { texts, at } = JSON.parse((await run('undo', '--list', '--format', 'json')).stdout) as {
    texts: { text?: unknown; count: number }[];
    at: number;
  };
  expect([texts.length, texts.some(({ count }) => count === at)]).toEqual([expect.any(Number), true]);
});
