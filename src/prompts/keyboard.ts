import { StringDecoder } from 'node:string_decoder';
import type { ReadStream, WriteStream } from 'node:tty';
import { InputDecoder, type InputEvent } from './input-decoder.ts';

type Interruption = 'SIGINT' | 'SIGTERM' | 'SIGHUP';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

/**
 * The one reader of the terminal's input while questions are asked. It stays in raw mode from the first question to the
 * last, so that the tail of a paste or keys hit too early never answer the next question: what nobody listens to is
 * dropped, except an interruption, which is remembered.
 */
export class Keyboard {
  interrupted: Interruption | undefined;
  readonly #input: ReadStream;
  readonly #output: WriteStream;
  readonly #plain: boolean;
  readonly #decoder = new InputDecoder();
  #utf8 = new StringDecoder('utf8');
  #listener: ((event: InputEvent) => void) | undefined;
  #onInterrupt: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #open = false;

  /** `plain`: no escape sequence is ever sent to the terminal. */
  constructor(input: ReadStream, output: WriteStream, plain: boolean) {
    this.#input = input;
    this.#output = output;
    this.#plain = plain;
  }

  /** Hands every event to `listener` until the returned function is called. */
  listen(listener: (event: InputEvent) => void, onInterrupt: () => void): () => void {
    this.#resume();
    this.#listener = listener;
    this.#onInterrupt = onInterrupt;
    return () => {
      this.#listener = undefined;
      this.#onInterrupt = undefined;
    };
  }

  /** Lends the terminal, as it was found, to another program (an editor). */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    this.#release();
    try {
      return await work();
    } finally {
      this.#resume();
    }
  }

  close(): void {
    if (!this.#open) return;
    this.#release();
    for (const signal of SIGNALS) process.removeListener(signal, this.#signalled);
    process.removeListener('exit', this.#release);
  }

  readonly #signalled = (signal: NodeJS.Signals): void => this.#interrupt(signal as Interruption);

  readonly #ended = (): void => this.#interrupt('SIGHUP');

  #resume(): void {
    if (this.#open) return;
    this.#open = true;
    this.#utf8 = new StringDecoder('utf8');
    this.#input.setRawMode(true);
    this.#input.on('data', this.#received).on('end', this.#ended).on('error', this.#ended).resume();
    if (!this.#plain) this.#output.write(PASTE_ON);
    for (const signal of SIGNALS) {
      process.removeListener(signal, this.#signalled);
      process.on(signal, this.#signalled);
    }
    process.removeListener('exit', this.#release);
    process.on('exit', this.#release);
  }

  /** Also runs when the process ends on an error: a terminal left in raw mode looks broken. */
  readonly #release = (): void => {
    if (!this.#open) return;
    this.#open = false;
    this.#stopWaiting();
    this.#input.removeListener('data', this.#received).removeListener('end', this.#ended);
    this.#input.removeListener('error', this.#ended).pause();
    try {
      this.#input.setRawMode(false);
      if (!this.#plain) this.#output.write(PASTE_OFF);
    } catch {
      // The window is gone: there is no terminal left to restore.
    }
  };

  readonly #received = (bytes: Buffer): void => {
    const came = performance.now();
    this.#dispatch(this.#decoder.push(this.#utf8.write(bytes), came));
    this.#decoder.wasBusy(performance.now() - came);
  };

  #dispatch(events: readonly InputEvent[]): void {
    for (const event of events) {
      if (event.type === 'key' && event.name === 'interrupt') this.#interrupt('SIGINT');
      else this.#listener?.(event);
    }
    this.#stopWaiting();
    const { patience } = this.#decoder;
    if (patience === undefined) return;
    // A machine that was held up runs timers before it reads what came meanwhile: silence is what the reading finds.
    this.#timer = setTimeout(() => {
      this.#turn = setImmediate(() => this.#dispatch(this.#decoder.flush(performance.now())));
    }, patience);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
  }

  #interrupt(signal: Interruption): void {
    this.interrupted ??= signal;
    this.#onInterrupt?.();
  }
}
