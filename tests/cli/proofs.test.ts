import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePdf } from '../../src/domain/sample/files/pdf.ts';
import { newFolder, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import { png } from '../support/pictures.ts';
import { runAcquis } from '../support/run-acquis.ts';

/** 22 November 2026. */
const env = { SOURCE_DATE_EPOCH: '1795305600' };

const scene = async () => {
  const [folder, files] = [await newFolder(), temporaryFolder()];
  const write = (name: string, content: Uint8Array): string => {
    writeFileSync(join(files, name), content);
    return join(files, name);
  };
  const run = async (...args: string[]) => {
    const [verb = '', ...rest] = args;
    const { status, stdout, stderr } = await runAcquis(['evidence', verb, folder, ...rest], { env });
    return { status, stdout, said: stderr.replaceAll(/\s+/g, ' ') };
  };
  const stored = async (id: string) =>
    (await testStore().open(folder)).portfolio.evidence.find((one) => one.id === id);
  return { write, run, stored };
};

test('a proof asked for is listed with whom and for how long, with a message; when it arrives that is noted', async () => {
  const { write, run, stored } = await scene();
  const asked = await run('add', '--title', 'Attestation', '--state', 'demandée', '--asked-from', 'Mme Roux', '--shows', 'BC01-C01,BC02-C01'); // prettier-ignore
  expect(asked.said).toContain('22 novembre 2026');
  await run('add', '--title', 'Bilan', '--state', 'promise', '--asked-from', 'mme  roux', '--asked-on', '2026-11-01', '--promised-for', '2026-10'); // prettier-ignore
  const list = await run('list', '--awaited');
  expect(list.stdout).toContain('P01 Attestation · demandée, aujourd’hui · pour BC01-C01 BC02-C01');
  expect(list.stdout).toContain('22 jours de retard');
  expect(list.stdout).toMatch(/Message à copier[\s\S]*- Bilan\n {2}- Attestation[\s\S]*Ada Fictive/);
  const { awaited } = JSON.parse((await run('list', '--awaited', '--format', 'json')).stdout) as {
    awaited: { from: string; proofs: { id: string }[]; message: string }[];
  };
  expect(awaited.map(({ from, proofs }) => [from, proofs.map(({ id }) => id)])).toEqual([
    ['mme  roux', ['P02', 'P01']],
  ]);

  await run('edit', 'P01', '--file', write('a.pdf', makePdf('Attestation', ['Fictive.'])));
  expect(await stored('P01')).toMatchObject({ state: 'reçue', receivedOn: '2026-11-22' });
  await run('edit', 'P02', '--url', 'https://exemple.fr/bilan');
  expect((await run('list', '--awaited')).stdout).toBe('');
});

test('the version that may be shown comes with what it is, goes with it, and is never the original', async () => {
  const { write, run, stored } = await scene();
  const original = write('a.pdf', makePdf('Bilan', ['Mme Roux, 12 rue des Lilas.']));
  await run('add', '--title', 'Bilan', '--file', original, '--confidentiality', 'à anonymiser');
  const redacted = write('b.pdf', makePdf('Bilan', ['Mme X.']));
  await run('edit', 'P01', '--public-file', redacted, '--public-file-note', 'noms masqués');
  expect(await stored('P01')).toMatchObject({
    publicFile: { path: 'preuves/P01-b.pdf', note: 'noms masqués' },
  });
  expect((await run('list')).stdout).toContain('à anonymiser · version à montrer : noms masqués');
  // Another version is not what was said of the first.
  expect((await run('edit', 'P01', '--public-file', original)).said).toContain('est l’original lui-même');
  expect((await stored('P01'))?.publicFile).not.toHaveProperty('note');
  await run('edit', 'P01', '--public-file', '');
  expect(await stored('P01')).not.toHaveProperty('publicFile');
  expect((await run('edit', 'P01', '--public-file-note', 'x')).status).toBe(2);
});

test('what a file turns out to be is said while it is at hand', async () => {
  const { write, run, stored } = await scene();
  const picture = png(200, 100);
  const lying = await run(
    'add',
    '--title',
    'Scan',
    '--file',
    write('scan.pdf', picture),
    '--author',
    "d'un tiers",
  );
  expect([lying.status, lying.said]).toEqual([0, expect.stringContaining('c’est une image PNG')]);
  expect((await stored('P01'))?.madeBy).toBe('d’un tiers');
  const again = await run('add', '--title', 'Encore', '--file', write('b.png', picture));
  expect(again.said).toContain('P02 et P01 sont le même fichier');
  const cut = await run('add', '--title', 'Coupé', '--file', write('c.png', picture.subarray(0, -40)));
  expect(cut.said).toContain('s’arrête avant sa fin');
  const agreed = await run('edit', 'P01', '--authorisation-kind', 'image', '--authorisation-who', 'M. Petit');
  expect([agreed.status, (await stored('P01'))?.authorisation]).toEqual([
    0,
    { kind: 'image', who: 'M. Petit' },
  ]);
});
