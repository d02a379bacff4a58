import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

const PAGE = 4096;

/** Bytes one process has in memory, shared pages included: cheap to read, and never less than its share. */
const residentMemory = (pid: string): number => Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE;

/** Its share alone; the kernel walks all its pages for that (10 ms and more), or hides it. */
const proportionalMemory = (pid: string): number => {
  const pss = /^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  if (pss !== undefined) return Number(pss) * 1024;
  const [, resident = '0', shared = '0'] = read(`/proc/${pid}/statm`).split(' ');
  return Math.max(0, Number(resident) - Number(shared)) * PAGE;
};

const processesOf = (group: number): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/u.test(pid)) return false;
    // The name of the program stands in parentheses and may hold anything: the fields start after the last one.
    const fields = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
    return Number(fields[2]) === group;
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Whether the processes of a group hold more than `limit` bytes together. Linux only: elsewhere never. */
export const holdsMoreThan = (group: number, limit: number): boolean => {
  if (process.platform !== 'linux') return false;
  const processes = processesOf(group);
  return sum(processes.map(residentMemory)) > limit && sum(processes.map(proportionalMemory)) > limit;
};

/**
 * Looks at a process group every 250 ms and calls `onExcess` once it holds more than `limit()` bytes: two kilobytes of
 * SVG can make Chromium ask for nine gigabytes. Returns the function that stops looking.
 */
export const watchMemory = (group: number, limit: () => number, onExcess: () => void): (() => void) => {
  const timer = setInterval(() => {
    if (!holdsMoreThan(group, limit())) return;
    clearInterval(timer);
    onExcess();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
};
