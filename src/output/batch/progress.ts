import { performance } from 'node:perf_hooks';
import type { ItemOutcome } from '../../app/ports/batch-run.ts';
import { words } from '../../catalogue/index.ts';
import { outcomeLine, sentenceOf } from './words.ts';
import { progressLine, progressParts, type Progress } from '../progress-line.ts';
import { safeText } from '../safe-text.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/** A line that moves is drawn ten times a second at most; a log is told every ten seconds, or every tenth of a long run. */
const REDRAW_MS = 100;
const LOG_MS = 10_000;
const TENTH_MS = 1000;
const LONG_RUN = 20;

export interface BatchProgress {
  /** One folder ended: its line of data, what failed at once, and how far the run is. */
  tell(outcome: ItemOutcome, resumed: boolean): void;
  /** Takes the moving line away. Seconds since the start. */
  end(): number;
}

export interface ProgressOptions {
  readonly total: number;
  /** False where stdout carries one document instead of a line per folder. */
  readonly lines: boolean;
}

/** What is seen of a run while it lasts: one line redrawn on a terminal, plain lines everywhere else. */
export const startProgress = (terminal: Terminal, { total, lines }: ProgressOptions): BatchProgress => {
  const started = performance.now();
  let [done, failed, resumed] = [0, 0, 0];
  let told = { at: started, tenth: 0 };
  const elapsed = (): number => (performance.now() - started) / 1000;
  const progress = (): Progress => ({ done, total, failed, resumed, elapsed: elapsed() });

  const draw = (): void => {
    told = { ...told, at: performance.now() };
    terminal.draw(progressLine(progress(), terminal.width));
  };
  const log = (): void => {
    told = { at: performance.now(), tenth: Math.floor((10 * done) / total) };
    terminal.say(progressParts(progress()).join(' · '));
  };
  const timer = terminal.redraws ? setInterval(draw, 1000) : setInterval(log, LOG_MS);
  timer.unref();

  const isNewTenth = (): boolean => total >= LONG_RUN && Math.floor((10 * done) / total) > told.tenth;

  const show = (): void => {
    if (terminal.redraws) {
      if (done === total || performance.now() - told.at >= REDRAW_MS) draw();
    } else if (isNewTenth() && performance.now() - told.at >= TENTH_MS) log();
  };

  if (terminal.redraws) draw();
  return {
    tell: (outcome, isResumed) => {
      done++;
      if (isResumed) resumed++;
      if (lines) terminal.data(outcomeLine(outcome));
      if (outcome.error) {
        failed++;
        const text = words.batch.failure(outcome.folder, sentenceOf(outcome.error).message);
        terminal.say(terminal.style.people.red(wrap(safeText(text), terminal.sentenceWidth, '  ', '✗ ')));
      }
      show();
    },
    end: () => {
      clearInterval(timer);
      terminal.draw('');
      return elapsed();
    },
  };
};
