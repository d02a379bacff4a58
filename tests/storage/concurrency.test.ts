import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addEntity } from '../../src/domain/edits.ts';
import { AcquisError } from '../../src/app/errors.ts';
import { newFolder, readIn, testStore } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';

const refusal = async (work: Promise<unknown>): Promise<AcquisError> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AcquisError);
  return error as AcquisError;
};

test('four processes that add 15 activities each leave sixty', async () => {
  const folder = await newFolder();
  const adder = (name: string): Promise<number | null> =>
    new Promise((resolve) => {
      const script = fileURLToPath(new URL('../support/add-many.js', import.meta.url));
      spawn(process.execPath, [script, folder, name, '15'], { stdio: 'ignore' }).on('close', resolve);
    });
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(adder))).toEqual([0, 0, 0, 0]);
  const { portfolio } = await testStore().open(folder);
  const titles = new Set(portfolio.activities.map(({ title }) => title));
  expect([titles.size, new Set(portfolio.activities.map(({ id }) => id)).size]).toEqual([60, 60]);
}, 240_000);

test('a file that an editor changed meanwhile stays as it is, and what could not be saved is kept', async () => {
  const folder = await newFolder();
  const store = testStore();
  const workspace = await store.open(folder);
  appendFileSync(join(folder, 'portfolio.yaml'), '# une remarque\n');
  const edited = readIn(folder);
  const error = await refusal(
    store.save(workspace, addEntity(workspace.portfolio, 'organisations', { id: 'O1', name: 'Perdue ?' })),
  );
  expect([error.kind, error.code]).toEqual(['io', 'changed-underneath']);
  expect(readIn(folder)).toBe(edited);
  expect(readIn(folder, String(error.args['kept']))).toContain('Perdue ?');
});

const lockedFolder = async (): Promise<{ folder: string; lock: string }> => {
  const folder = await newFolder();
  const lock = join(folder, '.acquis', 'lock');
  mkdirSync(lock);
  return { folder, lock };
};

/** Both wait for seconds, so they wait together. */
test('a lock whose holder was killed is taken over; one that stays held is an error, and nothing is written', async () => {
  const [dead, held] = [await lockedFolder(), await lockedFolder()];
  const before = readIn(held.folder);
  // A living holder refreshes its lock.
  const holder = setInterval(() => utimesSync(held.lock, new Date(), new Date()), 500);
  const add = ({ folder }: { folder: string }) => runAcquis(['activity', 'add', folder, '--title', 'Après']);
  const start = performance.now();
  try {
    const [afterDead, afterHeld] = await Promise.all([
      add(dead).then((run) => ({ ...run, after: performance.now() - start })),
      add(held),
    ]);
    expect(afterDead.status, afterDead.stderr).toBe(0);
    expect(afterDead.after).toBeLessThan(15_000);
    expect([afterHeld.status, afterHeld.stderr.includes('autre commande')]).toEqual([5, true]);
  } finally {
    clearInterval(holder);
  }
  expect(readIn(held.folder)).toBe(before);
}, 60_000);

test('every save keeps the bytes it replaced', async () => {
  const folder = await newFolder();
  const store = testStore();
  const texts = [readIn(folder)];
  for (const notes of ['un', 'deux', 'trois']) {
    await store.change(folder, ({ portfolio }) => ({ ...portfolio, notes }));
    texts.push(readIn(folder));
  }
  const versions = readdirSync(join(folder, '.acquis', 'versions')).toSorted();
  expect(versions.map((name) => readIn(folder, `.acquis/versions/${name}`))).toEqual(texts.slice(0, -1));
  // Saving what is there already keeps nothing and writes nothing.
  await store.change(folder, ({ portfolio }) => portfolio);
  expect(readdirSync(join(folder, '.acquis', 'versions'))).toHaveLength(3);
});

test('a reader of stdout that goes away is no failure of ours', async () => {
  const folder = await newFolder();
  writeFileSync(
    join(folder, 'portfolio.yaml'),
    `${readIn(folder)}activities:\n${Array.from({ length: 4000 }, (_, i) => `- {id: A${i}, title: ${'t'.repeat(120)}}\n`).join('')}`,
  );
  const script = 'set -o pipefail; "$0" bin/acquis.js activity list "$1" | head -1';
  const child = spawn('bash', ['-c', script, process.execPath, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdout.resume();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([0, 141]).toContain(status);
  expect(stderr).toBe('');
});
