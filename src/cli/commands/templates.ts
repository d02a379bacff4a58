import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import type { Cli } from '../context.ts';

export const declareTemplates = (parent: Command, cli: Cli): void => {
  const { description, copy } = words.templates;
  parent
    .command('templates')
    .aliases(['modeles', 'modèles'])
    .description(description)
    .command('copy')
    .alias('copier')
    .description(copy.description)
    .argument('<dossier>', copy.folder)
    .argument('[fichiers...]', copy.files)
    .option('--force', copy.replace)
    .action((folder: string, files: string[], flags: { readonly force?: boolean }) =>
      runCopy(folder, files, flags.force ?? false, cli),
    );
};

const runCopy = async (
  folder: string,
  files: readonly string[],
  replace: boolean,
  cli: Cli,
): Promise<void> => {
  const [kit, folders, { sayLine }] = await Promise.all([
    cli.templateKit(),
    cli.templateFolders(),
    import('../../output/error-report.ts'),
  ]);
  const written = await folders.write(folder, kit.starter(files), { replace });
  for (const path of written) cli.terminal.data(`${cli.show(path)}\n`);
  sayLine(words.templates.copied(written.length, folder), cli.terminal);
};
