import { exportFolder } from '../../app/batch/export-folder.ts';
import type { AnnexReading } from '../../app/ports/annexes.ts';
import type { DocumentPrinter } from '../../app/ports/document-printer.ts';
import { AcquisError } from '../../app/errors.ts';
import type { BatchExportFlags } from '../commands/batch.ts';
import type { Cli } from '../context.ts';
import { documentRequest } from '../document-flags.ts';
import { ownTemplates } from '../own-templates.ts';
import { batchSettings } from './batch-flags.ts';
import { runBatchCommand } from './run-command.ts';

export const runBatchExport = async (
  args: readonly string[],
  flags: BatchExportFlags,
  cli: Cli,
): Promise<void> => {
  const { out } = flags;
  if (out === '') throw new AcquisError('usage', 'empty-argument');
  const templates = await ownTemplates(flags.templates, cli);
  const request = {
    ...(templates && { templates: { folder: templates.folder, sha256: templates.sha256 } }),
    ...documentRequest(flags, cli),
  };
  const settings = batchSettings(flags);
  const writer = await cli.documentWriter();
  let printer: Promise<DocumentPrinter> | undefined;
  let reader: Promise<AnnexReading> | undefined;
  const { browserPath, sandbox } = flags;
  let tools: Promise<string | undefined> | undefined;
  const identify = async (): Promise<string | undefined> =>
    flags.cache ? cli.documentTools({ browserPath, printing: request.formats.includes('pdf') }) : undefined;
  await runBatchCommand(
    {
      name: 'export',
      args,
      settings,
      options: { ...request, out },
      refusesOutputs: out === undefined,
      stdout: 'lines',
      // While some are being printed, others are being put into words.
      atOnce: settings.jobs * 2,
      work: (item, { workers, finder }, signal) =>
        exportFolder(
          {
            workers,
            finder,
            writer,
            pageCounter: () => cli.pageCounter(),
            annexReader: () => (reader ??= cli.annexReader({ jobs: settings.jobs })),
            annexBinder: () => cli.annexBinder(),
            tools: () => (tools ??= identify()),
            printer: () => (printer ??= cli.printer({ browserPath, sandbox, jobs: settings.jobs })),
          },
          item,
          { ...request, out, outName: item.name },
          signal,
        ),
      close: async () => {
        await Promise.all([(await printer)?.close(), (await reader)?.close()]);
      },
    },
    cli,
  );
};
