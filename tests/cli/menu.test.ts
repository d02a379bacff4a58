import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, documentOf, give, keys, line, long, nextQuestion, startAcquis } from '../support/interview.ts';
import { KEYS } from '../support/pty.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

const acquis = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [BIN, ...args], { encoding: 'utf8', stdio: 'pipe' });

const newPortfolio = (): string => {
  const folder = join(temporaryFolder(), 'dossier');
  acquis('init', folder, '--certification', 'RNCP38126', '--name', 'Ana Fictive');
  return folder;
};

test('the menu leads to what the advisor wrote: answered there, and not asked again', async () => {
  const folder = newPortfolio();
  acquis('review', 'add', folder, '--on', 'BC01', '--text', 'Quand ?', '--author', 'Mme Conseil');
  const pty = startAcquis([], { cwd: folder, rows: 40 });
  const menu = await nextQuestion(pty, undefined);
  expect(menu).toContain('Répondre à votre conseil (1 remarque attend)');
  await give(pty, keys(KEYS.down, KEYS.enter), false);
  const asked = await nextQuestion(pty, menu);
  expect((await pty.screen()).rows.join(' ')).toContain('Quand ?');
  await give(pty, long('En mars 2024.'), true);
  const again = await nextQuestion(pty, asked);
  expect(again).toContain('Relire les remarques de votre conseil');
  expect(documentOf(folder)).toContain('En mars 2024.');
  pty.send(KEYS.ctrlC);
  expect((await pty.ended).exitCode).toBe(130);
}, 60_000);

test('a proof that was promised is proposed as promised, with the day that was said', async () => {
  const folder = newPortfolio();
  acquis('evidence', 'add', folder, '--title', 'Attestation', '--state', 'promise', '--asked-from', 'Mme Roux', '--promised-for', '2027-03'); // prettier-ignore
  acquis('activity', 'add', folder, '--title', 'Ouvrir un local', '--context', 'Un quartier.');
  const pty = startAcquis(['walk', folder], { rows: 40 });
  const question = await nextQuestion(pty, undefined);
  expect(question).toContain('❯ Pas encore, mais on me l’a promise');
  await give(pty, keys(KEYS.enter), false);
  expect(await nextQuestion(pty, question)).toMatch(/promise.*2027/u);
  await give(pty, line(''), false);
  pty.send(KEYS.ctrlC);
  await pty.ended;
  expect(documentOf(folder)).toMatch(/state: promise[^]*promisedFor: ["']?2027-03/u);
}, 60_000);
