import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portablePrinter, type PortablePrinter } from '../support/portable-printer.ts';
import { printable } from '../support/printable.ts';

let portable: PortablePrinter;
let temporary: string;
beforeAll(async () => {
  portable = await portablePrinter();
  temporary = join(portable.folder, 't');
  mkdirSync(temporary, { mode: 0o755 });
  const slow = printable(`<h1>a</h1>${'<p>un texte assez long pour durer</p>'.repeat(9_000)}`);
  writeFileSync(join(portable.folder, 'slow.json'), JSON.stringify([slow]));
  writeFileSync(join(portable.folder, 'quick.json'), JSON.stringify([printable('<p>bref</p>')]));
});
afterAll(() => portable.remove());

const start = (documents: string): ChildProcess =>
  spawn(process.execPath, [portable.program, join(portable.folder, documents)], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const ended = (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> =>
  new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

interface Process {
  readonly pid: number;
  readonly group: number;
  readonly line: string;
  readonly status: string;
}

const processes = (): Process[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/u.test(name)) return [];
    try {
      const [stat = '', line = '', status = ''] = ['stat', 'cmdline', 'status'].map((file) =>
        readFileSync(`/proc/${name}/${file}`, 'latin1'),
      );
      return [{ pid: Number(name), group: Number(stat.split(') ').pop()?.split(' ')[2]), line, status }];
    } catch {
      return [];
    }
  });

/** The browser’s group, and helpers that left it but name its folder. */
const groupOf = (browser: number | undefined): Process[] =>
  processes().filter(
    ({ group, line }) => (group === browser && line !== '') || line.includes(`=${temporary}`),
  );

const until = async (done: () => boolean): Promise<number> => {
  const started = Date.now();
  while (!done() && Date.now() - started < 10_000) await pause(50);
  return Date.now() - started;
};

/** A run in the middle of its first document, and the number of its browser. */
const printing = async (): Promise<{ child: ChildProcess; browser: number }> => {
  const child = start('slow.json');
  let browser: number | undefined;
  await until(() => {
    browser = processes().find(
      ({ line }) =>
        line.includes(`=${temporary}`) && line.includes('-debugging-pipe') && !line.includes('--type='),
    )?.pid;
    return groupOf(browser).some(({ line }) => line.includes('--type=renderer'));
  });
  await pause(300);
  expect(child.exitCode).toBeNull();
  return { child, browser: browser ?? 0 };
};

describe('a print that a signal interrupts', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s leaves no process and no file, and says so by its status', async (signal, status) => {
    const { child, browser } = await printing();
    const end = ended(child);
    const sent = Date.now();
    child.kill(signal);
    expect(await end).toEqual({ code: status, signal: null });
    expect(await until(() => groupOf(browser).length === 0)).toBeLessThan(3000);
    expect(Date.now() - sent).toBeLessThan(3000);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('SIGKILL leaves no process, and the next run removes what it left', async () => {
    const { child, browser } = await printing();
    const end = ended(child);
    child.kill('SIGKILL');
    await end;
    expect(await until(() => groupOf(browser).length === 0)).toBeLessThan(5000);
    expect(readdirSync(temporary)).toHaveLength(1);
    expect(await ended(start('quick.json'))).toEqual({ code: 0, signal: null });
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(portable.folder, '0.pdf'))).toBe(true);
  });

  it('survives the death of its browser', async () => {
    const { child, browser } = await printing();
    process.kill(browser, 'SIGKILL');
    expect(await ended(child)).toEqual({ code: 0, signal: null });
    const failure = join(portable.folder, '0.error');
    expect(existsSync(failure) ? readFileSync(failure, 'utf8') : '').toBe('');
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('the browser’s sandbox', () => {
  it('is on in every process that touches the document, and the browser is nobody important', async () => {
    const { child, browser } = await printing();
    const ours = groupOf(browser);
    const renderers = ours.filter(({ line }) => line.includes('--type=renderer'));
    expect(ours.filter(({ line }) => line.includes('--no-sandbox'))).toEqual([]);
    expect(ours.find(({ pid }) => pid === browser)?.status).toMatch(
      process.getuid?.() === 0 ? /^Uid:\s+65534\s+65534/mu : /^Uid:\s+[1-9]/mu,
    );
    expect(renderers.length).toBeGreaterThan(0);
    for (const { status } of renderers) {
      // A filter on system calls, and a process number in at least one more name space.
      expect(status).toMatch(/^Seccomp:\s+2/mu);
      expect(status).toMatch(/^NSpid:(?:\s+\d+){2,}/mu);
    }
    const end = ended(child);
    child.kill('SIGTERM');
    await end;
  });
});
