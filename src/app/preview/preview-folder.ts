import { checkPortfolio } from '../check-portfolio.ts';
import { AcquisError } from '../errors.ts';
import type { ExportRequest } from '../export-request.ts';
import type { PortfolioStore, ReferentialSource } from '../ports/world.ts';
import type { PreparedDocument } from '../ports/batch.ts';
import type { DocumentRenderer } from '../ports/export.ts';
import type { FolderWatcher, PreviewPage, PreviewServer, PreviewView } from '../ports/preview.ts';
import { prepareExport } from '../prepare-export.ts';

export interface PreviewPorts {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  /** Asked for each time: templates of one's own are read again. */
  renderer(): Promise<DocumentRenderer>;
  readonly watcher: FolderWatcher;
  /** Asked for once the folder is known to be a portfolio. */
  serve(): Promise<PreviewServer>;
}

export interface PreviewRequest {
  readonly folder: string;
  readonly documents: ExportRequest['documents'];
  readonly templates: string | undefined;
  /** `YYYY-MM-DD`, asked each time: a preview may last over midnight. */
  readonly date: () => string;
}

/** What is told to the person in the terminal. */
export type PreviewEvent =
  | { readonly code: 'serving'; readonly address: string }
  | { readonly code: 'shown' }
  | { readonly code: 'failed'; readonly error: AcquisError };

/** No page will ever come of these, whatever is typed into the file. */
const HOPELESS: ReadonlySet<string> = new Set([
  'not-a-portfolio',
  'cannot-read',
  'bad-flag',
  'templates-in-portfolio',
]);

/**
 * Shows a folder's documents and what a check finds, again after each change, until `signal`. What is broken while
 * somebody types is shown beside the last good page. Rejects, before anything is served, where there is no portfolio.
 */
export const previewFolder = async (
  ports: PreviewPorts,
  request: PreviewRequest,
  notify: (event: PreviewEvent) => void,
  signal: AbortSignal,
): Promise<void> => {
  let view = await nextView(ports, request, { pages: [], report: undefined, failure: undefined });
  if (view.failure && HOPELESS.has(view.failure.code)) throw view.failure;
  const server = await ports.serve();
  const tell = (): void => {
    server.show(view);
    notify(view.failure ? { code: 'failed', error: view.failure } : { code: 'shown' });
  };
  try {
    notify({ code: 'serving', address: server.address });
    tell();
    const { folder, templates } = request;
    await ports.watcher.watch(
      templates === undefined ? [folder] : [folder, templates],
      async () => {
        view = await nextView(ports, request, view);
        tell();
      },
      signal,
    );
  } finally {
    await server.close();
  }
};

const nextView = async (
  ports: PreviewPorts,
  request: PreviewRequest,
  before: PreviewView,
): Promise<PreviewView> => {
  try {
    return await currentView(ports, request);
  } catch (error) {
    if (error instanceof AcquisError) return { ...before, failure: error };
    throw error;
  }
};

const currentView = async (
  ports: PreviewPorts,
  { folder, documents, date }: PreviewRequest,
): Promise<PreviewView> => {
  const { store, referentials } = ports;
  const today = date();
  const report = await checkPortfolio(store, referentials, folder, { today });
  const prepared = await prepareExport(
    { store, referentials, renderer: await ports.renderer() },
    { folder, documents, formats: ['html'], blocks: [], out: undefined, date: today },
  );
  return { pages: prepared.documents.map(pageOf), report, failure: undefined };
};

const pageOf = ({ kind, audience, place, content }: PreparedDocument): PreviewPage => ({
  name: place.name.replace(/\.html$/u, ''),
  kind,
  audience,
  html: typeof content === 'string' ? content : '',
});
