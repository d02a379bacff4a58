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

const groupOf = (pid: string): number => {
  // The name of the program stands in parentheses and may hold anything: the fields start after the last one.
  const fields = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
  return Number(fields[2]);
};

/**
 * Finds the processes of a group, again and again: who was seen in another one is not asked again, since nobody joins the
 * group from outside, and asking everybody took a twentieth of a busy machine.
 */
const memberFinder = (group: number): (() => string[]) => {
  let strangers = new Set<string>();
  return () => {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
    const members = processes.filter((pid) => !strangers.has(pid) && groupOf(pid) === group);
    const found = new Set(members);
    strangers = new Set(processes.filter((pid) => !found.has(pid)));
    return members;
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Looks at a process group every 250 ms and calls `onExcess` once it holds more than `limit()` bytes: two kilobytes of
 * SVG can make Chromium ask for nine gigabytes. Linux only. Returns the function that stops looking.
 */
export const watchMemory = (group: number, limit: () => number, onExcess: () => void): (() => void) => {
  // Elsewhere there is nothing to read.
  if (process.platform !== 'linux') return () => undefined;
  const membersNow = memberFinder(group);
  const timer = setInterval(() => {
    const [members, most] = [membersNow(), limit()];
    if (sum(members.map(residentMemory)) <= most || sum(members.map(proportionalMemory)) <= most) return;
    clearInterval(timer);
    onExcess();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
};
