import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import type { ReferentialSource } from '../app/ports/world.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import { showFrom } from '../storage/shown-path.ts';
import { createTerminal, type Terminal } from '../output/terminal.ts';
import { EXIT } from './exit-codes.ts';
import type { Cli, PrinterFlags } from './context.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

const referentials = async (): Promise<ReferentialSource> => {
  const { openReferentials } = await import('../storage/referential-source.ts');
  return openReferentials();
};

const openPrompter = async (
  { answers, flags }: { readonly answers?: string | undefined; readonly flags: string },
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<Prompter> => {
  if (answers !== undefined) {
    const [{ readAnswersFile }, { createScriptedPrompter, parseAnswers }] = await Promise.all([
      import('../storage/answers-file.ts'),
      import('../prompts/scripted-prompter.ts'),
    ]);
    return createScriptedPrompter(parseAnswers(await readAnswersFile(answers), answers));
  }
  if (!terminal.interactive) throw new AcquisError('usage', 'no-terminal', { flags });
  const { createTerminalPrompter } = await import('../prompts/inquirer-prompter.ts');
  const { accessible, style } = terminal;
  return createTerminalPrompter({
    input: process.stdin,
    output: process.stderr,
    style: style.people,
    accessible,
    env,
  });
};

const openExaminations = async (
  { browserPath, sandbox }: PrinterFlags,
  env: NodeJS.ProcessEnv,
): ReturnType<Cli['examinations']> => {
  const [{ examineBrowser }, { cacheFolder }, { examineFolder }, { examination }] = await Promise.all([
    import('../render/browser/examine-browser.ts'),
    import('../render/browser/carried-browser.ts'),
    import('../storage/examine-folder.ts'),
    import('../app/diagnose.ts'),
  ]);
  return {
    browser: () => examineBrowser({ env, browserPath, noSandbox: sandbox === false }),
    folders: [
      examination('folder', () => examineFolder(process.cwd())),
      examination('cache', () => examineFolder(cacheFolder(env), { create: true })),
    ],
  };
};

const openEraser = async (env: NodeJS.ProcessEnv): ReturnType<Cli['portfolioEraser']> => {
  const [{ createPortfolioEraser }, { openPrivateNotes }, { cacheFolder }] = await Promise.all([
    import('../storage/erasure/portfolio-eraser.ts'),
    import('../storage/private-notes.ts'),
    import('../render/browser/carried-browser.ts'),
  ]);
  const cache = cacheFolder(env);
  const notes = openPrivateNotes(env);
  return createPortfolioEraser({
    cache: join(cache, 'exports'),
    runs: join(cache, 'runs'),
    notesOf: (id) => notes.pathOf(id),
  });
};

/** The composition root: the one place that constructs adapters. */
export const wire = (
  env: NodeJS.ProcessEnv,
  color: boolean | undefined,
  endWith: (code: number) => void,
): Cli => {
  const told = new Set<string>();
  const terminal = createTerminal({ env, color }, () => process.exit(EXIT.io));
  return {
    terminal,
    env,
    clock: {
      today: () => {
        const now = new Date();
        return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
      },
    },
    ids: { newId: () => randomUUID() },
    show: (path) => showFrom(process.cwd())(path),
    store: async ({ tellsCut } = { tellsCut: true }) => {
      const [{ openStore }, { tellingCut }] = await Promise.all([
        import('../storage/portfolio/portfolio-store.ts'),
        import('./telling-cut.ts'),
      ]);
      return tellsCut ? tellingCut(openStore(referentials), told, terminal) : openStore(referentials);
    },
    archives: async () => {
      const [{ openStore }, { createArchives }] = await Promise.all([
        import('../storage/portfolio/portfolio-store.ts'),
        import('../storage/archive/archives.ts'),
      ]);
      return createArchives(openStore(referentials));
    },
    referentials,
    reviewFiles: async () => (await import('../storage/review-files.ts')).createReviewFiles(),
    privateNotes: async () => (await import('../storage/private-notes.ts')).openPrivateNotes(env),
    depositTools: async () => {
      const [{ createBundleWriter }, { cutPages }, { sha256 }] = await Promise.all([
        import('../storage/batch/bundle-writer.ts'),
        import('../render/pdf/cut-pages.ts'),
        import('../storage/versions/versions.ts'),
      ]);
      return { writer: createBundleWriter(), cutter: cutPages, digest: { sha256 } };
    },
    portfolioEraser: () => openEraser(env),
    textVersions: async () => (await import('../storage/versions/text-versions.ts')).openTextVersions(),
    folderInspector: async () => (await import('../storage/folder-integrity.ts')).createFolderInspector(),
    targetKinds: async () => (await import('../storage/target-kind.ts')).kindOfTarget,
    pseudonyms: async () => (await import('../storage/pseudonym-lists.ts')).openPseudonymLists(),
    carriedSource: async (path) => {
      const [{ readPdf }, { readCarriedSource }] = await Promise.all([
        import('../storage/source/read-pdf.ts'),
        import('../render/pdf/carried-source.ts'),
      ]);
      return readCarriedSource(readPdf(path), path);
    },
    renderer: async (templates) =>
      (await import('../render/document-renderer.ts')).createDocumentRenderer(templates),
    templateFolders: async () => (await import('../storage/template-folders.ts')).openTemplateFolders(),
    folderWatcher: async () => (await import('../storage/folder-watcher.ts')).createFolderWatcher(),
    previewServer: async (port) => (await import('../preview-server/server.ts')).startPreviewServer(port),
    templateKit: async () => (await import('../render/own-templates/kit.ts')).templateKit,
    documentWriter: async () => {
      const { createDocumentWriter } = await import('../storage/document-writer.ts');
      return createDocumentWriter();
    },
    worksheets: async () => {
      const [{ createWorksheetForms }, { createFormFiles }] = await Promise.all([
        import('../render/worksheet/worksheet-forms.ts'),
        import('../storage/form-files.ts'),
      ]);
      return { forms: createWorksheetForms(), files: createFormFiles() };
    },
    pageCounter: async () => (await import('../render/pdf/page-counts.ts')).pageCounter,
    annexBinder: async () => (await import('../render/pdf/annex-carriers.ts')).annexBinder,
    printer: async ({ browserPath, sandbox, jobs }) => {
      const { createDocumentPrinter } = await import('../render/browser/document-printer.ts');
      return createDocumentPrinter({ env, browserPath, noSandbox: sandbox === false, jobs });
    },
    documentTools: async ({ browserPath, printing }) => {
      const { toolsIdentity } = await import('../render/tools-identity.ts');
      return toolsIdentity(printing ? { env, browserPath } : undefined);
    },
    folderWorkers: async ({ jobs }) => {
      const [{ createFolderWorkers }, { assetPath }, { cacheFolder }] = await Promise.all([
        import('../workers/folder-workers.ts'),
        import('../assets.ts'),
        import('../render/browser/carried-browser.ts'),
      ]);
      const args = [join(cacheFolder(env), 'exports')];
      return createFolderWorkers({ entry: assetPath('bin/read-folders.js'), args, jobs });
    },
    annexReader: async ({ jobs = 2 } = {}) => {
      const [{ createProofWorkers }, { assetPath }] = await Promise.all([
        import('../workers/proof-workers.ts'),
        import('../assets.ts'),
      ]);
      return createProofWorkers({ entry: assetPath('bin/read-proofs.js'), jobs });
    },
    installBrowser: async (asked) =>
      (await import('../render/browser/install-browser.ts')).installBrowser(env, asked),
    runJournal: async (identity, { resume }) => {
      const [{ openRunJournal }, { cacheFolder }] = await Promise.all([
        import('../storage/batch/run-journal.ts'),
        import('../render/browser/carried-browser.ts'),
      ]);
      return openRunJournal(identity, {
        folder: join(cacheFolder(env), 'runs'),
        current: process.cwd(),
        resume,
      });
    },
    reportFile: async () => (await import('../storage/report-file.ts')).createReportFile(),
    examinations: (options) => openExaminations(options, env),
    samples: async () => {
      const [{ createSampleWriter }, { sampleBank }] = await Promise.all([
        import('../storage/sample-writer.ts'),
        import('../catalogue/fr/sample/bank.ts'),
      ]);
      return { writer: createSampleWriter(), bank: sampleBank };
    },
    findPortfolios: async () => (await import('../storage/find-portfolios.ts')).findPortfolios('.'),
    finder: async () => (await import('../storage/find-folders.ts')).createFolderFinder(process.cwd()),
    formerBoards: async () => (await import('../storage/former-board-file.ts')).openFormerBoards(),
    boardRenderer: async () => ({ renderBoard: (await import('../render/board/board.ts')).renderBoard }),
    prompter: (options) => openPrompter(options, terminal, env),
    endWith,
  };
};
