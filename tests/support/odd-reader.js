// A process as the pool forks it, whose reader does what the name of a « folder » says.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { serveReaders } from '../../dist/workers/serve-readers.js';

const held = [];

const ACTS = {
  /** Never gives the thread back. */
  spin: () => {
    for (;;);
  },
  /** Waits for ever, as on a dead disk. */
  wait: () => new Promise(() => undefined),
  die: () => process.kill(process.pid, 'SIGKILL'),
  /** Dies the first time alone. */
  'die-once': (folder) => {
    if (existsSync(folder)) return;
    writeFileSync(folder, '');
    process.kill(process.pid, 'SIGKILL');
  },
  /** More in the heap than V8 may hold. */
  heap: () => {
    for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
  /** More beside the heap than the process may hold. */
  buffers: () =>
    new Promise(() => {
      setInterval(() => held.push(Buffer.alloc(50_000_000, 1)), 5);
    }),
  bug: () => {
    throw new TypeError('a bug');
  },
  environment: () => process.env,
};

const act = async (folder) => {
  const name = folder.split('/').pop();
  appendFileSync(folder.replace(/[^/]*$/, 'read.txt'), `${process.pid} ${name}\n`);
  return (await ACTS[name.replace(/\d*$/, '')]?.(folder)) ?? { name };
};

serveReaders({ check: act, prepare: ({ folder }) => act(folder) });
