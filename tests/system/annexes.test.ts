import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readPageCount, readPdfObjects } from '../../src/render/pdf/objects.ts';
import { makeHeavy } from '../support/heavy-folder.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

const BIN = fileURLToPath(new URL('../../bin/acquis.js', import.meta.url));

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

/** Bytes that a process and all below it hold, what they share counted once. */
const memoryBelow = (root: number): number => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map((pid) => [Number(pid), Number(read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[1])]),
  );
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()]
    .filter(isBelow)
    .map((pid) => Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024)
    .reduce((sum, bytes) => sum + bytes, 0);
};

test('200 proofs of 80 MB are bound within a minute and 1.5 GB', { timeout: 240_000 }, async () => {
  const folder = join(temporaryFolder(), 'lourd');
  const bytes = await makeHeavy(folder, 200);
  expect(bytes).toBeGreaterThan(75e6);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [BIN, 'export', folder, '--document', 'dossier-validation', '--at', '2026-11-22'],
    { stdio: 'inherit' },
  );
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, memoryBelow(child.pid ?? 0));
  }, 500);
  const status = await new Promise((resolve) => {
    child.on('exit', resolve);
  });
  clearInterval(look);
  const seconds = (performance.now() - started) / 1000;
  const pdf = join(folder, 'exports', 'dossier-validation.pdf');
  const pages = readPageCount(readPdfObjects(readFileSync(pdf)));
  const measured = `${(bytes / 1e6).toFixed(0)} MB of proofs, ${pages} pages, ${(statSync(pdf).size / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s, ${(peak / 1e6).toFixed(0)} MB held`;
  expect(status).toBe(0);
  expect(pages).toBeGreaterThan(200 + 150 + 100);
  expect(seconds, measured).toBeLessThan(60);
  expect(peak, measured).toBeLessThan(1.5e9);
});
