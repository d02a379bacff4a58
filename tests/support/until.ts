import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; fails after ten seconds. */
export const until = async (isSo: () => boolean): Promise<void> => {
  const started = performance.now();
  while (!isSo()) {
    if (performance.now() - started > 10_000) throw new Error('it never came');
    await pause(20);
  }
};
