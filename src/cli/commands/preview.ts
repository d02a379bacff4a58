import type { Command } from 'commander';
import type { PreviewEvent } from '../../app/preview/preview-folder.ts';
import { words } from '../../catalogue/index.ts';
import { DOCUMENT_NAMES, namedDocuments } from '../../domain/documents/choose-documents.ts';
import { sayError, sayLine } from '../../output/error-report.ts';
import type { Cli } from '../context.ts';
import { repeatedOption } from '../listed-option.ts';
import { SIGNAL_EXITS } from '../exit-codes.ts';

interface PreviewFlags {
  readonly document: readonly string[];
  readonly templates?: string;
  readonly at?: string;
  readonly port?: string;
}

export const declarePreview = (parent: Command, cli: Cli): void => {
  const { description, options } = words.preview;
  parent
    .command('preview')
    .aliases(['apercu', 'aperçu'])
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .addOption(repeatedOption('--document <id>', options.document, DOCUMENT_NAMES))
    .option('--templates <dossier>', words.templates.option)
    .option('--at <date>', options.at)
    .option('--port <port>', options.port)
    .action((folder: string, flags: PreviewFlags) => runPreview(folder, flags, cli));
};

const runPreview = async (folder: string, flags: PreviewFlags, cli: Cli): Promise<void> => {
  const [{ previewFolder }, { dayFlag, oneOf, wholeFlag }, { ownTemplates }, stops] = await Promise.all([
    import('../../app/preview/preview-folder.ts'),
    import('../flags.ts'),
    import('../own-templates.ts'),
    import('../batch/stop-signals.ts'),
  ]);
  const { expected } = words.exporting;
  const named = flags.document.map((value) => oneOf('--document', value, DOCUMENT_NAMES, expected.document));
  const at = flags.at === undefined ? undefined : dayFlag('--at', flags.at, expected.date);
  const port =
    flags.port === undefined ? 0 : wholeFlag('--port', flags.port, 1, 65_535, words.preview.expected.port);
  const stop = stops.listenForStop();
  try {
    await previewFolder(
      {
        store: await cli.store({ tellsCut: false }),
        referentials: await cli.referentials(),
        renderer: async () => cli.renderer(await ownTemplates(flags.templates, cli)),
        watcher: await cli.folderWatcher(),
        serve: () => cli.previewServer(port),
      },
      {
        folder,
        documents: namedDocuments(named),
        templates: flags.templates,
        date: () => at ?? cli.clock.today(),
      },
      (event) => report(event, cli),
      stop.signal,
    );
    if (stop.by !== undefined) cli.endWith(SIGNAL_EXITS[stop.by]);
  } finally {
    stop.release();
  }
};

const report = (event: PreviewEvent, { terminal }: Cli): void => {
  if (event.code === 'failed') return sayError(event.error, terminal, words.preview.failure(event.error));
  if (event.code === 'shown') return sayLine(words.preview.shown, terminal);
  sayLine(words.preview.serving, terminal);
  terminal.data(`${event.address}\n`);
};
