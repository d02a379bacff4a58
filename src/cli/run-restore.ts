import { AcquisError } from '../app/errors.ts';
import { words } from '../catalogue/index.ts';
import type { FileKind } from '../domain/target-kind.ts';
import { sayLine } from '../output/error-report.ts';
import type { RestoreFlags } from './commands/restore.ts';
import type { Cli } from './context.ts';

const said = words.archive.restore;

const restoreArchive = async (file: string, folder: string, cli: Cli): Promise<void> => {
  const { terminal } = cli;
  const { name, files, bytes, leftOut, ignored } = await (await cli.archives()).restore(file, folder);
  terminal.data(`${folder}\n`);
  sayLine(said.done(folder, name, files, bytes), terminal);
  if (leftOut.length > 0) sayLine(said.leftOut(leftOut), terminal);
  if (ignored.length > 0) sayLine(said.ignored(ignored), terminal);
};

type Restore = (file: string, folder: string, cli: Cli) => Promise<void>;

/** By what the file is, told by its bytes: a new kind is a line here. */
const RESTORERS: Readonly<Partial<Record<'folder' | FileKind, Restore>>> = {
  archive: restoreArchive,
  pdf: async (...given) => (await import('./restore-pdf.ts')).restorePdf(...given),
};

export const runRestore = async (
  file: string | undefined,
  { out }: RestoreFlags,
  cli: Cli,
): Promise<void> => {
  const missing = [...(file === undefined ? [said.fileName] : []), ...(out === undefined ? ['--out'] : [])];
  if (file === undefined || out === undefined)
    throw new AcquisError('usage', 'missing-flag', { flags: missing.join(', ') });
  if (out === '') throw new AcquisError('usage', 'empty-argument');
  const restore = RESTORERS[(await cli.targetKinds())(file)];
  if (restore === undefined) throw new AcquisError('data', 'restore-format', { file });
  await restore(file, out, cli);
};
