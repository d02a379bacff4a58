/** `activity worksheet|import` and `document worksheet|import`: to Word and back. */
import { Option, type Command } from 'commander';
import { WORKSHEET_FORMATS } from '../../app/ports/worksheet.ts';
import { words } from '../../catalogue/index.ts';
import { WRITTEN_DOCUMENTS } from '../../domain/document-settings.ts';
import type { WorksheetSubject } from '../../domain/worksheet/worksheet.ts';
import type { Cli } from '../context.ts';
import { listedOption } from '../listed-option.ts';
import type { ImportFlags, WorksheetFlags } from '../run-worksheet.ts';
import { collect } from '../flags.ts';

/** Loaded when one of the commands runs. */
const run = () => import('../run-worksheet.ts');

/** The two commands of one kind of form, under the group whose texts it holds. */
export const declareWorksheets = (group: Command, cli: Cli, kind: WorksheetSubject['kind']): void => {
  const { options, [kind]: told } = words.worksheet;
  const about = kind === 'activity' ? options.activity : options.document(WRITTEN_DOCUMENTS.join(', '));
  const subject = (told: string): Option =>
    kind === 'activity'
      ? new Option('--activity <id>', told)
      : listedOption('--document <id>', told, WRITTEN_DOCUMENTS);
  group
    .command('worksheet')
    .alias('fiche')
    .description(told.write)
    .argument('[dossier]', options.folder, '.')
    .addOption(subject(about).argParser(collect).default([]))
    .addOption(listedOption('--format <format>', options.format, WORKSHEET_FORMATS).default('docx'))
    .option('--out <dossier>', options.out)
    .action(async (folder: string, flags: WorksheetFlags) =>
      (await run()).runWorksheet(kind, folder, flags, cli),
    );

  group
    .command('import')
    .alias('importer')
    .description(told.read)
    .argument('<dossier-ou-fiche>', options.folderOrFile)
    .argument('[fiche]', options.file)
    .addOption(subject(options.subject))
    .option('--yes', options.yes)
    .option('--dry-run', options.dryRun)
    .option('--choose <choix>', options.choose, collect, [])
    .option('--rest <champ>', options.rest)
    .action(async (first: string, second: string | undefined, flags: ImportFlags) =>
      (await run()).runImport(kind, first, second, flags, cli),
    );
};

export const declareDocument = (parent: Command, cli: Cli): void =>
  declareWorksheets(
    parent.command('document').description(words.worksheet.document.description),
    cli,
    'document',
  );
