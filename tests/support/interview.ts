/** Somebody who answers an interview: whichever question is open on the screen is looked up and answered. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import { bracketed, KEYS, pause, Pty, type PtyOptions } from './pty.ts';

export const BIN = fileURLToPath(new URL('../../bin/acquis.js', import.meta.url));

/** A fresh folder, outside the project, with its portfolio when a certification is named. */
export const newFolder = (certification?: string): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'acquis-walk-')), 'dossier');
  if (certification !== undefined)
    execFileSync(
      process.execPath,
      [BIN, 'init', folder, '--certification', certification, '--name', 'Ana Fictive'],
      {
        stdio: 'pipe',
      },
    );
  return folder;
};

/** One that is there, with nothing in it. */
export const emptyFolder = (): string => {
  const folder = newFolder();
  mkdirSync(folder);
  return folder;
};

export const startAcquis = (args: readonly string[], options?: PtyOptions): Pty =>
  new Pty(process.execPath, [BIN, ...args], options);

export const documentOf = (folder: string): string => readFileSync(join(folder, 'portfolio.yaml'), 'utf8');

export const readStored = (folder: string): StoredPortfolio => parse(documentOf(folder)) as StoredPortfolio;

/** Without a terminal; `cwd` is an empty folder, to see that nothing is made there. */
export const runWithoutTerminal = (
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
) => {
  const started = performance.now();
  const result = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
  });
  return { ...result, seconds: (performance.now() - started) / 1000 };
};

/** How a question is answered: keys one by one, or a text pasted as the terminal of this run pastes. */
export type Answer = { readonly keys: readonly string[] } | { readonly text: string; readonly long: boolean };

export const keys = (...list: readonly string[]): Answer => ({ keys: list });
export const line = (text: string): Answer => ({ text, long: false });
export const long = (text: string): Answer => ({ text, long: true });

/** The open question: the last row that begins with its mark, and what stands under it. */
const openQuestion = async (pty: Pty): Promise<string | undefined> => {
  const { rows } = await pty.screen();
  const start = rows.findLastIndex((row) => row.startsWith('? '));
  if (start === -1 || rows.slice(start + 1).some((row) => row.startsWith('✔ '))) return undefined;
  return rows.slice(start).join(' ').replaceAll(/\s+/g, ' ').trim();
};

/** Waits until a question is open that is not `before`. */
export const nextQuestion = async (
  pty: Pty,
  before: string | undefined,
  timeout = 20_000,
): Promise<string> => {
  const deadline = Date.now() + timeout;
  for (;;) {
    const question = await openQuestion(pty);
    if (question !== undefined && nameOf(question) !== nameOf(before)) return question;
    if (Date.now() > deadline)
      throw new Error(`no other question than ${before ?? 'none'}:\n${(await pty.screen()).rows.join('\n')}`);
    await pause(15);
  }
};

/** The question itself, without what has been typed or ticked under it. */
const nameOf = (question: string | undefined): string | undefined => question?.slice(0, 60);

export const give = async (pty: Pty, answer: Answer, isBracketed: boolean): Promise<void> => {
  if ('keys' in answer) {
    for (const key of answer.keys) {
      pty.send(key);
      await pause(20);
    }
    return;
  }
  const sent = answer.text.replaceAll('\n', '\r');
  pty.send(isBracketed ? bracketed(sent) : sent);
  // Without brackets only silence tells that a paste is over.
  await pause(isBracketed ? 10 : 110);
  pty.send(answer.long ? KEYS.ctrlD : KEYS.enter);
};
