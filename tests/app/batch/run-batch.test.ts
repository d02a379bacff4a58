import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checkFolder } from '../../../src/app/batch/check-folder.ts';
import { runBatch, type BatchRun } from '../../../src/app/batch/run-batch.ts';
import { AcquisError } from '../../../src/app/errors.ts';
import type { ItemOutcome } from '../../../src/app/ports/batch-run.ts';
import { batchItems, doneOutcome, memoryJournal } from '../../support/batch-items.ts';

const told: ItemOutcome[] = [];
const run = (fields: Partial<BatchRun>): ReturnType<typeof runBatch> => {
  told.length = 0;
  return runBatch({
    items: [],
    atOnce: 2,
    failFast: false,
    signal: new AbortController().signal,
    journal: memoryJournal(),
    work: async (item) => doneOutcome(item),
    notify: (outcome) => void told.push(outcome),
    ...fields,
  });
};

const failing =
  (...names: string[]): BatchRun['work'] =>
  async (item) => {
    await pause(1);
    if (names.includes(item.name)) throw new AcquisError('data', 'not-a-portfolio', { folder: item.name });
    return doneOutcome(item);
  };

describe('a run over many folders', () => {
  test('gives each an outcome, whatever it throws', async () => {
    const { counts, stoppedBy } = await run({
      items: batchItems('a', 'b', 'c', 'd', 'e'),
      work: async (item) => {
        if (item.name === 'a') throw new AcquisError('data', 'invalid-portfolio', { file: 'a' });
        if (item.name === 'c') throw new TypeError('x is not a function');
        if (item.name === 'e') throw undefined;
        return doneOutcome(item, item.name === 'd' ? { status: 'findings' } : {});
      },
    });
    expect(counts).toEqual({ done: 1, skipped: 0, findings: 1, failed: 3, 'not-started': 0 });
    expect(stoppedBy).toBeUndefined();
    const errors = Object.fromEntries(told.map(({ folder, error }) => [folder, error]));
    expect(errors).toMatchObject({
      a: { code: 'invalid-portfolio', args: { file: 'a' } },
      b: null,
      c: { code: 'bug', args: { detail: 'x is not a function' } },
      e: { code: 'bug', args: { detail: 'undefined' } },
    });
  });

  test('works on as many at once as it may, and never more', async () => {
    let [now, most] = [0, 0];
    await run({
      items: batchItems('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
      atOnce: 3,
      work: async (item) => {
        most = Math.max(most, ++now);
        await pause(2);
        now--;
        return doneOutcome(item);
      },
    });
    expect(most).toBe(3);
    expect(told).toHaveLength(10);
  });

  test('fails a folder that could not be found without opening it', async () => {
    const [item] = batchItems('a');
    const problem = new AcquisError('data', 'no-portfolio-below', { folder: 'a' });
    await run({
      items: item ? [{ ...item, folder: { ...item.folder, problem } }] : [],
      work: () => Promise.reject(new Error('opened')),
    });
    expect(told.map(({ error }) => error?.code)).toEqual(['no-portfolio-below']);
  });

  test('starts nothing new after a failure, if asked', async () => {
    const { counts } = await run({
      items: batchItems('a', 'b', 'c', 'd', 'e', 'f'),
      atOnce: 1,
      failFast: true,
      work: failing('b'),
    });
    expect(counts).toEqual({ done: 1, skipped: 0, findings: 0, failed: 1, 'not-started': 4 });
  });

  test('ends when told to, and keeps nothing of what was being done', async () => {
    const ending = new AbortController();
    const journal = memoryJournal();
    const { counts } = await run({
      items: batchItems('a', 'b', 'c', 'd'),
      atOnce: 1,
      signal: ending.signal,
      journal,
      work: async (item, signal) => {
        if (item.name === 'b') ending.abort();
        signal.throwIfAborted();
        return doneOutcome(item);
      },
    });
    expect(counts).toEqual({ done: 1, skipped: 0, findings: 0, failed: 0, 'not-started': 3 });
    expect(journal.recorded.map(({ folder }) => folder)).toEqual(['a']);
  });

  test('stops where no folder could end well', async () => {
    const { counts, stoppedBy } = await run({
      items: batchItems('a', 'b', 'c', 'd', 'e', 'f'),
      work: () => Promise.reject(new AcquisError('browser', 'no-browser')),
    });
    expect(stoppedBy?.code).toBe('no-browser');
    expect(counts['not-started']).toBe(6);
  });

  test('does not do again what an interrupted run had done', async () => {
    const items = batchItems('a', 'b');
    const kept = Object.fromEntries(
      items.slice(0, 1).map((item) => [item.name, doneOutcome(item, { status: 'skipped' })]),
    );
    const journal = memoryJournal(kept);
    const { counts } = await run({ items, journal });
    expect(counts).toMatchObject({ done: 1, skipped: 1 });
    expect(journal.recorded.map(({ folder }) => folder)).toEqual(['b']);
  });
});

describe('a folder with another certification than the manifest expects', () => {
  const checked = { certification: 'ESSAI1', passed: true, findings: [], summary: { percent: 88 } };
  const check = (certification: string | undefined): Promise<ItemOutcome> => {
    const [item] = batchItems('a');
    if (item === undefined) throw new Error('no item');
    const workers = { check: async () => checked as never };
    return checkFolder(workers, { ...item, certification }, { today: '2026-11-22' });
  };

  test('fails, and both are named', async () => {
    await expect(check('ESSAI2')).rejects.toMatchObject({
      code: 'certification-differs',
      args: { folder: 'a', asked: 'ESSAI2', found: 'ESSAI1' },
    });
    expect(await check('essai1')).toMatchObject({ status: 'done', percent: 88 });
    expect(await check(undefined)).toMatchObject({ certification: 'ESSAI1' });
  });
});
