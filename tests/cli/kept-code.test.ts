import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

const IS_REFUSED = `const { script } = await import('./bin/load-core.js');
  console.log(script === undefined ? 'kept by Node' : String(script.cachedDataRejected));`;
const isRefused = (...flags: string[]) =>
  run(...flags, '--input-type=module', '-e', IS_REFUSED).stdout.trim();
const check = (...flags: string[]) =>
  run(...flags, 'bin/acquis.js', 'check', 'examples/recit-a-rncp38126', '--at', '2026-11-22');

test('the code that the build compiled is taken, and a program that cannot take it says the same', () => {
  expect(['false', 'kept by Node']).toContain(isRefused());
  // Compiled under other flags: refused, as for another version.
  expect(['true', 'kept by Node']).toContain(isRefused('--no-opt'));
  const [taken, refused] = [check(), check('--no-opt')];
  expect(taken.status).toBe(1);
  expect(taken.stdout).toContain('RNCP38126');
  expect(refused).toMatchObject({ status: taken.status, stdout: taken.stdout, stderr: '' });
});
