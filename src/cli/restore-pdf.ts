import { words } from '../catalogue/index.ts';
import { sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';

/** A folder from the data that a PDF carries; what makes the same document again is said, and what is not in it. */
export const restorePdf = async (file: string, folder: string, cli: Cli): Promise<void> => {
  const { terminal } = cli;
  const source = await cli.carriedSource(file);
  const { portfolio } = await (await cli.store()).restore(folder, source);
  const { document, proofs } = source.manifest;
  const said = words.source.restored;
  terminal.data(`${folder}\n`);
  sayLine(said.done(folder, portfolio.candidate.name, document), terminal);
  if (proofs.length > 0) sayLine(said.proofs(proofs.length, folder, file), terminal);
  sayLine(said.again(folder, source.manifest), terminal);
  sayLine(said.limits, terminal);
};
