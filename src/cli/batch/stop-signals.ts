import { setMaxListeners } from 'node:events';
import { SIGNAL_EXITS } from '../exit-codes.ts';

type StopSignal = keyof typeof SIGNAL_EXITS;

/** To end by itself, write its report and take its leave; then it is ended. */
const GRACE_MS = 2500;

export interface Stop {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Which one it was. */
  readonly by: StopSignal | undefined;
  /** Stops listening. */
  release(): void;
}

/**
 * Listens before anything is started, so that the first signal ends the run in good order: what is listened to later
 * (the browser's clean-up) then leaves the end of the process to us. The second signal, or too long a leave, ends it.
 */
export const listenForStop = (): Stop => {
  const ending = new AbortController();
  // Each folder under way listens, and each document being printed: sixty-four are no leak.
  setMaxListeners(0, ending.signal);
  let by: StopSignal | undefined;
  let leave: NodeJS.Timeout | undefined;
  const handlers = (Object.keys(SIGNAL_EXITS) as StopSignal[]).map((signal) => {
    const onSignal = (): void => {
      if (by !== undefined) process.exit(SIGNAL_EXITS[by]);
      by = signal;
      // It keeps the process: with nothing else left to wait for, Node would end with a status of its own.
      leave = setTimeout(() => process.exit(SIGNAL_EXITS[signal]), GRACE_MS);
      ending.abort();
    };
    process.on(signal, onSignal);
    return { signal, onSignal };
  });
  return {
    signal: ending.signal,
    get by() {
      return by;
    },
    release: () => {
      // What was given up may still hold the process (a page of a killed browser, half a minute): its leave ends that too.
      leave?.unref();
      for (const { signal, onSignal } of handlers) process.off(signal, onSignal);
    },
  };
};
