import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everythingIn } from '../support/carried-pdf.ts';
import { filesIn } from '../support/fault-run.ts';
import { onePage, words } from '../support/proof-pdf.ts';
import { png } from '../support/pictures.ts';
import { readPdf } from '../support/read-pdf.ts';
import { readyStory } from '../support/ready-story.ts';
import { runAcquis, type Run } from '../support/run-acquis.ts';
import { temporaryFolder } from '../support/story-variant.ts';

const CANARY = 'CANARIAILLEURS';

const run = async (args: readonly string[]): Promise<Run> => runAcquis(args);

const done = async (args: readonly string[]): Promise<void> => {
  const { status, stderr } = await run(args);
  expect(status, `${args.join(' ')}\n${stderr}`).toBe(0);
};

const pathOf = (folder: string, id: string, field: 'file' | 'publicFile'): string => {
  const entry = readFileSync(join(folder, 'portfolio.yaml'), 'utf8').split(`- id: ${id}\n`)[1] ?? '';
  return join(folder, new RegExp(`\\n    ${field}:\\n      path: "?([^"\\n]+)`, 'u').exec(entry)?.[1] ?? '?');
};

/** `Z1` with a file, `Z2` with a redacted version of one, and an organigramme: each holds the canary. */
const withProofs = async (): Promise<{ folder: string; files: Record<'Z1' | 'Z2' | 'O1', string> }> => {
  const [folder, place] = [readyStory(), temporaryFolder()];
  const put = (name: string, content: Buffer | Uint8Array): string => {
    writeFileSync(join(place, name), content);
    return join(place, name);
  };
  const shown = put('montre.pdf', onePage({ content: words(CANARY) }));
  const original = put('original.pdf', onePage({ content: words('ORIGINAL') }));
  const about = ['--title', 'Pièce', '--date', '2022', '--activity', 'A1'];
  await done(['evidence', 'add', folder, shown, '--id', 'Z1', ...about, '--confidentiality', 'publiable']);
  await done(['evidence', 'add', folder, original, '--id', 'Z2', ...about, '--confidentiality', 'à anonymiser', '--public-file', shown]); // prettier-ignore
  await done(['organisation', 'edit', folder, 'O1', '--organigramme', put('o.png', png(41, 43)), '--organigramme-alt', 'Deux pôles.']); // prettier-ignore
  const picture = /organigramme:\n\s+file: "?([^"\n]+)/u.exec(readFileSync(join(folder, 'portfolio.yaml'), 'utf8'))?.[1]; // prettier-ignore
  const files = { Z1: pathOf(folder, 'Z1', 'file'), Z2: pathOf(folder, 'Z2', 'publicFile'), O1: join(folder, picture ?? '?') }; // prettier-ignore
  for (const file of Object.values(files)) expect(existsSync(file), file).toBe(true);
  return { folder, files };
};

/** What reading commands say of a folder whose files are not what they were, and what none of them may show. */
const expectRefused = async (folder: string, canary: string): Promise<void> => {
  const out = temporaryFolder();
  const dossier = ['export', folder, '--document', 'dossier-validation', '--at', '2026-11-22'];
  const exported = await run([...dossier, '--embed-source', '--out', join(out, 'a')]);
  expect(exported.status, exported.stderr).toBe(0);
  for (const id of ['Z1', 'Z2']) expect(exported.stderr).toContain(`${id} :`);
  const pdf = readFileSync(join(out, 'a', 'dossier-validation.pdf'));
  const text = everythingIn(pdf) + (await readPdf(pdf)).text;
  expect(text).not.toContain(canary);
  expect(text).not.toContain('ORIGINAL');
  expect((await run(['verify', folder])).status).toBe(3);
  for (const args of [
    [...dossier, '--final', '--format', 'html', '--out', join(out, 'b')],
    ['deposit', folder, '--target', 'france-vae', '--out', join(out, 'c'), '--at', '2026-11-22'],
  ]) {
    const { status, stderr } = await run(args);
    expect(status, stderr).toBe(1);
    for (const id of ['Z1', 'Z2']) expect(stderr).toContain(`${id} :`);
  }
  const packed = await run(['pack', folder, '--out', join(out, 'd.zip')]);
  expect(packed.status, packed.stderr).toBe(3);
  expect(filesIn(out)).toEqual(['a/dossier-validation.pdf']);
};

describe('proofs, redacted versions and organigrammes', () => {
  test('of which one bit was flipped are named, not embedded, and neither handed in nor packed', async () => {
    const { folder, files } = await withProofs();
    for (const file of [files.Z1, files.Z2]) {
      const bytes = readFileSync(file);
      const at = bytes.indexOf(CANARY) + CANARY.length - 1;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(file, bytes);
    }
    await expectRefused(folder, CANARY.slice(0, -1));
  }, 120_000);

  test.each([
    ['a link to a file elsewhere', (file: string, there: string) => symlinkSync(there, file)],
    ['a pipe', (file: string) => void execFileSync('mkfifo', [file])],
  ])(
    'in whose place stands %s: nothing of it is read or shown',
    async (_, place) => {
      const { folder, files } = await withProofs();
      const elsewhere = temporaryFolder();
      for (const file of Object.values(files)) {
        const there = join(elsewhere, file.split('/').at(-1) ?? '');
        writeFileSync(there, readFileSync(file));
        unlinkSync(file);
        place(file, there);
      }
      await expectRefused(folder, CANARY);
    },
    120_000,
  );
});
