type Cleanup = () => void;

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const pending = new Set<Cleanup>();

const cleanUp = (): void => {
  for (const cleanup of pending) cleanup();
  pending.clear();
};

const handlers = Object.entries(SIGNALS).map(([signal, number]) => {
  const onSignal = (): void => {
    // Where somebody else listens (a prompt, a save in progress), ending the process is theirs to do.
    const alone = process.listenerCount(signal) === 1;
    cleanUp();
    if (alone) process.exit(128 + number);
  };
  return { signal, onSignal };
});

/**
 * Registers what must not outlive this process: it runs on SIGINT, SIGTERM, SIGHUP and on exit, and has to be
 * synchronous. The returned function unregisters it; with nothing registered no signal is listened to.
 */
export const onProcessEnd = (cleanup: Cleanup): (() => void) => {
  if (pending.size === 0) {
    for (const { signal, onSignal } of handlers) process.on(signal, onSignal);
    process.on('exit', cleanUp);
  }
  pending.add(cleanup);
  return () => {
    pending.delete(cleanup);
    if (pending.size > 0) return;
    for (const { signal, onSignal } of handlers) process.off(signal, onSignal);
    process.off('exit', cleanUp);
  };
};
