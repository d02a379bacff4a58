/** A program in a real pseudo-terminal: wait for what a person would see, press keys, look at how it ends. */
import { stripVTControlCharacters } from 'node:util';
import { spawn, type IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const { Terminal } = xterm;

export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  right: '\u001b[C',
  home: '\u001b[H',
  end: '\u001b[F',
  backspace: '\u007f',
  space: ' ',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const bracketed = (text: string): string => `\u001b[200~${text}\u001b[201~`;

export interface PtyOptions {
  readonly cwd?: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export class Pty {
  /** Everything written so far, escape sequences included. */
  raw = '';
  readonly pty: IPty;
  readonly ended: Promise<{ exitCode: number; signal: number | undefined }>;
  readonly #terminal: InstanceType<typeof Terminal>;
  #mark = 0;
  #changed: (() => void)[] = [];

  constructor(file: string, args: readonly string[], options: PtyOptions = {}) {
    this.pty = spawn(file, [...args], {
      name: 'xterm-256color',
      cols: options.columns ?? 80,
      rows: options.rows ?? 24,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      // A person's terminal, not this suite's surroundings: no CI, no forced colour.
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '/',
        LANG: 'C.UTF-8',
        TERM: 'xterm-256color',
        ...options.env,
      },
    });
    this.#terminal = new Terminal({
      cols: this.pty.cols,
      rows: this.pty.rows,
      allowProposedApi: true,
      scrollback: 5000,
    });
    this.pty.onData((data) => {
      this.raw += data;
      this.#terminal.write(data);
      for (const wake of this.#changed.splice(0)) wake();
    });
    this.ended = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        resolve({ exitCode, signal });
        for (const wake of this.#changed.splice(0)) wake();
      });
    });
  }

  /** What was written since the last `see`, without escape sequences. */
  get unseen(): string {
    return stripVTControlCharacters(this.raw.slice(this.#mark));
  }

  /** Waits until `text` is on the screen (white space counts as one space: lines wrap) and marks all as seen. */
  async see(text: string | RegExp, timeout = 10_000): Promise<string> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const shown = this.unseen.replaceAll(/\s+/g, ' ');
      if (typeof text === 'string' ? shown.includes(text.replaceAll(/\s+/g, ' ')) : text.test(shown)) {
        this.#mark = this.raw.length;
        return shown;
      }
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`never seen: ${String(text)}\n--- on screen ---\n${this.unseen}`);
      await this.#nextChange(left);
    }
  }

  send(...keys: readonly string[]): void {
    for (const key of keys) this.pty.write(key);
  }

  /** Key by key, as a hand does. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      this.pty.write(character);
      await pause(2);
    }
  }

  /** Waits for this question to be the open one, sends all keys but the last, lets the screen settle, sends the last. */
  async answer(question: string, ...keys: readonly string[]): Promise<void> {
    await this.see(`? ${question}`);
    for (const key of keys.slice(0, -1)) {
      this.send(key);
      await pause(5);
    }
    if (keys.length > 1) await pause(30);
    this.#mark = this.raw.length;
    this.send(...keys.slice(-1));
  }

  /** The rows a person sees now, and whether the terminal had to fold any of them. */
  async screen(): Promise<{ readonly rows: readonly string[]; readonly folded: readonly string[] }> {
    await new Promise<void>((resolve) => this.#terminal.write('', resolve));
    const { active } = this.#terminal.buffer;
    const lines = Array.from({ length: active.length }, (_, index) => active.getLine(index));
    const rows = lines.map((line) => line?.translateToString(true) ?? '');
    return { rows, folded: rows.filter((_, index) => lines[index]?.isWrapped) };
  }

  kill(signal = 'SIGKILL'): Promise<{ exitCode: number; signal: number | undefined }> {
    this.pty.kill(signal);
    return this.ended;
  }

  /** The window is closed: there is no terminal left, unlike after a signal alone. */
  closeWindow(): Promise<{ exitCode: number; signal: number | undefined }> {
    (this.pty as IPty & { destroy(): void }).destroy();
    return this.ended;
  }

  #nextChange(within: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, within);
      this.#changed.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
