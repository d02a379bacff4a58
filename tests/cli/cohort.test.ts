import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAcquis } from '../support/run-acquis.ts';
import { storyFolder } from '../support/stories.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

interface Row {
  readonly folder: string;
  readonly name?: string;
  readonly summary?: { readonly supported: number };
  readonly error?: { readonly code: string; readonly message: string };
  readonly since?: { readonly reach: string; readonly changes: { readonly up: readonly unknown[] } };
}

const rowsOf = (text: string): readonly Row[] => (JSON.parse(text) as { folders: readonly Row[] }).folders;

/** Both stories, one folder that would bring its reader down and one that is no portfolio, in one folder. */
const promotion = (): string => {
  const parent = temporaryFolder();
  cpSync(storyFolder('recit-a-rncp38126'), join(parent, 'a'), { recursive: true });
  cpSync(storyFolder('recit-b-rncp41296'), join(parent, 'b'), { recursive: true });
  cpSync(
    storyVariant('recit-a-rncp38126', { '\nversion: 1': `\nversion: 1\nnotes: ${'['.repeat(9000)}` }),
    join(parent, 'c'),
    { recursive: true },
  );
  return parent;
};

test('a board is made of what can be read, the rest are its rows, and the command ends with 0', async () => {
  const run = await runAcquis(['cohort', promotion(), '--format', 'json', '--at', '2026-11-22']);
  expect(run.status).toBe(0);
  const rows = rowsOf(run.stdout);
  expect(rows.map(({ name, summary, error }) => [name, summary?.supported, error?.code])).toEqual([
    ['Noémie Valtreuil', 24, undefined],
    ['Maël Ostrevent', 26, undefined],
    [undefined, undefined, 'invalid-portfolio'],
  ]);
});

test('the file’s ending says its format; what is written is what another day is compared with', async () => {
  const parent = promotion();
  const kept = join(parent, 'lundi.json');
  const made = await runAcquis(['cohorte', join(parent, 'a'), '--out', kept, '--at', '2026-11-16']);
  expect(made).toMatchObject({ status: 0, stdout: `${kept}\n` });
  const edit = [
    'activity',
    'edit',
    join(parent, 'a'),
    'A3',
    '--results',
    '12 ateliers',
    '--analysis',
    'Durée.',
  ];
  await runAcquis([...edit, '--learning', 'Compter avant.']);
  const later = ['cohort', join(parent, 'a'), join(parent, 'b'), '--compare', kept, '--at', '2026-11-23'];
  const rows = rowsOf((await runAcquis([...later, '--format', 'json'])).stdout);
  expect(rows.map(({ since }) => [since?.reach, since?.changes?.up.length])).toEqual([
    ['known', 2],
    ['new', undefined],
  ]);
  const page = join(parent, 'tableau.html');
  await runAcquis([...later, '--out', page]);
  expect(readFileSync(page, 'utf8')).toMatch(/^<!DOCTYPE html>/u);
});

test('a name that promises another kind of file is refused before anything is read or written', async () => {
  const parent = temporaryFolder();
  const refused = await runAcquis(['cohort', 'nulle-part', '--out', 'tableau.xls'], { cwd: parent });
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  for (const ending of ['.txt', '.html', '.csv', '.json', '--format'])
    expect(refused.stderr).toContain(ending);
  expect(readdirSync(parent)).toEqual([]);
});

test('a board written below the current folder is named from there', async () => {
  const parent = temporaryFolder();
  cpSync(storyFolder('recit-a-rncp38126'), join(parent, 'a'), { recursive: true });
  const made = await runAcquis(['cohort', 'a', '--out', 'suivi/lundi.xls', '--format', 'csv'], {
    cwd: parent,
  });
  expect(made).toMatchObject({ status: 0, stdout: 'suivi/lundi.xls\n' });
  expect(readFileSync(join(parent, 'suivi/lundi.xls'), 'utf8')).toContain('dossier;nom');
});

test.each([
  [['--since', '2026-11-23', '--at', '2026-11-22'], 2],
  [['--since', '2026-02-30'], 2],
  [['--still', 'vingt'], 2],
  [['--format', 'pdf'], 2],
  [['--since', '2026-01-01', '--compare', 'x.json'], 2],
  [['--compare', 'portfolio.yaml'], 3],
])('%j ends with %i', async (flags, status) => {
  const parent = temporaryFolder();
  writeFileSync(join(parent, 'portfolio.yaml'), 'version: 1\n');
  const run = await runAcquis(['cohort', ...flags], { cwd: parent });
  expect(run.status).toBe(status);
  expect(run.stdout).toBe('');
  expect(run.stderr).toMatch(/^✗ .*\n {2}→ /su);
});
