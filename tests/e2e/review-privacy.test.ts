import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../support/read-pdf.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

/** Said in a review, noted for oneself outside the folder, noted for oneself in the file. */
const [SAID, NOTED, JOTTED] = ['CANARIRELECTURE', 'CANARINOTE', 'CANARIFICHE'];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('no document knows of a review, and nothing at all of a private note', async () => {
  const notes = join(temporaryFolder(), 'notes');
  const env = { ACQUIS_NOTES: notes, ACQUIS_AUTHOR: `Claire ${SAID}` };
  const folder = storyVariant('recit-a-rncp38126', {
    'candidate:\n': `notes: ${JOTTED}\ncandidate:\n`,
  });
  const run = async (...args: string[]) => {
    const { stdout, stderr, status } = await runAcquis(args, { env });
    return { text: stdout + stderr, status };
  };
  for (const about of ['A3', 'dossier']) {
    await run('review', 'add', folder, '--on', about, '--ask-change', '--text', `${SAID} ${about}`);
    await run('review', 'note', folder, '--on', about, '--text', `${NOTED} ${about}`);
  }
  await run('review', 'answer', folder, 'A3', '--text', `${SAID} réponse`);
  expect((await run('review', 'note', folder)).text).toContain(`${NOTED} `);
  expect(filesBelow(notes)).toHaveLength(1);

  const out = temporaryFolder();
  const made = await run('export', folder, '--document', 'all', '--format', 'html,pdf', '--out', out);
  expect(made.status, made.text).toBe(0);
  const documents = filesBelow(out);
  expect(documents.length).toBeGreaterThanOrEqual(4);
  for (const file of documents) {
    const text = file.endsWith('.pdf')
      ? JSON.stringify(await readPdf(readFileSync(file))) + readFileSync(file, 'latin1')
      : readFileSync(file, 'utf8');
    expect(text.includes('Noémie'), file).toBe(true);
    for (const canary of [SAID, NOTED, JOTTED])
      expect(text.includes(canary), `${canary} in ${file}`).toBe(false);
  }

  const report = join(temporaryFolder(), 'lot.json');
  const reports = [
    ['batch', 'check', folder, '--report', report],
    ...['text', 'json', 'csv', 'markdown', 'junit'].map((format) => ['check', folder, '--format', format]),
    ['review', 'export', folder],
    ['review', 'list', folder],
    ['activity', 'list', folder, '--format', 'json'],
    ...['json', 'csv', 'html'].map((format) => ['cohort', folder, '--format', format]),
  ];
  for (const args of reports) {
    const { text } = await run(...args);
    expect(text.length, args.join(' ')).toBeGreaterThan(50);
    for (const canary of [NOTED, JOTTED]) expect(text.includes(canary), args.join(' ')).toBe(false);
  }
  for (const canary of [NOTED, JOTTED]) expect(readFileSync(report, 'utf8')).not.toContain(canary);
  // The check is where the candidate reads it: the canary is one that would be seen.
  expect((await run('check', folder)).text).toContain(SAID);
  // The folder goes to and fro; what is noted for oneself does not go with it.
  const sent = temporaryFolder();
  cpSync(folder, sent, { recursive: true });
  for (const file of filesBelow(sent)) expect(readFileSync(file, 'latin1').includes(NOTED), file).toBe(false);
}, 90_000);
