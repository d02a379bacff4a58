import type { FailureKind } from '../app/errors.ts';

/** Stable and documented: scripts rely on them. Signals end with 128 + their number. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  data: 3,
  browser: 4,
  io: 5,
  bug: 70,
  interrupted: 130,
} as const;

/** Left by a signal, in the shell's own numbers. */
export const SIGNAL_EXITS = { SIGHUP: 129, SIGINT: EXIT.interrupted, SIGTERM: 143 } as const;

export const exitCodeOf = (kind: FailureKind): number => EXIT[kind];
