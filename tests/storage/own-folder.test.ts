import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createDocumentWriter } from '../../src/storage/document-writer.ts';
import { makeFolders } from '../../src/storage/own-folder.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

/** What was done to the disk, in order, by the path it was done to. */
const calls = vi.hoisted((): { readonly done: string; readonly path: string }[] => []);

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    mkdir: async (path: string, mode: number) => {
      calls.push({ done: 'mkdir', path });
      return real.mkdir(path, mode);
    },
    open: async (path: string, ...flags: [string, number]) => {
      const handle = await real.open(path, ...flags);
      const sync = handle.sync.bind(handle);
      handle.sync = () => {
        calls.push({ done: 'sync', path });
        return sync();
      };
      return handle;
    },
  };
});

/** Folders whose place in the one above was not made durable after they came. */
const unsynced = (): string[] =>
  calls
    .filter(({ done, path }, index) => {
      const later = calls.slice(index).filter((call) => call.done === 'sync');
      return done === 'mkdir' && !later.some((call) => call.path === dirname(path));
    })
    .map(({ path }) => path);

test('every new folder is held by the one above it before anybody builds on it', async () => {
  const home = temporaryFolder();
  calls.length = 0;
  expect(await makeFolders(join(home, 'a', 'b', 'c'))).toBe(join(home, 'a'));
  expect(existsSync(join(home, 'a', 'b', 'c'))).toBe(true);
  expect(calls.filter(({ done }) => done === 'mkdir')).toHaveLength(3);
  expect(unsynced()).toEqual([]);
  // Nothing is new: nothing is waited for.
  calls.length = 0;
  expect(await makeFolders(join(home, 'a', 'b', 'c'))).toBeUndefined();
  expect(calls).toEqual([]);
});

test('two that make the same folder at once both find it held', async () => {
  const home = temporaryFolder();
  calls.length = 0;
  await Promise.all([makeFolders(join(home, 'a', 'b')), makeFolders(join(home, 'a', 'b'))]);
  expect(calls.filter(({ done, path }) => done === 'sync' && path === home)).toHaveLength(2);
  expect(unsynced()).toEqual([]);
});

test('a document in new folders is written with them', async () => {
  const home = temporaryFolder();
  calls.length = 0;
  await createDocumentWriter().write({ folder: home, below: ['exports', 'travail'], name: 'x.html' }, 'x');
  expect(calls.map(({ done, path }) => `${done} ${path}`)).toContain(
    `mkdir ${join(home, 'exports', 'travail')}`,
  );
  expect(unsynced()).toEqual([]);
});
