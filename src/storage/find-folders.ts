import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { FolderFinder, FoundFolder, PassedOver, Selection } from '../app/ports/batch-run.ts';
import { codeOf } from './disk-errors.ts';
import { readManifest } from './batch/read-manifest.ts';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';
import { showFrom } from './shown-path.ts';

/** Disk questions asked at once: ten thousand folders must not be ten thousand open requests. */
const AT_ONCE = 32;

const inOrder = async <T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < list.length; index = next++)
      results[index] = await work(list[index] as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
};

const withSlashes = (path: string): string => path.split(sep).join('/');

/** Whatever lies there, even a link or a pipe: reading it refuses it, and says why. */
const holdsPortfolio = async (folder: string): Promise<boolean> =>
  lstat(join(folder, PORTFOLIO_FILE)).then(
    () => true,
    () => false,
  );

/**
 * What identifies a folder on every machine: its path below the current folder, or its last two names where it lies
 * elsewhere, since what stands above depends on the machine.
 */
const keyFrom = (base: string, path: string): string => {
  const below = relative(base, path);
  if (below === '') return basename(path);
  const isElsewhere = below.startsWith('..') || isAbsolute(below);
  return isElsewhere ? withSlashes(path).split('/').slice(-2).join('/') : withSlashes(below);
};

const found = async (path: string, key: string, current: string): Promise<FoundFolder> => ({
  path,
  shown: showFrom(current)(path),
  key: key.normalize('NFC'),
  identity: await realpath(path).catch(() => path),
});

const refused = (argument: string, current: string, problem: AcquisError): FoundFolder => {
  const path = resolve(current, argument);
  return { path, shown: argument, key: withSlashes(argument).normalize('NFC'), identity: path, problem };
};

interface Met {
  readonly folders: readonly FoundFolder[];
  readonly passedOver: readonly PassedOver[];
}

const metFolder = (folder: FoundFolder): Met => ({ folders: [folder], passedOver: [] });

/** A folder with a portfolio is one; otherwise those right below it that have one. */
const lookInto = async (argument: string, path: string, current: string): Promise<Met> => {
  if (await holdsPortfolio(path)) return metFolder(await found(path, keyFrom(current, path), current));
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules' && !entry.isFile())
    .map(({ name }) => name)
    .toSorted();
  return keepPortfolios(
    argument,
    names.map((name) => join(path, name)),
    path,
    current,
    () => new AcquisError('data', 'no-portfolio-below', { folder: argument }),
  );
};

/** Those of `paths` that hold a portfolio, known by their path below `base`; the others are told. */
const keepPortfolios = async (
  argument: string,
  paths: readonly string[],
  base: string,
  current: string,
  whenNone: () => AcquisError,
): Promise<Met> => {
  const holds = await inOrder(paths, holdsPortfolio);
  const kept = paths.filter((_, index) => holds[index]);
  if (kept.length === 0) return metFolder(refused(argument, current, whenNone()));
  const others = await inOrder(
    paths.filter((_, index) => !holds[index]),
    async (path) => ((await isFolder(path)) ? [showFrom(base)(path)] : []),
  );
  return {
    folders: await inOrder(kept, (path) => found(path, keyFrom(base, path), current)),
    passedOver: [{ argument, reason: 'no-portfolio', names: others.flat() }],
  };
};

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (one) => one.isDirectory(),
    () => false,
  );

/** The part of a pattern before its first sign, up to a whole name. */
const fixedPart = (pattern: string): string => {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => /[*?[\]{}()!+@]/u.test(part));
  return parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
};

const expandPattern = async (argument: string, current: string): Promise<Met> => {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  // Windows types its own separator; elsewhere it guards the sign after it.
  const pattern = sep === '\\' ? argument.replaceAll('\\', '/') : argument;
  if (!isDynamicPattern(pattern))
    return metFolder(
      refused(argument, current, new AcquisError('io', 'cannot-read', { file: argument, reason: 'ENOENT' })),
    );
  const matches = await glob(pattern, {
    cwd: current,
    absolute: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  const base = resolve(current, fixedPart(pattern));
  const paths = matches
    .map((match) => resolve(match))
    .map((path) => (basename(path) === PORTFOLIO_FILE ? dirname(path) : path));
  const folders = await inOrder([...new Set(paths)].toSorted(), async (path) =>
    (await isFolder(path)) ? [path] : [],
  );
  return keepPortfolios(
    argument,
    folders.flat(),
    base,
    current,
    () => new AcquisError('usage', 'nothing-matches', { pattern: argument }),
  );
};

const lookAt = async (argument: string, current: string): Promise<Met> => {
  if (argument === '') throw new AcquisError('usage', 'empty-argument');
  const path = resolve(current, argument);
  try {
    const there = await stat(path);
    if (there.isDirectory()) return await lookInto(argument, path, current);
    if (basename(path) === PORTFOLIO_FILE)
      return metFolder(await found(dirname(path), keyFrom(current, dirname(path)), current));
    return { folders: [], passedOver: [{ argument, reason: 'not-a-folder', names: [argument] }] };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENAMETOOLONG')
      return expandPattern(argument, current);
    return metFolder(
      refused(
        argument,
        current,
        new AcquisError('io', 'cannot-read', { file: argument, reason: codeOf(error) }),
      ),
    );
  }
};

/** Finds folders on disk, seen from `current`. */
export const createFolderFinder = (current: string): FolderFinder => ({
  show: showFrom(current),
  find: async (args): Promise<Selection> => {
    const met = await inOrder(args, (argument) => lookAt(argument, current));
    return {
      folders: met.flatMap(({ folders }) => folders),
      passedOver: met.flatMap(({ passedOver }) => passedOver).filter(({ names }) => names.length > 0),
    };
  },
  readManifest: (file, documents) =>
    readManifest({ path: resolve(current, file), shown: file, documents }, async (typed, base) => {
      const path = resolve(base, typed);
      if (!(await isFolder(path)))
        return {
          ...refused(
            path,
            current,
            new AcquisError('data', 'not-a-portfolio', { folder: showFrom(current)(path) }),
          ),
          shown: showFrom(current)(path),
          key: keyFrom(base, path).normalize('NFC'),
        };
      return found(path, keyFrom(base, path), current);
    }),
});
