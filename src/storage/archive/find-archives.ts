import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { openPlainFile } from '../safe-read.ts';

/** Readers of PDF look for its head that far. */
const HEAD_BYTES = 1024;

/** By content: a name says nothing of a file that came by e-mail. */
export const kindOfFile = async (file: string): Promise<'archive' | 'pdf' | 'other'> => {
  if (file === '') throw new AcquisError('usage', 'empty-argument');
  const handle = await openPlainFile(file).catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    if (/^PK(?:\u0003\u0004|\u0005\u0006)/u.test(head)) return 'archive';
    return head.includes('%PDF-') ? 'pdf' : 'other';
  } finally {
    await handle.close();
  }
};

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
  const found = await glob(pattern, { expandDirectories: false, followSymbolicLinks: false });
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
  return [...new Set(found)];
};
