import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AcquisError, Cancelled } from '../../src/app/errors.ts';
import type { FolderWorkers } from '../../src/app/ports/batch.ts';
import { createFolderWorkers } from '../../src/workers/folder-workers.ts';
import type { PoolOptions } from '../../src/workers/process-pool.ts';
import { copyFolder } from '../support/fault-run.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { storyFolder } from '../support/stories.ts';
import { until } from '../support/until.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const start = (options: Partial<PoolOptions> = {}): FolderWorkers => {
  const workers = createFolderWorkers({ entry: at('bin/read-folders.js'), jobs: 2, ...options });
  onTestFinished(() => workers.close());
  return workers;
};

/** Readers that do what the folder's name says; every folder they begin is noted in `read.txt`. */
const startOdd = (limits: PoolOptions['limits'] = {}, jobs = 2) => {
  const home = temporaryFolder();
  const workers = start({ entry: at('tests/support/odd-reader.js'), jobs, limits });
  const ask = (name: string): Promise<unknown> => workers.check(join(home, name), { today: '2026-11-22' });
  const outcome = (name: string): Promise<unknown> =>
    ask(name).catch((error: unknown) => (error instanceof AcquisError ? error.args['limit'] : error));
  const begun = (): { pid: number; name: string }[] =>
    readFileSync(join(home, 'read.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([pid, name]) => ({ pid: Number(pid), name: name ?? '' }));
  return { home, workers, ask, outcome, begun };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0) && !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ');
  } catch {
    return false;
  }
};

const calm = (names: readonly string[]): unknown[] => names.map((name) => ({ name }));

