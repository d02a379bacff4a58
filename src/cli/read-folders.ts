/** What a process that reads folders for a command is made of; `bin/read-folders.js` starts it. */
import { checkFolder } from '../app/check-folder.ts';
import { openReferentials } from '../storage/referential-source.ts';
import { openStore } from '../storage/portfolio-store.ts';
import { serveFolders } from '../workers/serve-folders.ts';

export const readFolders = (): void => {
  const referentials = openReferentials();
  const store = openStore(() => Promise.resolve(referentials));
  serveFolders({
    check: (folder, options) => checkFolder(store, referentials, folder, options),
    readRow: async (folder, options) => {
      const [{ readRow }, { openHistory }] = await Promise.all([
        import('../app/cohort/read-row.ts'),
        import('../storage/folder-history.ts'),
      ]);
      return readRow({ store, referentials, history: openHistory() }, folder, options);
    },
    // A check never needs what puts documents into words.
    prepare: async (request) => {
      const [{ prepareExport }, { renderHtml }] = await Promise.all([
        import('../app/prepare-export.ts'),
        import('../render/html.ts'),
      ]);
      return prepareExport({ store, referentials, renderer: { render: renderHtml } }, request);
    },
  });
};
