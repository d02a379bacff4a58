import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { onePage, words } from '../support/proof-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

/** In the bytes of a proof and in its name. */
const [BYTES, NAME] = ['CANARIOCTETS', 'canarinom'];

const everythingIn = async (file: string): Promise<string> => {
  const bytes = readFileSync(file);
  if (file.endsWith('.pdf')) return JSON.stringify(await readPdf(bytes)) + bytes.toString('latin1');
  if (!file.endsWith('.docx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
};

test('a proof that may not be shown is embedded and named by no command that writes for others', async () => {
  const folder = storyVariant('recit-a-rncp38126');
  const place = temporaryFolder();
  for (const [id, state] of [
    ['Z1', 'à anonymiser'],
    ['Z2', 'à ne pas joindre'],
  ] as const) {
    const file = join(place, `${NAME}-${id}.pdf`);
    writeFileSync(file, onePage({ content: words(`${BYTES} ${id}`) }));
    const added = await runAcquis(['evidence', 'add', folder, file, '--id', id, '--title', `Pièce ${id}`, '--date', '2022', '--activity', 'A1', '--confidentiality', state]); // prettier-ignore
    expect(added.status, added.stderr).toBe(0);
  }
  expect(readdirSync(join(folder, 'preuves')).some((name) => name.includes('Z1') || name.includes(NAME))).toBe(true); // prettier-ignore

  const out = temporaryFolder();
  const at = (name: string): string => join(out, name);
  for (const args of [
    ['export', folder, '--document', 'all', '--format', 'html,docx,md', '--out', at('textes')],
    [
      'export',
      folder,
      '--document',
      'dossier-validation',
      '--annexes',
      'fichier',
      '--embed-source',
      '--out',
      at('pdf'),
    ],
    ['batch', 'export', folder, '--document', 'dossier-validation', '--format', 'html', '--out', at('lot')],
    ['review', 'export', folder, '--out', at('relecture.yaml')],
  ]) {
    const { status, stderr } = await runAcquis(args);
    expect(status, stderr).toBe(0);
  }
  const board = await runAcquis(['cohort', folder, '--format', 'html']);
  writeFileSync(at('tableau.html'), board.stdout);

  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(8);
  for (const { parentPath, name } of files) {
    const text = await everythingIn(join(parentPath, name));
    for (const canary of [BYTES, NAME]) expect(text.includes(canary), `${canary} in ${name}`).toBe(false);
  }
}, 120_000);
