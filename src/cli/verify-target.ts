import { AcquisError } from '../app/errors.ts';
import type { FileKind } from '../domain/target-kind.ts';
import type { Cli } from './context.ts';

export type VerifyFormat = 'text' | 'json';

/** Looks at one target, writes its report to stdout, and says whether all of it is as it should be; changes nothing. */
export type VerifyTarget = (path: string, format: VerifyFormat, cli: Cli) => Promise<boolean>;

/** Each loaded when such a target was named: a new kind is a line here and a file beside `verify-folder.ts`. */
const VERIFIERS: Readonly<Partial<Record<'folder' | FileKind, () => Promise<VerifyTarget>>>> = {
  archive: async () => (await import('./verify-archive.ts')).verifyArchive,
  folder: async () => (await import('./verify-folder.ts')).verifyOneFolder,
};

/** What the target is decides how it is verified: its first bytes, never its name. */
export const verifyTarget: VerifyTarget = async (path, format, cli) => {
  const load = VERIFIERS[(await cli.targetKinds())(path)];
  if (load === undefined) throw new AcquisError('data', 'not-verifiable', { file: path });
  return (await load())(path, format, cli);
};
