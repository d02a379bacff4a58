import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  documentOf,
  emptyFolder,
  readStored,
  runWithoutTerminal,
  startAcquis,
} from '../support/interview.ts';
import { KEYS, pause } from '../support/pty.ts';

test('bare acquis leads from nothing to the first question, asking what init needs', async () => {
  const folder = emptyFolder();
  const pty = startAcquis([], { cwd: folder, rows: 40 });
  await pty.answer('Que voulez-vous faire', KEYS.enter);
  await pty.answer('Quelle certification visez-vous', KEYS.enter);
  await pty.answer('Quel nom doit figurer', 'Ana Fictive', KEYS.enter);
  await pty.answer('Visez-vous la certification entière', KEYS.down, KEYS.enter);
  await pty.answer('Quels blocs', KEYS.space, KEYS.enter);
  await pty.answer('Dans quel dossier', KEYS.enter);
  await pty.see('Dans quelle organisation');
  expect(readStored(join(folder, 'portfolio-vae'))).toMatchObject({
    candidate: { name: 'Ana Fictive' },
    target: { blocks: ['RNCP38126BC01'] },
  });
  pty.send(KEYS.ctrlC);
  expect((await pty.ended).exitCode).toBe(130);

  const again = startAcquis([], { cwd: folder, rows: 40 });
  await again.see('Continuer votre portfolio');
  again.send(KEYS.down);
  await pause(30);
  again.send(KEYS.enter);
  await again.see(/0 sur 8.*Continuer votre portfolio/);
  for (const key of [...Array.from({ length: 5 }, () => KEYS.down), KEYS.enter]) {
    again.send(key);
    await pause(20);
  }
  expect((await again.ended).exitCode).toBe(0);
});

test('leaving while a portfolio is being made makes none', async () => {
  const folder = emptyFolder();
  const pty = startAcquis(['init', 'dossier', '--certification', 'RNCP38126'], { cwd: folder });
  await pty.answer('Quel nom doit figurer', KEYS.ctrlC);
  expect((await pty.ended).exitCode).toBe(130);
  expect(existsSync(join(folder, 'dossier'))).toBe(false);
});

test('an ended registration: the warning first when recevable in time, a refusal naming the successor otherwise', async () => {
  const folder = emptyFolder();
  const made = runWithoutTerminal(
    ['init', 'dossier', '--certification', 'RNCP35080', '--name', 'Ana', '--eligible', '2025-03-03'],
    folder,
  );
  expect(made.status, made.stderr).toBe(0);
  const pty = startAcquis(['walk', 'dossier'], { cwd: folder });
  const shown = await pty.see('Dans quelle organisation');
  expect(shown.indexOf('RNCP41336')).toBeGreaterThan(-1);
  expect(shown.indexOf('RNCP41336')).toBeLessThan(shown.indexOf('Bonjour'));
  await pty.kill();

  const late = documentOf(join(folder, 'dossier')).replace('2025-03-03', '2026-03-03');
  writeFileSync(join(folder, 'dossier', 'portfolio.yaml'), late);
  const refused = startAcquis(['walk', 'dossier'], { cwd: folder });
  expect((await refused.ended).exitCode).toBe(2);
  expect(refused.raw).toContain('RNCP41336');
});
