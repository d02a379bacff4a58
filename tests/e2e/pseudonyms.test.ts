import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { onePage, words } from '../support/proof-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every byte of a document, packed or not, as text. */
const everythingIn = async (file: string): Promise<string> => {
  const bytes = readFileSync(file);
  if (file.endsWith('.pdf')) return JSON.stringify(await readPdf(bytes)) + bytes.toString('latin1');
  if (!file.endsWith('.docx')) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => name + Buffer.from(part).toString('utf8'))
    .join('\n');
};

/** The listed person, in the ways people write a name; none of them may stand in any document. */
const WRITTEN =
  'J’ai reçu Awa Zoungrana-Kéïta, puis ZOUNGRANA-KEITA Awa, A. Zoungrana‑Kéïta et Mme Zoungrana ; l’avis d’Awa\u00a0Zoungrana-Kéïta.';
const LEFT = /zoungrana|k[ée][iï]ta/iu;

test('names of the private list stand in no document of any format, and the list goes nowhere', async () => {
  const folder = storyVariant('recit-a-rncp38126', { 'candidate:\n': `notes: Zoungrana\ncandidate:\n` });
  const run = async (...args: string[]) => {
    const { stdout, stderr, status } = await runAcquis(args);
    expect(status, stdout + stderr).toBe(0);
    return stdout + stderr;
  };
  const note = join(temporaryFolder(), 'bilan-zoungrana-keita.txt');
  writeFileSync(note, 'Rien de particulier.');
  await run(
    'activity',
    'edit',
    folder,
    'A1',
    '--title',
    'Accueillir Awa Zoungrana-Kéïta',
    '--context',
    WRITTEN,
  );
  await run('evidence', 'add', folder, note, '--title', 'Bilan de Mme Zoungrana', '--confidentiality', 'publiable', '--activity', 'A1', '--date', '2021'); // prettier-ignore
  expect(await run('pseudonym', 'add', folder, '--name', 'Awa Zoungrana-Kéïta', '--pseudonym', 'Inès B.')).not.toMatch(LEFT); // prettier-ignore
  expect(statSync(join(folder, 'pseudonymes.yaml')).mode & 0o777).toBe(0o600);

  const out = temporaryFolder();
  await run('export', folder, '--document', 'all', '--document', 'portfolio,memoire,soutenance', '--format', 'html,docx,md', '--out', out); // prettier-ignore
  await run('export', folder, '--document', 'dossier-validation', '--annexes', 'liste', '--out', out);
  const documents = filesBelow(out);
  expect(new Set(documents.map((file) => file.split('.').at(-1)))).toEqual(new Set(['html', 'docx', 'md', 'pdf'])); // prettier-ignore
  let told = 0;
  for (const file of documents) {
    const text = await everythingIn(file);
    expect(LEFT.exec(text)?.[0], file).toBeUndefined();
    expect(text, file).not.toContain('acquis-pseudonymes');
    if (text.includes('Inès B.')) told++;
  }
  expect(told).toBeGreaterThanOrEqual(8);
  expect(await run('review', 'export', folder)).not.toMatch(LEFT);
}, 120_000);

test('check reads texts and proofs, a black box over a text included, and says what it cannot read', async () => {
  const folder = storyVariant('recit-a-rncp38126');
  const place = temporaryFolder();
  const put = (name: string, bytes: Buffer | string): string => {
    writeFileSync(join(place, name), bytes);
    return join(place, name);
  };
  const box = '0 0 0 rg 60 690 400 30 re f\n';
  const secret = words('NIR 2 85 05 78 006 000 28');
  const add = async (id: string, file: string, ...flags: string[]) => {
    const { status, stderr } = await runAcquis(['evidence', 'add', folder, file, '--id', id, '--title', `Pièce ${id}`, '--date', '2022', ...flags]); // prettier-ignore
    expect(status, stderr).toBe(0);
  };
  await add(
    'Z1',
    put('lettre.pdf', onePage({ content: words('Tel 06 39 98 12 34') })),
    '--confidentiality',
    'publiable',
  );
  await add('Z2', put('original.pdf', onePage({ content: secret })), '--confidentiality', 'à anonymiser', '--public-file', put('caviarde.pdf', onePage({ content: secret + box }))); // prettier-ignore
  await add('Z3', put('scan.pdf', onePage({ content: box })), '--confidentiality', 'publiable');
  await add('Z4', put('secret.txt', 'Mail canari@interdit.example'), '--confidentiality', 'à ne pas joindre');
  await add('Z5', put('abime.pdf', onePage({}).subarray(0, 300)), '--confidentiality', 'publiable');
  await runAcquis([
    'activity',
    'edit',
    folder,
    'A1',
    '--context',
    'Écrire à\nlea.bourdin@messagerie.example vite.',
  ]);

  const { stdout, status } = await runAcquis(['check', folder, '--privacy', '--format', 'json']);
  expect(status).toBe(1);
  const { findings, reminders } = JSON.parse(stdout) as {
    findings: { code: string; path: string; args: Record<string, unknown>; message: string }[];
    reminders: string[];
  };
  const of = (path: string) => findings.filter((one) => one.path === path && one.code.startsWith('privacy-'));
  expect(of('activities.A1.context')[0]?.args).toMatchObject({ kind: 'email', value: 'lea.bourdin@messagerie.example', line: 2, column: 1 }); // prettier-ignore
  expect(of('evidence.Z1')[0]).toMatchObject({ code: 'privacy-proof', args: { kind: 'phone', page: 1 } });
  const redaction = of('evidence.Z2')[0];
  expect(redaction).toMatchObject({ code: 'privacy-redaction', args: { kind: 'nir', value: '2 85 05 78 006 000 28', page: 1 } }); // prettier-ignore
  expect(redaction?.message).toContain('cache noir');
  expect(of('evidence.Z3').map(({ code }) => code)).toEqual(['privacy-no-text']);
  expect(of('evidence.Z5').map(({ code }) => code)).toEqual(['privacy-unread']);
  expect(stdout).not.toContain('canari@');
  expect(reminders.length).toBeGreaterThan(4);
  for (const format of ['text', 'csv', 'markdown', 'junit']) {
    const report = await runAcquis(['check', folder, '--privacy', '--format', format]);
    expect(report.status, report.stderr).toBe(1);
    expect(report.stdout, format).toContain('06 39 98 12 34');
  }
  const final = await runAcquis(['export', folder, '--document', 'dossier-validation', '--format', 'html', '--final', '--out', place]); // prettier-ignore
  expect(final.status).toBe(1);
}, 60_000);
