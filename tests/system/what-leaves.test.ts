import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { everythingIn as unpacked } from '../support/carried-pdf.ts';
import { filesIn } from '../support/fault-run.ts';
import { onePage, words } from '../support/proof-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import { readyStory } from '../support/ready-story.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';
import { templateFolder } from '../support/template-set.ts';

const BIN = fileURLToPath(new URL('../../bin/acquis.js', import.meta.url));

/** The bytes of files that may not be shown, the private notes, and the names behind pseudonyms. */
const [BYTES, NOTES] = ['CANARIOCTETS', 'CANARINOTES'];
const LISTED = /zoungrana|k[ée][iï]ta|vertefeuille/iu;
/** An id with a listed name in it. */
const BY_HAND = 'note-zoungrana';
const SECRET = new RegExp(`${BYTES}|${NOTES}`, 'u');

const run = async (args: readonly string[], status = 0): Promise<string> => {
  const ended = await runAcquis(args);
  expect(ended.status, `${args.join(' ')}\n${ended.stderr}`).toBe(status);
  return ended.stdout;
};

/** Every byte of a document as text, packed or not, as a reader sees it and as it is stored. */
const everythingIn = async (file: string): Promise<string> => {
  const bytes = readFileSync(file);
  if (file.endsWith('.pdf')) return JSON.stringify(await readPdf(bytes)) + unpacked(bytes);
  if (!/\.(?:docx|zip)$/u.test(file)) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => name + Buffer.from(part).toString('utf8'))
    .join('\n');
};

const expectNone = async (out: string, forbidden: RegExp, atLeast: number): Promise<void> => {
  const files = filesIn(out);
  expect(files.length, out).toBeGreaterThanOrEqual(atLeast);
  for (const name of files) {
    expect(forbidden.exec(name)?.[0], name).toBeUndefined();
    expect(forbidden.exec(await everythingIn(join(out, name)))?.[0], name).toBeUndefined();
  }
};

interface Proof {
  readonly id: string;
  readonly state?: string;
  readonly isPublic?: boolean;
}

/** Proofs in each state whose original holds the canary, and whose names hold a listed name. */
const plant = async (folder: string, proofs: readonly Proof[]): Promise<void> => {
  const place = temporaryFolder();
  const put = (name: string, text: string): string => {
    writeFileSync(join(place, name), name.endsWith('.txt') ? text : onePage({ content: words(text) }));
    return join(place, name);
  };
  for (const { id, state, isPublic } of proofs) {
    const file = put(`bilan-zoungrana-${id}.pdf`, `${BYTES} ${id}`);
    const redacted = put(`bilan-zoungrana-${id}-caviarde.pdf`, state === 'à ne pas joindre' ? BYTES : 'rien');
    await run([
      'evidence', 'add', folder, file, '--id', id, '--title', `Bilan ${id} de Mme Zoungrana`, '--date', '2022',
      '--activity', 'A1', '--asked-from', 'Awa Zoungrana-Kéïta', ...(state === undefined ? [] : ['--confidentiality', state]),
      ...(isPublic === true ? ['--public-file', redacted] : []),
    ]); // prettier-ignore
  }
  // No page is made of a text: its name stands where its pages would.
  const text = put('note-de-zoungrana-keita.txt', 'Rien de particulier.');
  await run(['evidence', 'add', folder, text, '--id', BY_HAND, '--title', 'Note', '--date', '2022', '--activity', 'A1', '--confidentiality', 'publiable', '--alt', 'Note de Mme Zoungrana']); // prettier-ignore
  await run(['activity', 'edit', folder, 'A1', '--title', 'Accueillir Awa Zoungrana-Kéïta', '--context', `Avec A. ZOUNGRANA [[${BY_HAND}]], chez Vertefeuille.`]); // prettier-ignore
  await run(['organisation', 'edit', folder, 'O1', '--name', 'Vertefeuille', '--pseudonym', 'L’atelier']);
  await run(['pseudonym', 'add', folder, '--name', 'Awa Zoungrana-Kéïta', '--pseudonym', 'Inès B.']);
  appendFileSync(join(folder, 'portfolio.yaml'), `notes: ${NOTES} Zoungrana\n`);
};

const EVERY_STATE: readonly Proof[] = [
  { id: 'Z1', state: 'à anonymiser' },
  { id: 'Z2', state: 'à ne pas joindre' },
  { id: 'Z3' },
  { id: 'Z4', state: 'à anonymiser', isPublic: true },
  { id: 'Z5', state: 'à ne pas joindre', isPublic: true },
  { id: 'Z6', isPublic: true },
];

