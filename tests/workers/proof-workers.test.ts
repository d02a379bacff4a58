import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AnnexReading } from '../../src/app/ports/annexes.ts';
import { Cancelled } from '../../src/app/errors.ts';
import type { StoredFile } from '../../src/domain/portfolio.ts';
import type { PoolOptions } from '../../src/workers/process-pool.ts';
import { createProofWorkers } from '../../src/workers/proof-workers.ts';
import { png } from '../support/pictures.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { onePage, words } from '../support/proof-pdf.ts';

const ENTRY = fileURLToPath(new URL('../../bin/read-proofs.js', import.meta.url));

const start = (options: Partial<PoolOptions> = {}): AnnexReading => {
  const workers = createProofWorkers({ entry: ENTRY, jobs: 1, ...options });
  onTestFinished(() => workers.close());
  return workers;
};

const GOOD = onePage({ content: words('Attestation') });

const keep = (folder: string, name: string, bytes: Uint8Array): StoredFile => {
  mkdirSync(join(folder, 'preuves'), { recursive: true });
  writeFileSync(join(folder, 'preuves', name), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: `preuves/${name}`, sha256, bytes: bytes.length };
};

const said = async (reading: ReturnType<AnnexReading['read']>): Promise<string | number> => {
  const content = await reading;
  if (content.kind === 'pages') return content.pages.length;
  return content.kind === 'unfit' ? content.fault : content.kind;
};

describe('a file of a folder', () => {
  test('is read where it is and as it was recorded, and from nowhere else', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const good = keep(folder, 'bon.pdf', GOOD);
    keep(elsewhere, 'secret.pdf', GOOD);
    const secret = join(elsewhere, 'preuves', 'secret.pdf');
    symlinkSync(secret, join(folder, 'preuves', 'lien.pdf'));
    symlinkSync(join(elsewhere, 'preuves'), join(folder, 'ailleurs'));
    writeFileSync(join(folder, 'portfolio.yaml'), GOOD);
    mkdirSync(join(folder, 'preuves', 'dossier.pdf'));
    execFileSync('mkfifo', [join(folder, 'preuves', 'tube.pdf')]);
    const workers = start();
    const cases: readonly (readonly [StoredFile, string | number])[] = [
      [good, 1],
      [{ path: good.path }, 1],
      [{ ...good, sha256: 'a'.repeat(64) }, 'altered'],
      [{ ...good, bytes: 3 }, 'altered'],
      ...[
        'preuves/absent.pdf', 'preuves/lien.pdf', 'ailleurs/secret.pdf', 'preuves/dossier.pdf', 'preuves/tube.pdf',
        'portfolio.yaml', '../secret.pdf', secret, 'preuves/%2e%2e/%2e%2e/secret.pdf',
      ].map((path) => [{ path }, 'missing'] as const),
    ]; // prettier-ignore
    const outcomes = await Promise.all(cases.map(([file]) => said(workers.read(folder, file))));
    expect(outcomes).toEqual(cases.map(([, expected]) => expected));
  });
});

/** Each object says that it goes on for ever: to find out, a reader goes through the file again for each. */
const slow = (): Buffer =>
  Buffer.concat([
    GOOD,
    ...Array.from({ length: 60_000 }, (_, n) =>
      Buffer.from(`${n + 9} 0 obj <</Length 9999999999>> stream\nx endobj\n`),
    ),
  ]);

describe('a file made to harm', () => {
  test('is told by its fault, and the next is read as if it had been alone', async () => {
    const folder = temporaryFolder();
    const workers = start({ limits: { milliseconds: 700 } });
    const good = keep(folder, 'bon.pdf', GOOD);
    const files = [slow(), png(200, 100).subarray(0, 120), Buffer.from('bonjour'), png(200, 100)];
    const outcomes = await Promise.all(
      files.flatMap((bytes, n) => [
        said(workers.read(folder, keep(folder, `${n}.pdf`, bytes))),
        said(workers.read(folder, good)),
      ]),
    );
    expect(outcomes).toEqual(['too-large', 1, 'broken', 1, 'not-printable', 1, 1, 1]);
  });

  test('leaves no process behind a command that forgot to close its readers', async () => {
    const folder = temporaryFolder();
    keep(folder, 'bon.pdf', GOOD);
    const module = fileURLToPath(new URL('../../dist/workers/proof-workers.js', import.meta.url));
    const program = `
      import { createProofWorkers } from '${module}';
      const workers = createProofWorkers({ entry: '${ENTRY}', jobs: 1 });
      console.log((await workers.read('${folder}', { path: 'preuves/bon.pdf' })).kind);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 10_000,
    });
    expect(stdout).toBe('pages\n');
  });

  test('is let go of when nobody waits for it any more', async () => {
    const folder = temporaryFolder();
    const workers = start();
    const over = new AbortController();
    const asked = workers.read(folder, keep(folder, 'lent.pdf', slow()), over.signal);
    over.abort(new Cancelled());
    await expect(asked).rejects.toBeInstanceOf(Cancelled);
    await expect(workers.read(folder, { path: 'x' }, over.signal)).rejects.toBeInstanceOf(Cancelled);
    await workers.close();
    await expect(workers.read(folder, { path: 'x' })).rejects.toBeInstanceOf(Cancelled);
  });
});
