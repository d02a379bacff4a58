// Wall time of whole processes, as ratios inside one run: absolute times say more about the machine than about us.
import { spawnSync } from 'node:child_process';

/** Milliseconds one process takes from spawn to exit; `expected` are the statuses that count as done. */
export const timeProcess = ({ command, args, env = {}, cwd, expected = [0] }) => {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const milliseconds = performance.now() - start;
  if (error) throw error;
  if (!expected.includes(status))
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${String(stderr)}`);
  return milliseconds;
};

export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

/**
 * Runs `ours` and `peer` alternately, so that both meet the same moments of a busy machine, after one unmeasured pair.
 * `before` prepares each run of ours (a cold start); it is not measured.
 */
export const comparePair = ({ ours, peer, rounds, before = () => undefined }) => {
  const times = { ours: [], peer: [] };
  for (let round = -1; round < rounds; round += 1) {
    before();
    const pair = { ours: timeProcess(ours), peer: timeProcess(peer) };
    if (round < 0) continue;
    times.ours.push(pair.ours);
    times.peer.push(pair.peer);
  }
  return { ours: median(times.ours), peer: median(times.peer) };
};
