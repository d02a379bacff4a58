import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import type { FileKind } from '../domain/target-kind.ts';
import type { Cli } from './context.ts';

export type VerifyFormat = 'text' | 'json';

/** Looks at one target, writes its report to stdout, and says whether all of it is as it should be; changes nothing. */
export type VerifyTarget = (
  path: string,
  format: VerifyFormat,
  cli: Cli,
  /** Where to look for the proofs that a PDF lists; refused for any other target. */
  folder?: string,
) => Promise<boolean>;

/** Each loaded when such a target was named: a new kind is a line here and a file beside `verify-folder.ts`. */
const VERIFIERS: Readonly<Partial<Record<'folder' | FileKind, () => Promise<VerifyTarget>>>> = {
  archive: async () => (await import('./verify-archive.ts')).verifyArchive,
  pdf: async () => (await import('./verify-pdf.ts')).verifyPdf,
  folder: async () => (await import('./verify-folder.ts')).verifyOneFolder,
};

/** What the target is decides how it is verified: its first bytes, never its name. */
export const verifyTarget: VerifyTarget = async (path, format, cli, folder) => {
  const kind = (await cli.targetKinds())(path);
  const load = VERIFIERS[kind];
  if (load === undefined) throw new AcquisError('data', 'not-verifiable', { file: path });
  if (folder !== undefined && kind !== 'pdf')
    throw new AcquisError('usage', 'bad-flag', {
      flag: '--folder',
      value: folder,
      expected: words.source.verified.pdfAlone,
    });
  return (await load())(path, format, cli, folder);
};
