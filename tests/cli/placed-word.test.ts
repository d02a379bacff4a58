import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AcquisError } from '../../src/app/errors.ts';
import { placedWord, requireWord } from '../../src/cli/placed-word.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { temporaryFolder } from '../support/story-variant.ts';

test('of one word alone, a folder is the portfolio and anything else is the word', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'fiche.md'), '');
  expect(await placedWord(undefined, undefined)).toEqual({ folder: '.', word: undefined });
  expect(await placedWord('P07', undefined)).toEqual({ folder: '.', word: 'P07' });
  expect(await placedWord(join(folder, 'fiche.md'), undefined)).toMatchObject({ folder: '.' });
  expect(await placedWord(folder, undefined)).toEqual({ folder, word: undefined });
  expect(await placedWord(folder, folder)).toEqual({ folder, word: folder });
  const refused = await requireWord(folder, undefined, 'id').catch((error: unknown) => error as AcquisError);
  expect(refused).toMatchObject({ kind: 'usage', code: 'missing-word', args: { what: 'id', folder } });
  await expect(requireWord('', undefined, 'id')).rejects.toMatchObject({ code: 'empty-argument' });
});

test('a command that was given its folder and no id names what is missing, wherever it is typed', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'mon-dossier'));
  const commands = [
    ['pseudonym', 'remove'],
    ['evidence', 'remove'],
    ['activity', 'edit', '--title', 'X'],
    ['activity', 'import'],
    ['review', 'import'],
  ];
  const runs = await Promise.all(commands.map((words) => runAcquis([...words, 'mon-dossier'], { cwd })));
  for (const [index, { status, stderr }] of runs.entries()) {
    expect([commands[index], status]).toEqual([commands[index], 2]);
    expect(stderr).toMatch(/Il manque .* : « mon-dossier » est un dossier\.\n +→ Ajoutez-/u);
  }
});
