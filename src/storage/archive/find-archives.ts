import { lstatSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

const archivesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.zip$/iu.test(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .toSorted(byName);
};

const matching = async (argument: string): Promise<readonly string[]> => {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  // Windows types its own separator; elsewhere it guards the sign after it.
  const pattern = sep === '\\' ? argument.replaceAll('\\', '/') : argument;
  // Typed as a path where it is one: a file that is not there is said to be missing when it is opened.
  if (!isDynamicPattern(pattern)) return [argument];
  const named = await glob(pattern, { expandDirectories: false, followSymbolicLinks: false });
  // Who writes a pattern has not named what lies in the folder: a link there is somebody else's.
  const found = named.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true);
  if (found.length === 0) throw new AcquisError('usage', 'no-archive', { where: argument });
  return found.toSorted(byName);
};

/** Files as they are named, the `*.zip` right in folders, and what patterns lead to; each once, in the order given. */
export const findArchives = async (args: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const argument of args) {
    if (argument === '') throw new AcquisError('usage', 'empty-argument');
    const there = await stat(argument).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error))) return undefined;
      throw cannotRead(argument, error);
    });
    if (there === undefined) found.push(...(await matching(argument)));
    else if (!there.isDirectory()) found.push(argument);
    else {
      const inside = await archivesIn(argument);
      if (inside.length === 0) throw new AcquisError('usage', 'no-archive', { where: argument });
      found.push(...inside);
    }
  }
  return [...new Map(found.toReversed().map((file) => [resolve(file), file] as const)).values()].toReversed();
};
