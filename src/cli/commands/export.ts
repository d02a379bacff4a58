import type { Command } from 'commander';
import type { ExportEvent } from '../../app/export-documents.ts';
import { EXPORT_FORMATS } from '../../app/export-request.ts';
import type { DocumentPrinter } from '../../app/ports/document-printer.ts';
import { words } from '../../catalogue/index.ts';
import { ANNEX_MODES } from '../../domain/documents/annexes.ts';
import { DOCUMENT_NAMES } from '../../domain/documents/choose-documents.ts';
import { sayLine } from '../../output/error-report.ts';
import { createNotices, sayRegistration, type Notices } from '../../output/finding-notice.ts';
import type { Cli } from '../context.ts';
import type { DocumentFlags } from '../document-flags.ts';
import { EXIT } from '../exit-codes.ts';
import { collect } from '../flags.ts';
import { listedOption, repeatedOption } from '../listed-option.ts';

export const declareExport = (parent: Command, cli: Cli): void => {
  const { description, options, after } = words.exporting;
  parent
    .command('export')
    .alias('exporter')
    .description(description)
    .argument('[dossier]', options.folder, '.')
    .addOption(repeatedOption('--document <id>', options.document, DOCUMENT_NAMES))
    .addOption(repeatedOption('--format <format>', options.format, EXPORT_FORMATS))
    .option('--out <dossier>', options.out)
    .option('--block <bloc>', options.block, collect, [])
    .addOption(listedOption('--annexes <place>', options.annexes, ANNEX_MODES).default('suite'))
    .option('--at <date>', options.at)
    .option('--templates <dossier>', words.templates.option)
    .option('--final', options.final)
    .option('--embed-source', words.source.option)
    .option('--browser-path <chemin>', options.browserPath)
    .option('--no-sandbox', options.noSandbox)
    .addHelpText('after', `\n${after}`)
    .action((folder: string, flags: DocumentFlags) => runExport(folder, flags, cli));
};

const runExport = async (folder: string, flags: DocumentFlags, cli: Cli): Promise<void> => {
  const [{ exportDocuments }, { documentRequest }, { ownTemplates }] = await Promise.all([
    import('../../app/export-documents.ts'),
    import('../document-flags.ts'),
    import('../own-templates.ts'),
  ]);
  const request = { folder, out: flags.out, ...documentRequest(flags, cli) };
  let reader: ReturnType<Cli['annexReader']> | undefined;
  let printer: Promise<DocumentPrinter> | undefined;
  const notices = createNotices(cli.terminal);
  try {
    let refusals = 0;
    const isDone = await exportDocuments(
      {
        store: await cli.store({ tellsCut: false }),
        referentials: await cli.referentials(),
        renderer: await cli.renderer(await ownTemplates(flags.templates, cli)),
        writer: await cli.documentWriter(),
        printer: () => (printer ??= cli.printer(flags)),
        pageCounter: () => cli.pageCounter(),
        annexReader: () => (reader ??= cli.annexReader()),
        annexBinder: () => cli.annexBinder(),
        proofTexts: () => (reader ??= cli.annexReader()),
      },
      request,
      (event) => {
        if (event.code === 'refused') refusals++;
        report(event, notices, cli);
      },
    );
    notices.flush();
    if (isDone) return;
    sayLine(words.exporting.refused(refusals), cli.terminal);
    cli.endWith(EXIT.findings);
  } finally {
    notices.flush();
    await Promise.all([(await printer)?.close(), (await reader)?.close()]);
  }
};

/** Paths are data; everything else is said to the person who waits. */
const report = (event: ExportEvent, notices: Notices, { terminal, show }: Cli): void => {
  if (event.code === 'evidence' || event.code === 'apart' || event.code === 'refused')
    return notices.say(event.finding);
  notices.flush();
  switch (event.code) {
    case 'registration':
      return sayRegistration(event.permission, event.eligible, terminal);
    case 'without-source':
      return sayLine(words.source.without(event.documents), terminal);
    case 'not-handed-in':
      return sayLine(words.exporting.notHandedIn(event.documents), terminal);
    case 'in-person':
      return sayLine(words.exporting.inPerson(event.lines, event.from), terminal);
    case 'uncalled':
      return sayLine(words.exporting.uncalled(event.document, event.certification), terminal);
    case 'rendering':
      return sayLine(words.exporting.progress(event.document), terminal);
    case 'written':
      return terminal.data(`${show(event.path)}\n`);
    case 'measured':
      return sayLine(words.exporting.measured(event.name, event.length), terminal);
  }
};
