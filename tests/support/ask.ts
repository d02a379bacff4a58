/** Questions put to a terminal of their own process, as the walk puts them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Reply } from '../../src/app/ports/prompter.ts';
import { Pty, type PtyOptions } from './pty.ts';

const PROGRAM = fileURLToPath(new URL('./ask-questions.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'acquis-prompt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let asked = 0;

export const ask = (questions: readonly unknown[], options?: PtyOptions) => {
  asked += 1;
  const file = join(folder, `replies-${asked}.json`);
  const pty = new Pty(process.execPath, [PROGRAM, JSON.stringify(questions), file], options);
  const result = async () => {
    await pty.ended;
    return JSON.parse(readFileSync(file, 'utf8')) as {
      replies: Reply<unknown>[];
      interrupted: string | null;
    };
  };
  return { pty, result };
};
export const text = ['text', { key: 'activity.context' }];
export const line = ['line', { key: 'init.name' }];
export const otherLine = ['line', { key: 'activity.new-title' }];
export const chooseBy = (key: string) => [
  'choose',
  {
    key,
    choices: [
      { value: 'a', label: 'Alpha' },
      { value: 'b', label: 'Beta' },
    ],
  },
];
export const choose = chooseBy('menu.action');
export const tick = [
  'tick',
  {
    key: 'init.blocks',
    ticked: ['b'],
    choices: [
      { value: 'a', label: 'Alpha' },
      { value: 'b', label: 'Beta' },
    ],
  },
];
export const value = (of: string) => ({ kind: 'answer', value: of });

/** Until a busy machine too has seen that a paste is over: what comes sooner belongs to it. */
export const SILENCE_MS = 800;
