import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentPrinter } from '../../src/app/ports/document-printer.ts';
import { createDocumentPrinter, type PrinterOptions } from '../../src/render/browser/document-printer.ts';
import { memoryBomb, timeBomb } from '../support/bombs.ts';
import { printable } from '../support/printable.ts';
import { until } from '../support/until.ts';

const document = (n: number) =>
  printable(
    `<p><a href="#fin">Fin <span data-page-of="fin"></span></a></p>${`<p>Personne fictive ${n}.</p>`.repeat(n * 20)}<h2 id="fin">Fin</h2>`,
  );
const DOCUMENTS = [1, 2, 3, 4, 5, 6].map(document);
const LONG = printable(`<h1>a</h1>${'<p>texte</p>'.repeat(6000)}`);

let alone: Buffer[];
let printer: DocumentPrinter;
const make = (options: Omit<PrinterOptions, 'env'>): DocumentPrinter =>
  (printer = createDocumentPrinter({ env: process.env, jobs: 2, ...options }));

beforeAll(async () => {
  make({ jobs: 1 });
  alone = [];
  for (const one of DOCUMENTS) alone.push(Buffer.from(await printer.print(one)));
  await printer.close();
});
afterEach(() => printer.close());

const stateOf = (pid: string): { parent: number; group: number; line: string } => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop()?.split(' ') ?? [];
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    return { parent: Number(fields[1]), group: Number(fields[2]), line };
  } catch {
    return { parent: 0, group: 0, line: '' };
  }
};
const pids = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
const browsers = (): number[] =>
  pids()
    .filter((pid) => stateOf(pid).parent === process.pid && stateOf(pid).line.includes('-debugging-pipe'))
    .map(Number);
const renderersOf = (browser: number): number[] =>
  pids()
    .filter((pid) => stateOf(pid).group === browser && stateOf(pid).line.includes('--type=renderer'))
    .map(Number);

const killAll = (processes: readonly number[]): void => {
  expect(processes.length).toBeGreaterThan(0);
  for (const one of processes) process.kill(one, 'SIGKILL');
};

const expectAsAlone = async (printed: readonly Promise<Uint8Array>[]): Promise<void> => {
  const all = await Promise.all(printed);
  expect(all.map((pdf, index) => Buffer.compare(pdf, alone[index] ?? Buffer.alloc(0)))).toEqual(
    DOCUMENTS.map(() => 0),
  );
};

const refusal = (reason: string): object => ({ code: 'browser-failed', args: { reason } });

describe('several documents at a time', () => {
  it('gives each the bytes it has alone, a quick one not waiting for a long one', async () => {
    make({});
    const order: string[] = [];
    const long = printer.print(LONG).then(() => order.push('long'));
    const printed = DOCUMENTS.map((one) => printer.print(one));
    const quick = printed[0]?.then(() => order.push('quick'));
    await expectAsAlone(printed);
    await Promise.all([long, quick]);
    expect(order).toEqual(['quick', 'long']);
  });

  it.each([
    ['takes too long', timeBomb, { timeLimit: 2500 }, 'timeout'],
    ['holds too much memory', memoryBomb, { memoryLimit: 450 * 2 ** 20 }, 'memory'],
    ['swallows its end', '<p>x</p><textarea>', {}, 'incomplete'],
  ] as const)('names the one among them that %s', async (_, bomb, limits, reason) => {
    make(limits);
    const printed = DOCUMENTS.slice(0, 3).map((one) => printer.print(one));
    const hostile = printer.print(printable(`<h1>Hostile</h1>${bomb}`));
    const refused = expect(hostile).rejects.toMatchObject(refusal(reason));
    printed.push(...DOCUMENTS.slice(3).map((one) => printer.print(one)));
    await expectAsAlone(printed);
    await refused;
  });

  it('prints them all when its browser is killed in the middle', async () => {
    make({});
    const printed = DOCUMENTS.map((one) => printer.print(one));
    await printed[0];
    killAll(browsers());
    await expectAsAlone(printed);
  });

  it('prints them all when the processes of pages are killed in the middle', async () => {
    make({});
    const long = printer.print(LONG);
    await until(() => browsers().flatMap(renderersOf).length > 0);
    killAll(browsers().flatMap(renderersOf));
    const printed = DOCUMENTS.map((one) => printer.print(one));
    await expectAsAlone(printed);
    await long;
  });

  it('leaves the others alone when one is given up', async () => {
    make({});
    const giveUp = new AbortController();
    const refused = expect(printer.print(LONG, giveUp.signal)).rejects.toMatchObject(refusal('cancelled'));
    const printed = DOCUMENTS.map((one) => printer.print(one));
    await printed[0];
    giveUp.abort();
    await expectAsAlone(printed);
    await refused;
  });

  it('takes a new browser after as many documents as it is told', async () => {
    make({ recycleAfter: 3 });
    const seen = new Set<number>();
    const printed = DOCUMENTS.map((one) =>
      printer.print(one).then((pdf) => {
        for (const browser of browsers()) seen.add(browser);
        return pdf;
      }),
    );
    await expectAsAlone(printed);
    expect(seen.size).toBe(2);
    expect(browsers().length).toBeLessThan(2);
  });
});
