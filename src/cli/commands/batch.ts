import type { Command } from 'commander';
import { EXPORT_FORMATS } from '../../app/export-request.ts';
import { words } from '../../catalogue/index.ts';
import { ANNEX_MODES } from '../../domain/documents/annexes.ts';
import { DOCUMENT_NAMES } from '../../domain/documents/choose-documents.ts';
import { STAGES } from '../../domain/portfolio.ts';
import { REPORT_FORMATS } from '../../output/batch/report.ts';
import type { BatchFlags } from '../batch/batch-flags.ts';
import type { CheckQuestion } from '../check-flags.ts';
import type { Cli } from '../context.ts';
import type { DocumentFlags } from '../document-flags.ts';
import { collect } from '../flags.ts';
import { listedOption, repeatedOption, textOrJson } from '../listed-option.ts';

export interface BatchCheckFlags extends BatchFlags, CheckQuestion {
  readonly format: string;
  readonly privacy?: boolean;
}

export interface BatchExportFlags extends BatchFlags, DocumentFlags {
  /** Commander's form of `--no-cache`. */
  readonly cache: boolean;
}

export const declareBatch = (parent: Command, cli: Cli): void => {
  const { description, after, options } = words.batch;
  const batch = parent.command('batch').alias('lot').description(description).addHelpText('after', after);
  declare(batch, 'check', 'bilan')
    .addOption(textOrJson(options.format))
    .option('--at <date>', options.at)
    .option('--min <pourcent>', options.min)
    .addOption(listedOption('--stage <etape>', options.stage, STAGES))
    .option('--privacy', options.privacy)
    .action(async (folders: string[], flags: BatchCheckFlags) =>
      (await import('../batch/batch-check.ts')).runBatchCheck(folders, flags, cli),
    );
  declare(batch, 'export', 'exporter')
    .addOption(repeatedOption('--document <id>', options.document, DOCUMENT_NAMES))
    .addOption(repeatedOption('--format <format>', options.formats, EXPORT_FORMATS))
    .option('--out <dossier>', options.out)
    .option('--block <bloc>', options.block, collect, [])
    .addOption(listedOption('--annexes <place>', options.annexes, ANNEX_MODES).default('suite'))
    .option('--at <date>', options.exportAt)
    .option('--templates <dossier>', words.templates.option)
    .option('--final', options.final)
    .option('--embed-source', words.source.option)
    .option('--no-cache', options.noCache)
    .option('--browser-path <chemin>', options.browserPath)
    .option('--no-sandbox', options.noSandbox)
    .action(async (folders: string[], flags: BatchExportFlags) =>
      (await import('../batch/batch-export.ts')).runBatchExport(folders, flags, cli),
    );
  declareRestore(batch, cli);
};

export interface BatchRestoreFlags extends Pick<BatchFlags, 'report' | 'reportFormat' | 'failFast'> {
  readonly out?: string;
  readonly at?: string;
}

const declareRestore = (batch: Command, cli: Cli): void => {
  const { description, files, options, after } = words.archive.batch;
  batch
    .command('restore')
    .alias('restaurer')
    .description(description)
    .argument('[archives...]', files)
    .option('--out <dossier>', options.out)
    .option('--at <date>', options.at)
    .option('--report <fichier>', words.batch.options.report)
    .addOption(listedOption('--report-format <format>', words.batch.options.reportFormat, REPORT_FORMATS))
    .option('--fail-fast', options.failFast)
    .addHelpText('after', after)
    .action(async (archives: string[], flags: BatchRestoreFlags) =>
      (await import('../batch/batch-restore.ts')).runBatchRestore(archives, flags, cli),
    );
};

const declare = (batch: Command, name: 'check' | 'export', alias: string): Command => {
  const {
    options,
    after,
    [name]: { description },
  } = words.batch;
  return batch
    .command(name)
    .alias(alias)
    .description(description)
    .argument('[dossiers...]', options.folders)
    .option('--manifest <fichier>', options.manifest)
    .option('--jobs <nombre>', options.jobs)
    .option('--shard <i/n>', options.shard)
    .option('--report <fichier>', options.report)
    .addOption(listedOption('--report-format <format>', options.reportFormat, REPORT_FORMATS))
    .option('--resume', options.resume)
    .option('--fail-fast', options.failFast)
    .addHelpText('after', after);
};