describe('folders that somebody else made', () => {
  const DEEP = `a: ${'['.repeat(3000)}`;
  const BOMB = `certification: ESSAI1\ncandidate: &a [x]\nactivities: &b [*a, *a]\nevidence: [*b, *b]`;
  /** Each hurts in its own way, at every place of the run; the two deep ones would end a process that parses both. */
  const HOSTILE: Readonly<Record<string, (folder: string) => void>> = {
    fifo: (folder) => execFileSync('mkfifo', [join(folder, 'portfolio.yaml')]),
    deep: (folder) => writeFileSync(join(folder, 'portfolio.yaml'), DEEP),
    endless: (folder) => symlinkSync('/dev/zero', join(folder, 'portfolio.yaml')),
    bomb: (folder) => writeFileSync(join(folder, 'portfolio.yaml'), BOMB),
    'deep-again': (folder) => writeFileSync(join(folder, 'portfolio.yaml'), DEEP),
    keys: (folder) =>
      writeFileSync(
        join(folder, 'portfolio.yaml'),
        Array.from({ length: 40_000 }, (_, n) => `k${n}: v`).join('\n'),
      ),
    escape: (folder) => {
      copyFolder(storyFolder('recit-a-rncp38126'), folder);
      const file = join(folder, 'portfolio.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/path: .*/u, 'path: ../../etc/passwd'));
    },
  };

  test('are refused by their own fault, and their neighbours read as if they were alone', async () => {
    const home = temporaryFolder();
    const workers = start();
    const hostile = Object.entries(HOSTILE).map(([name, make]) => {
      const folder = join(home, name);
      mkdirSync(folder);
      make(folder);
      return folder;
    });
    const good = Array.from({ length: 8 }, (_, n) =>
      copyFolder(storyFolder(n % 2 === 0 ? 'recit-a-rncp38126' : 'recit-b-rncp41296'), join(home, `b${n}`)),
    );
    const folders = hostile
      .flatMap((folder, n) => [folder, good[n] ?? ''])
      .concat(good.slice(7), hostile[0] ?? '');
    const outcomes = await Promise.allSettled(
      folders.map((folder) => workers.check(folder, { today: '2026-11-22' })),
    );
    const byFolder = new Map(folders.map((folder, n) => [folder, outcomes[n]]));
    const supported = good.map((folder) => {
      const outcome = byFolder.get(folder);
      return outcome?.status === 'fulfilled' && outcome.value.summary.supported;
    });
    expect(supported).toEqual([24, 26, 24, 26, 24, 26, 24, 26]);
    const refused = hostile.map((folder) => {
      const outcome = byFolder.get(folder);
      const error: unknown = outcome?.status === 'rejected' ? outcome.reason : undefined;
      return error instanceof AcquisError
        ? [
            error.code,
            error.args['reason'] ??
              (error.details.find(({ code }) => code.startsWith('yaml')) ?? error.details[0])?.code,
          ].join(' ')
        : error;
    });
    expect(refused).toEqual([
      'cannot-read not-a-file',
      'invalid-portfolio too-deep',
      'cannot-read link',
      'invalid-portfolio yaml-anchor',
      'invalid-portfolio too-deep',
      'invalid-portfolio too-many',
      'invalid-portfolio path',
    ]);
  });

  test('are put into words by the same processes', async () => {
    const folder = copyFolder(storyFolder('recit-a-rncp38126'), join(temporaryFolder(), 'a'));
    const { certification, documents } = await start().prepare({
      folder,
      documents: ['portfolio', 'memoire'],
      formats: ['html', 'pdf'],
      blocks: [],
      out: undefined,
      date: '2026-11-22',
    });
    expect(certification).toBe('RNCP38126');
    expect(documents.map(({ kind, format, content }) => [kind, format, typeof content])).toEqual([
      ['portfolio', 'html', 'string'],
      ['memoire', 'html', 'string'],
      ['portfolio', 'pdf', 'object'],
      ['memoire', 'pdf', 'object'],
    ]);
  });
});

describe('a folder beyond its limits', () => {
  test.each(['spin', 'wait'])('%s: is given up after its time, once; the others are read', async (act) => {
    const { outcome, begun } = startOdd({ milliseconds: 700 });
    const names = [act, 'a1', 'a2', `${act}2`, 'a3', 'a4', `${act}3`];
    expect(await Promise.all(names.map(outcome))).toEqual([
      'time', ...calm(['a1', 'a2']), 'time', ...calm(['a3', 'a4']), 'time',
    ]); // prettier-ignore
    expect(begun().filter(({ name }) => name.startsWith(act))).toHaveLength(3);
  });

  test('one that ends its process is tried once more, in a process that read nothing else', async () => {
    const { outcome, begun } = startOdd();
    expect(await Promise.all(['a1', 'die', 'a2', 'die-once', 'a3'].map(outcome))).toEqual([
      { name: 'a1' }, 'crash', ...calm(['a2', 'die-once', 'a3']),
    ]); // prettier-ignore
    const tries = begun().filter(({ name }) => name.startsWith('die'));
    expect(tries.map(({ name }) => name).toSorted()).toEqual(['die', 'die', 'die-once', 'die-once']);
    const firstOf = (pid: number) => begun().find((each) => each.pid === pid)?.name;
    expect(tries.filter(({ pid, name }) => firstOf(pid) === name).length).toBeGreaterThanOrEqual(2);
  });

  test.each(['heap', 'buffers'])('%s: too much memory is told as such', async (act) => {
    const { outcome } = startOdd({ bytes: 160_000_000 });
    expect(await Promise.all(['a1', act, 'a2'].map(outcome))).toEqual([
      { name: 'a1' }, 'memory', { name: 'a2' },
    ]); // prettier-ignore
  });

  test('a defect of ours crosses with its own stack', async () => {
    const error = await startOdd()
      .ask('bug')
      .catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(AcquisError);
    expect(String((error as Error).stack)).toMatch(/TypeError: a bug[^]*odd-reader\.js/u);
  });
});

describe('the processes', () => {
  test('one that somebody kills is replaced, and its folder read', async () => {
    const { outcome, begun } = startOdd({}, 1);
    const read = outcome('wait');
    await until(() => {
      try {
        return begun().length === 1;
      } catch {
        return false;
      }
    });
    const [first] = begun();
    process.kill(first!.pid, 'SIGKILL');
    await until(() => begun().length === 2);
    expect(begun()[1]!.pid).not.toBe(first!.pid);
    process.kill(begun()[1]!.pid, 'SIGKILL');
    expect(await read).toBe('crash');
  });

  test('closing ends them at once, and what was still asked for', async () => {
    const { ask, begun, workers } = startOdd();
    const asked = ['a1', 'spin', 'spin2', 'a2'].map(ask).map((each) => each.catch((error: unknown) => error));
    expect(await asked[0]).toEqual({ name: 'a1' });
    await until(() => begun().length >= 3);
    await workers.close();
    expect((await Promise.all(asked)).slice(1).every((error) => error instanceof Cancelled)).toBe(true);
    expect(begun().filter(({ pid }) => isAlive(pid))).toEqual([]);
    await expect(ask('a3')).rejects.toBeInstanceOf(Cancelled);
  });

  test('leave Ctrl-C to the command', async () => {
    const { ask, begun } = startOdd({}, 1);
    await ask('a1');
    const { pid } = begun()[0]!;
    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGHUP');
    await ask('a2');
    expect(begun().map((each) => each.pid)).toEqual([pid, pid]);
  });

  test('know nothing of the environment but where they run', async () => {
    process.env['ACQUIS_SECRET'] = 'x';
    const environment = (await startOdd().ask('environment')) as Record<string, string>;
    delete process.env['ACQUIS_SECRET'];
    const known = /^(?:TZ|LANG|LC_ALL|TMPDIR|TEMP|TMP|SystemRoot|SYSTEMROOT|NODE_CHANNEL_\w+)$/u;
    expect(Object.keys(environment).filter((name) => !known.test(name))).toEqual([]);
  });

  test('a program that cannot start is our fault, not the folder’s', async () => {
    const workers = start({ entry: at('tests/support/no-such-reader.js') });
    const error = await workers.check('x', { today: '2026-11-22' }).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(AcquisError);
    expect(String(error)).toContain('no-such-reader');
  });

  test('die with a command that is killed, even one that is busy for ever', async () => {
    const home = temporaryFolder();
    const program = `
      import { createFolderWorkers } from '${at('dist/workers/folder-workers.js')}';
      const workers = createFolderWorkers({ entry: '${at('tests/support/odd-reader.js')}', jobs: 2 });
      for (const name of ['spin', 'wait']) void workers.check('${home}/' + name, { today: '2026-11-22' });`;
    const command = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
    onTestFinished(() => void command.kill('SIGKILL'));
    const pids = (): number[] => {
      try {
        return readFileSync(join(home, 'read.txt'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => parseInt(line, 10));
      } catch {
        return [];
      }
    };
    await until(() => pids().length === 2);
    expect(pids().every(isAlive)).toBe(true);
    command.kill('SIGKILL');
    await until(() => !pids().some(isAlive));
  });
});
