// Runs as a thread of its own beside a reader of folders or proofs (src/workers/serve-readers.ts) and ends the process once the
// command that forked it is gone, however busy the reader is.
import { parentPort } from 'node:worker_threads';

const parent = process.ppid;

const isGone = () => {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
};

setInterval(() => {
  if (isGone()) process.kill(process.pid, 'SIGKILL');
}, 1000);
// Until here the thread needs the other one to come up.
parentPort.postMessage('watching');
