import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const STOPS = new URL('../../../dist/cli/batch/stop-signals.js', import.meta.url).href;

test('a run that has nothing left to wait for ends with the status of its signal', () => {
  const program = `
    const { listenForStop } = await import('${STOPS}');
    listenForStop();
    process.kill(process.pid, 'SIGHUP');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await new Promise(() => undefined);`;
  const { status, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
  expect([status, signal]).toEqual([129, null]);
});
