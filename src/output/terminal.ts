import { Chalk, type ChalkInstance } from 'chalk';
import { words } from '../catalogue/index.ts';

/** The surroundings, decided once: streams, width, colour. stdout carries data, stderr speaks to people. */
export interface Terminal {
  /** One chunk of data on stdout, written as it is. */
  data(text: string): void;
  /** A sentence for a person, on stderr, with its newline. */
  say(text: string): void;
  /**
   * Replaces the one line that moves, below everything said so far; nothing where lines do not move, `''` takes it away.
   */
  draw(line: string): void;
  /** True where a line may be redrawn: a terminal, a person who sees it, and no CI. */
  readonly redraws: boolean;
  readonly width: number;
  /** True once a window was closed that we wrote to: nobody reads there any more. */
  readonly isGone: boolean;
  /** Columns for sentences on stderr: the terminal's, or none to speak of in a log, where a sentence keeps its line. */
  readonly sentenceWidth: number;
  /** Columns for data on stdout: the terminal's, or none to speak of where a program reads line by line. */
  readonly dataWidth: number;
  /** True when a person can be asked: stdin and stderr are terminals and no CI is announced. */
  readonly interactive: boolean;
  /** `ACCESSIBLE=1`: numbered choices, no redraw, no spinner. */
  readonly accessible: boolean;
  readonly style: { readonly data: ChalkInstance; readonly people: ChalkInstance };
}

export interface TerminalOptions {
  readonly env: NodeJS.ProcessEnv;
  /** From `--color` / `--no-color`; undefined when neither was given. */
  readonly color?: boolean | undefined;
}

const colourLevel = (stream: NodeJS.WriteStream, { env, color }: TerminalOptions): 0 | 1 | 2 => {
  if (color !== undefined) return color ? 2 : 0;
  if (env['NO_COLOR']) return 0;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] === '0' ? 0 : 2;
  return stream.isTTY && env['TERM'] !== 'dumb' ? 2 : 0;
};

/**
 * Whoever reads our output may leave early (`| head`): what is written after that has no reader, and nothing failed.
 * Nor has a window that was closed, and what was being typed in it is still to be saved: its input ends too, and that
 * ends the command. Any other loss (a full disk behind `>`) must not look like success.
 */
const onLostOutput =
  (stream: NodeJS.WriteStream, closed: () => void, giveUp: () => void) =>
  (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') return;
    if (error.code === 'EIO' && stream.isTTY) {
      closed();
      return;
    }
    process.stderr.write(`✗ ${words.program.outputLost(error.code ?? error.message)}\n`);
    giveUp();
  };

/** `giveUp` ends the process when what was printed could not be written. */
export const createTerminal = (options: TerminalOptions, giveUp: () => void): Terminal => {
  let isGone = false;
  const closed = (): void => {
    isGone = true;
  };
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', onLostOutput(stream, closed, giveUp));
  return openTerminal(options, () => isGone);
};

const LOG_WIDTH = 10_000;

const openTerminal = (options: TerminalOptions, isGone: () => boolean): Terminal => {
  const { env } = options;
  const accessible = env['ACCESSIBLE'] === '1';
  const redraws = process.stderr.isTTY && !accessible && !env['CI'] && env['TERM'] !== 'dumb';
  let moving = '';
  /** Writes above the moving line. */
  const above = (write: () => void): void => {
    if (moving !== '') process.stderr.write('\r\u001b[K');
    write();
    if (moving !== '') process.stderr.write(moving);
  };
  return {
    data: (text) => above(() => void process.stdout.write(text)),
    say: (text) => above(() => void process.stderr.write(`${text}\n`)),
    draw: (line) => {
      if (!redraws || line === moving) return;
      process.stderr.write(`\r\u001b[K${line}`);
      moving = line;
    },
    redraws,
    get isGone() {
      return isGone();
    },
    // Asked each time: an interview lasts, and windows are resized meanwhile. One that was never sized says 0.
    get width() {
      return process.stderr.columns || process.stdout.columns || Number(env['COLUMNS']) || 80;
    },
    get sentenceWidth() {
      return process.stderr.isTTY ? this.width : LOG_WIDTH;
    },
    get dataWidth() {
      return process.stdout.isTTY ? this.width : LOG_WIDTH;
    },
    interactive: process.stdin.isTTY && process.stderr.isTTY && !env['CI'],
    accessible,
    style: {
      data: new Chalk({ level: colourLevel(process.stdout, options) }),
      people: new Chalk({ level: colourLevel(process.stderr, options) }),
    },
  };
};
