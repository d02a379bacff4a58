import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; fails after `limit` milliseconds. */
export const until = async (isSo: () => boolean, limit = 10_000): Promise<void> => {
  const started = performance.now();
  while (!isSo()) {
    if (performance.now() - started > limit) throw new Error('it never came');
    await pause(20);
  }
};
