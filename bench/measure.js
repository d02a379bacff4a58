// Whole processes, as ratios inside one run: absolute times say more about the machine than about us.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const read = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
};

/** Milliseconds of processor that the processes we waited for have used, with all that they waited for (Linux; else 0). */
const childrenCpu = () => {
  const fields = read('self', 'stat').split(') ').pop()?.split(' ') ?? [];
  // `cutime` and `cstime` of proc(5), in hundredths of a second.
  return 10 * (Number(fields[13] ?? 0) + Number(fields[14] ?? 0));
};

/**
 * Milliseconds one process takes from spawn to exit, and of processor; `expected` are the statuses that count as done.
 * `talks`: it runs for minutes, and says on stderr how far it is.
 */
export const timeProcess = ({ command, args, env = {}, cwd, expected = [0], talks = false }) => {
  const [start, before] = [performance.now(), childrenCpu()];
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', talks ? 'inherit' : 'pipe'],
    maxBuffer: 1 << 28,
  });
  const time = { wall: performance.now() - start, cpu: childrenCpu() - before };
  if (error) throw error;
  if (!expected.includes(status))
    throw new Error(
      `${command} ${args.join(' ')} ended with ${status}:\n${String(stderr ?? '').slice(-4000)}`,
    );
  return time;
};

const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

const medianTime = (times) => ({
  wall: median(times.map(({ wall }) => wall)),
  cpu: median(times.map(({ cpu }) => cpu)),
});

/** The same time shared among `count` documents or folders. */
export const each = ({ wall, cpu }, count) => ({ wall: wall / count, cpu: cpu / count });

/**
 * The median time of each contestant, in turns, so that all meet the same moments of a busy machine. Each makes a process
 * to run, unmeasured (a cold start, a new folder). `warm` runs one unmeasured turn first.
 */
export const takeTurns = (contestants, { rounds, warm = false }) => {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = warm ? -1 : 0; round < rounds; round += 1) {
    for (const [name, prepare] of Object.entries(contestants)) {
      const time = timeProcess(prepare());
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, medianTime(list)]));
};

/**
 * The same for things done inside this process, one after the other in each round, after one unmeasured; `cpu` tells the
 * processor time used so far, in milliseconds.
 */
export const takeTurnsInside = async (contestants, { rounds, cpu }) => {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const [start, before] = [performance.now(), cpu()];
      await run();
      if (round >= 0) times[name].push({ wall: performance.now() - start, cpu: cpu() - before });
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, medianTime(list)]));
};

/** A process and everything below it, now. */
const treeOf = (root) => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), Number(read(pid, 'stat').split(') ').pop()?.split(' ')[1])]),
  );
  const isBelow = (pid) => pid === root || (parents.has(pid) && isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow);
};

/** Milliseconds of processor that a process and all below it have used, those that ended and were waited for included. */
export const treeCpu = (root) =>
  treeOf(root).reduce((sum, pid) => {
    const fields = read(pid, 'stat').split(') ').pop()?.split(' ') ?? [];
    return sum + 10 * [11, 12, 13, 14].reduce((time, at) => time + Number(fields[at] ?? 0), 0);
  }, 0);

/** Bytes of memory, each page shared by n processes counted as 1/n: theirs alone where the system does not say. */
const memoryOf = (pid) => {
  const kilobytes =
    /^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup')) ?? /^VmRSS:\s+(\d+)/m.exec(read(pid, 'status'));
  return Number(kilobytes?.[1] ?? 0) * 1024;
};

/** Often enough for what lasts minutes; the kernel walks through all memory of a browser for each look. */
const LOOK_MS = 500;

/** The most memory a process and its children held together (Linux). */
export const peakMemory = async ({ command, args, env = {}, expected = [0] }) => {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', resolve);
  });
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(
      peak,
      treeOf(child.pid).reduce((sum, pid) => sum + memoryOf(pid), 0),
    );
    await Promise.race([ended, setTimeout(LOOK_MS)]);
  }
  const status = await ended;
  if (!expected.includes(status))
    throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}`);
  return peak;
};