/** What a page of the preview is served, the documents in it included. */
const previewed = async (folder: string): Promise<{ readonly page: string; readonly document: string }> => {
  const child = spawn(process.execPath, [BIN, 'preview', folder, '--document', 'dossier-validation'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const address = await new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').once('data', (chunk: string) => resolve(chunk.trim()));
    });
    const page = await fetch(address);
    const document = await fetch(new URL('document', address));
    return { page: await page.text(), document: await document.text() };
  } finally {
    child.kill('SIGKILL');
  }
};

test('neither a withheld file, nor a listed name, nor the notes leave by any command that makes documents', async () => {
  const folder = storyVariant('recit-a-rncp38126');
  await plant(folder, EVERY_STATE);
  const out = temporaryFolder();
  const at = (name: string): string => join(out, name);
  const templates = templateFolder({
    'portfolio/main.hbs':
      '<main>{{#each annexes}}{{id}} {{title}} {{fileName}} {{alt}} {{url}}{{/each}}{{cover.name}}</main>',
  });
  const dossier = ['export', folder, '--document', 'dossier-validation', '--format', 'pdf'];
  await run(['export', folder, '--document', 'all', '--format', 'html,docx,md', '--out', at('textes')]);
  for (const annexes of ['suite', 'fichier', 'liste'])
    await run([...dossier, '--annexes', annexes, '--embed-source', '--out', at(annexes)]);
  await run(['export', folder, '--document', 'portfolio', '--format', 'html', '--templates', templates, '--out', at('modeles')]); // prettier-ignore
  await run(['batch', 'export', folder, '--document', 'dossier-validation', '--format', 'html,pdf', '--out', at('lot')]); // prettier-ignore
  await run(['review', 'export', folder, '--out', at('relecture.yaml')]);
  await run(['sample', at('essai'), '--certification', 'RNCP38126', '--seed', '3', '--at', '2026-09-01']);
  for (const format of ['html', 'json', 'csv'])
    // A board names proofs by the ids that somebody chose, for whoever has the folder to open.
    writeFileSync(
      at(`tableau.${format}`),
      (await run(['cohort', folder, '--format', format])).replaceAll(BY_HAND, ''),
    );
  await expectNone(out, new RegExp(`${LISTED.source}|${SECRET.source}`, 'iu'), 20);
  const seen = await previewed(folder);
  expect(seen.document).toContain('Inès B.');
  expect(LISTED.exec(seen.document)?.[0]).toBeUndefined();
  expect(SECRET.exec(seen.document + seen.page)?.[0]).toBeUndefined();
}, 240_000);

test('a deposit holds the redacted version alone, and no listed name in any file, slip or file name', async () => {
  const folder = readyStory();
  await plant(folder, EVERY_STATE.slice(1));
  const out = join(temporaryFolder(), 'dépôt');
  await run(['deposit', folder, '--target', 'france-vae', '--out', out, '--at', '2026-11-22']);
  await expectNone(out, new RegExp(`${LISTED.source}|${SECRET.source}`, 'iu'), 3);
  expect(readFileSync(join(out, 'bordereau.txt'), 'utf8')).toContain('Inès B.');
}, 120_000);

test('a pack, and what an advisor restores of it, hold no private file, no note and no list', async () => {
  const folder = storyVariant('recit-a-rncp38126');
  await plant(folder, [...EVERY_STATE.slice(0, 2), ...EVERY_STATE.slice(3, 5)]);
  const out = temporaryFolder();
  const [sent, filed, taken] = ['envoi', 'promo', 'repris'].map((name) => join(out, name)) as [string, string, string]; // prettier-ignore
  mkdirSync(sent);
  await run(['pack', folder, '--out', sent]);
  await run(['batch', 'restore', sent, '--out', filed]);
  await run(['restore', join(sent, filesIn(sent)[0] ?? ''), '--out', taken]);
  await expectNone(out, SECRET, 10);
  expect(filesIn(out).filter((name) => name.includes('pseudonymes'))).toEqual([]);
}, 60_000);

test('deposit refuses what export --final refuses: a number of security in the text of a joined file', async () => {
  const folder = readyStory();
  const file = join(temporaryFolder(), 'lettre.pdf');
  writeFileSync(file, onePage({ content: words('NIR 2 85 05 78 006 000 28') }));
  await run(['evidence', 'add', folder, file, '--id', 'Z1', '--title', 'Lettre', '--date', '2022', '--activity', 'A1', '--confidentiality', 'publiable']); // prettier-ignore
  const out = join(temporaryFolder(), 'dépôt');
  const args = ['deposit', folder, '--target', 'france-vae', '--out', out, '--at', '2026-11-22'];
  const refused = await runAcquis(args);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/Z1/u);
  expect(filesIn(out)).toEqual([]);
}, 60_000);
