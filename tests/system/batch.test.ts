import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startBatch, type BatchProcess } from '../support/batch-process.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { makeCohort, SPOILERS } from '../support/small-cohort.ts';
import { until } from '../support/until.ts';

const AT = ['--at', '2026-11-22'];
const EXPORT = ['export', 'promo', '--document', 'portfolio', '--out', 'sortie', '--report', 'r.json', ...AT];
const SECONDS = 1000;
/** What one folder may take to be read; a hostile one may use it up. */
const FOLDER_SECONDS = 30;
const MOST_BYTES = 2.5 * 2 ** 30;

interface Item {
  readonly folder: string;
  readonly status: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}
const itemsIn = (root: string, file = 'r.json'): readonly Item[] =>
  (JSON.parse(readFileSync(join(root, file), 'utf8')) as { items: Item[] }).items;

const pdfsIn = (root: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(root, 'sortie'), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, 'sortie', name)).isFile())
      .map((name) => [name, readFileSync(join(root, 'sortie', name), 'latin1')]),
  );

const expectWholePdfs = (root: string): void => {
  let pdfs: ReadonlyMap<string, string> = new Map();
  try {
    pdfs = pdfsIn(root);
  } catch {
    // Not one was begun.
  }
  expect([...pdfs.keys()].filter((name) => !/^c\d+\/portfolio\.pdf$/u.test(name))).toEqual([]);
  for (const bytes of pdfs.values()) expect(/^%PDF-[^]*%%EOF\s*$/u.test(bytes)).toBe(true);
};

/** Memory of the whole tree, shared pages counted once, looked at twice a second until the run has ended. */
const watchMemory = async (run: BatchProcess): Promise<number> => {
  let peak = 0;
  while (run.child.exitCode === null && run.child.signalCode === null) {
    const bytes = run.left().map((line) => {
      try {
        const text = readFileSync(`/proc/${line.split(' ', 1)[0]}/smaps_rollup`, 'latin1');
        return Number(/^Pss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0) * 1024;
      } catch {
        return 0;
      }
    });
    peak = Math.max(
      peak,
      bytes.reduce((sum, each) => sum + each, 0),
    );
    await pause(500);
  }
  return peak;
};

/** The status of a run, its wall time in milliseconds and its peak in bytes. */
const measure = async (
  args: readonly string[],
  root: string,
): Promise<{ code: number | null; wall: number; peak: number }> => {
  const started = Date.now();
  const run = startBatch(args, root);
  const peak = await watchMemory(run);
  const { code } = await run.ended;
  return { code, wall: Date.now() - started, peak };
};

describe('200 folders, 20 of them hostile', () => {
  test('give 180 exports equal to a clean run and 20 named failures, within time and memory', async () => {
    const [clean, root] = [temporaryFolder(), temporaryFolder()];
    const names = makeCohort(join(clean, 'promo'), 200);
    makeCohort(join(root, 'promo'), 200);
    // First, last, in the middle side by side, and every way twice where there is room.
    const places = [0, 1, 13, 27, 40, 52, 66, 79, 88, 97, 98, 99, 100, 101, 120, 140, 160, 180, 198, 199];
    for (const [index, place] of places.entries())
      SPOILERS[index % SPOILERS.length]?.(join(root, 'promo', names[place] ?? ''));
    const hostile = new Set(places.map((place) => names[place]));
    const plain = await measure(EXPORT, clean);
    const spoiled = await measure(EXPORT, root);
    process.stderr.write(`clean ${JSON.stringify(plain)} hostile ${JSON.stringify(spoiled)}\n`);
    expect(plain.code).toBe(0);
    expect(spoiled.code).toBe(1);
    const expected = pdfsIn(clean);
    const made = pdfsIn(root);
    expect(expected.size).toBe(200);
    expect([...made.keys()].toSorted()).toEqual(
      [...expected.keys()].filter((file) => !hostile.has(file.slice(0, 4))).toSorted(),
    );
    expect([...made].filter(([file, bytes]) => expected.get(file) !== bytes)).toEqual([]);
    const failed = itemsIn(root).filter(({ status }) => status === 'failed');
    expect(failed.map(({ folder }) => folder).toSorted()).toEqual(
      [...hostile].map((name) => `promo/${name}`).toSorted(),
    );
    for (const { error } of failed) {
      expect(error?.code).not.toBe('bug');
      expect(error?.message).not.toBe('');
    }
    expect(spoiled.wall).toBeLessThan(plain.wall * 1.3 + (20 * FOLDER_SECONDS * SECONDS) / 2);
    expect(Math.max(plain.peak, spoiled.peak)).toBeLessThan(MOST_BYTES);
  });
});

