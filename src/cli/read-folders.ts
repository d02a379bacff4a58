/** What a process that reads folders for a command is made of; `bin/read-folders.js` starts it. */
import { createExportCache } from '../storage/export-cache.ts';
import { serveFolders } from '../workers/serve-folders.ts';

const openReading = async () => {
  const [{ openReferentials }, { openStore }] = await Promise.all([
    import('../storage/referential-source.ts'),
    import('../storage/portfolio-store.ts'),
  ]);
  const referentials = openReferentials();
  return { referentials, store: openStore(() => Promise.resolve(referentials)) };
};

/** Each part is loaded by who needs it: where nothing has changed, nothing that understands a portfolio is. */
export const readFolders = (cacheFolder: string): void => {
  let reading: ReturnType<typeof openReading> | undefined;
  const cache = createExportCache(cacheFolder);
  serveFolders({
    check: async (folder, options) => {
      const [{ checkFolder }, { store, referentials }] = await Promise.all([
        import('../app/check-folder.ts'),
        (reading ??= openReading()),
      ]);
      return checkFolder(store, referentials, folder, options);
    },
    readRow: async (folder, options) => {
      const [{ readRow }, { openHistory }, { store, referentials }] = await Promise.all([
        import('../app/cohort/read-row.ts'),
        import('../storage/folder-history.ts'),
        (reading ??= openReading()),
      ]);
      return readRow({ store, referentials, history: openHistory() }, folder, options);
    },
    prepare: async (request) => {
      const [{ prepareExport }, { renderHtml }, { store, referentials }] = await Promise.all([
        import('../app/prepare-export.ts'),
        import('../render/html.ts'),
        (reading ??= openReading()),
      ]);
      return prepareExport(
        {
          store,
          referentials,
          renderer: {
            render: renderHtml,
            renderText: async (model, format) =>
              (await import('../render/text-formats.ts')).renderText(model, format),
          },
        },
        request,
      );
    },
    recall: (making) => cache.recall(making),
    remember: (...made) => cache.remember(...made),
  });
};
