import { availableParallelism, freemem } from 'node:os';

/** What a folder being read, put into words and printed holds at its worst, with its share of the browser. */
const BYTES_EACH = 400 * 2 ** 20;
/** The browser and this process themselves. */
const BYTES_ONCE = 600 * 2 ** 20;
const MOST = 8;

/** Folders worth working on at a time with that many processors and that much memory. */
export const jobsFor = (processors: number, bytes: number): number =>
  Math.max(1, Math.min(processors, MOST, Math.floor((bytes - BYTES_ONCE) / BYTES_EACH)));

/** The same for this machine, or for what the container it runs in may use. */
export const defaultJobs = (): number =>
  jobsFor(availableParallelism(), Math.min(freemem(), process.availableMemory?.() ?? Infinity));
