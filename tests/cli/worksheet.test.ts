import { cpSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editDocx } from '../support/edit-docx.ts';
import { runAcquis } from '../support/run-acquis.ts';

const STORY = new URL('../../examples/recit-a-rncp38126', import.meta.url).pathname;

test('a form leaves, comes back changed, is shown, and is saved only when that is said', async () => {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'acquis-fiche-'))), 'dossier');
  cpSync(STORY, folder, { recursive: true });
  const before = readFileSync(join(folder, 'portfolio.yaml'));
  const portfolio = (): string => readFileSync(join(folder, 'portfolio.yaml'), 'utf8');

  const made = await runAcquis(['activite', 'fiche', folder, '--activity', 'a1']);
  const path = made.stdout.trim();
  expect(made.status).toBe(0);
  expect(path).toBe(join(folder, 'exports', 'travail', 'fiche-A1.docx'));

  const same = await runAcquis(['activity', 'import', folder, path, '--yes']);
  expect(same.status).toBe(0);
  expect(readFileSync(join(folder, 'portfolio.yaml')).equals(before)).toBe(true);

  const change = (xml: string): string =>
    xml
      .replace('datait de 2012.', 'datait de 2012, déjà.')
      .replace('<w:sectPr>', '<w:p><w:r><w:t>Note perdue</w:t></w:r></w:p><w:sectPr>');
  writeFileSync(path, editDocx(readFileSync(path), change));
  const shown = await runAcquis(['activity', 'import', folder, path]);
  expect(shown.status).toBe(2);
  expect(shown.stderr).toContain('--rest, --yes');
  expect(shown.stdout).toContain('+ À ma prise de poste, le projet datait de 2012, déjà.');
  expect(shown.stdout).toContain('Note perdue');
  expect(portfolio()).toBe(before.toString());

  const again = await runAcquis(['activity', 'worksheet', folder, '--activity', 'A1']);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('fiche-A1.docx');

  const saved = await runAcquis(['activity', 'import', folder, path, '--yes', '--rest', 'résultats']);
  expect(saved.status).toBe(0);
  expect(portfolio()).toContain('datait de 2012, déjà.');
  expect(portfolio()).toContain('Note perdue');
}, 60_000);

test('of the sections of a document, only the one edited in its form changes', async () => {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'acquis-fiche-'))), 'dossier');
  cpSync(STORY, folder, { recursive: true });
  const path = join(folder, 'portfolio.yaml');
  const sections =
    'documents:\n  memoire:\n    introduction: Une entrée en *matière*.\n    problem: Une question ouverte.\n';
  const before = readFileSync(path, 'utf8').replace(/^documents:\n/mu, sections);
  expect(before).toContain(sections);
  writeFileSync(path, before);

  const made = await runAcquis(['document', 'worksheet', folder, '--document', 'memoire', '--format', 'md']);
  expect(made.status).toBe(0);
  const form = made.stdout.trim();
  const shown = readFileSync(form, 'utf8');
  writeFileSync(form, shown.replace('\nUne question ouverte.\n', '\nUne question refermée.\n'));

  const saved = await runAcquis(['document', 'import', folder, form, '--yes']);
  expect(saved.status).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(before.replace('question ouverte.', 'question refermée.'));
}, 60_000);
