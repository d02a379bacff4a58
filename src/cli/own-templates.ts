import type { TemplateSet } from '../app/ports/templates.ts';
import { words } from '../catalogue/index.ts';
import { sayLine } from '../output/error-report.ts';
import type { Cli } from './context.ts';

/** The set that `--templates` names, read and checked once; nothing where none is named. */
export const ownTemplates = async (
  folder: string | undefined,
  cli: Cli,
): Promise<TemplateSet | undefined> => {
  if (folder === undefined) return undefined;
  const [folders, kit] = await Promise.all([cli.templateFolders(), cli.templateKit()]);
  const set = await folders.read(folder);
  for (const file of kit.check(set)) sayLine(words.templates.unused(file), cli.terminal);
  return set;
};