describe('a run that is stopped', () => {
  test('by 40 signals at any moment leaves whole documents and nothing else, within three seconds', async () => {
    const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
    const signals = Object.keys(codes) as (keyof typeof codes)[];
    // Told in a failure, so that the same moments come again.
    const moments = Array.from({ length: 40 }, () => Math.random() * 4000);
    let middle = 0;
    for (const [index, moment] of moments.entries()) {
      const root = temporaryFolder();
      makeCohort(join(root, 'promo'), 30);
      const signal = signals[index % 3] ?? 'SIGINT';
      const run = startBatch(EXPORT, root);
      await Promise.race([pause(moment), run.ended]);
      const sent = Date.now();
      const wasOver = run.child.exitCode !== null;
      run.child.kill(signal);
      const { code, signal: died } = await run.ended;
      const told = `${signal} after ${Math.round(moment)} ms`;
      expect(Date.now() - sent, told).toBeLessThan(3 * SECONDS);
      // Before its first line of ours, Node dies of the signal itself.
      if (!wasOver) expect([codes[signal], died], told).toContain(died ?? code);
      await until(() => run.left().length === 0, 3 * SECONDS);
      expect(run.temporaries(), told).toEqual([]);
      expectWholePdfs(root);
      if (run.lines().length > 0 && run.lines().length < 30) middle++;
    }
    process.stderr.write(`${middle} of 40 signals came between the first and the last document\n`);
  });

  test('by kill -9 is completed by --resume, which makes nothing twice', async () => {
    const root = temporaryFolder();
    const names = makeCohort(join(root, 'promo'), 60);
    const run = startBatch(EXPORT, root);
    await until(() => run.lines().length >= 15, 60 * SECONDS);
    run.child.kill('SIGKILL');
    await run.ended;
    await until(() => run.left().length === 0, 5 * SECONDS);
    expectWholePdfs(root);
    const done = run.lines().map((line) => line.split('\t')[2] ?? '');
    const times = done.map((path) => statSync(join(root, path)).mtimeMs);
    const { status, stderr } = await runAcquis(['batch', ...EXPORT, '--resume'], { cwd: root });
    expect(status, stderr).toBe(0);
    expect(done.map((path) => statSync(join(root, path)).mtimeMs)).toEqual(times);
    const items = itemsIn(root);
    expect(items.filter(({ status: became }) => became === 'skipped').length).toBeGreaterThanOrEqual(
      done.length,
    );
    expect(items.filter(({ status: became }) => became === 'done').length).toBeGreaterThan(0);
    expect([...pdfsIn(root).keys()].toSorted()).toEqual(names.map((name) => `${name}/portfolio.pdf`));
  });
});

describe('1,000 folders in four shards', () => {
  test('give together what one run gives, each folder once', async () => {
    const root = temporaryFolder();
    makeCohort(join(root, 'promo'), 1000);
    for (const name of ['c003', 'c500', 'c999']) SPOILERS[1]?.(join(root, 'promo', name));
    const check = (report: string, ...more: string[]): Promise<{ status: number | null }> =>
      runAcquis(['batch', 'check', 'promo', '--report', report, ...AT, ...more], { cwd: root });
    expect((await check('all.json')).status).toBe(1);
    const whole = itemsIn(root, 'all.json');
    expect(whole).toHaveLength(1000);
    const parts: Item[][] = [];
    for (const index of [1, 2, 3, 4]) {
      await check(`${index}.json`, '--shard', `${index}/4`);
      parts.push([...itemsIn(root, `${index}.json`)]);
    }
    expect(parts.map(({ length }) => length).every((length) => length > 200)).toBe(true);
    const merged = parts.flat().toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
    expect(merged).toEqual(whole);
  });
});
