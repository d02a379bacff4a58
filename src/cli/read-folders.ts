/** What a process that reads folders for a command is made of; `bin/read-folders.js` starts it. */
import type { TemplateSet, TemplatesMark } from '../app/ports/templates.ts';
import { createExportCache } from '../storage/batch/export-cache.ts';
import type { FolderReaders } from '../workers/messages.ts';
import { serveReaders } from '../workers/serve-readers.ts';

const openReading = async () => {
  const [{ openReferentials }, { openStore }] = await Promise.all([
    import('../storage/referential-source.ts'),
    import('../storage/portfolio/portfolio-store.ts'),
  ]);
  const referentials = openReferentials();
  return { referentials, store: openStore(() => Promise.resolve(referentials)) };
};

const readTemplates = async (mark: TemplatesMark): Promise<TemplateSet> => {
  const { openTemplateFolders } = await import('../storage/template-folders.ts');
  return openTemplateFolders().read(mark.folder, mark);
};

/** These read bytes alone, and no more of them than a bounded number. */
const BOUNDED: ReadonlySet<string> = new Set<keyof FolderReaders>(['recall', 'remember']);

/** Read right here: this process is one that may die of a folder. */
const proofTexts = async () => ({ readText: (await import('./read-proof-text.ts')).readProofText });

/** Each part is loaded by who needs it: where nothing has changed, nothing that understands a portfolio is. */
export const readFolders = (cacheFolder: string): void => {
  let reading: ReturnType<typeof openReading> | undefined;
  let templates: ReturnType<typeof readTemplates> | undefined;
  const cache = createExportCache(cacheFolder);
  const readers: FolderReaders = {
    check: async (folder, { privacy = false, ...options }) => {
      const [{ checkFolder }, { store, referentials }] = await Promise.all([
        import('../app/check-folder.ts'),
        (reading ??= openReading()),
      ]);
      return checkFolder(store, referentials, folder, {
        ...options,
        privacy: privacy ? await proofTexts() : undefined,
      });
    },
    readRow: async (folder, options) => {
      const [{ readRow }, { openHistory }, { store, referentials }] = await Promise.all([
        import('../app/cohort/read-row.ts'),
        import('../storage/versions/folder-history.ts'),
        (reading ??= openReading()),
      ]);
      return readRow({ store, referentials, history: openHistory() }, folder, options);
    },
    prepare: async (request) => {
      const [{ prepareExport }, { createDocumentRenderer }, { store, referentials }, set] = await Promise.all(
        [
          import('../app/prepare-export.ts'),
          import('../render/document-renderer.ts'),
          (reading ??= openReading()),
          request.templates && (templates ??= readTemplates(request.templates)),
        ],
      );
      return prepareExport(
        { store, referentials, renderer: createDocumentRenderer(set), proofTexts },
        request,
      );
    },
    recall: (making) => cache.recall(making),
    remember: (...made) => cache.remember(...made),
  };
  serveReaders(readers, (reader) => BOUNDED.has(reader));
};
