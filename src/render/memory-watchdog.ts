import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

/** Proportional memory in bytes of one process; where the kernel hides it, the resident one. */
const memoryOf = (pid: string): number => {
  const pss = /^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  if (pss !== undefined) return Number(pss) * 1024;
  const [, resident = '0', shared = '0'] = read(`/proc/${pid}/statm`).split(' ');
  return Math.max(0, Number(resident) - Number(shared)) * 4096;
};

/** Memory in bytes of every process of a group. Linux only: elsewhere 0. */
export const groupMemory = (group: number): number => {
  if (process.platform !== 'linux') return 0;
  let total = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/u.test(pid)) continue;
    // The name of the program stands in parentheses and may hold anything: the fields start after the last one.
    const fields = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
    if (Number(fields[2]) === group) total += memoryOf(pid);
  }
  return total;
};

/**
 * Looks at a process group every 250 ms and calls `onExcess` once it holds more than `limit` bytes: two kilobytes of SVG
 * can make Chromium ask for nine gigabytes. Returns the function that stops looking.
 */
export const watchMemory = (group: number, limit: number, onExcess: () => void): (() => void) => {
  const timer = setInterval(() => {
    if (groupMemory(group) <= limit) return;
    clearInterval(timer);
    onExcess();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
};
