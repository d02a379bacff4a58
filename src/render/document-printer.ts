import type { DocumentPrinter, PrintableDocument } from '../app/document-printer.ts';
import { AcquisError } from '../app/errors.ts';
import { findBrowser } from './find-browser.ts';
import { killGroup, launchBrowser, type LaunchedBrowser } from './launch-browser.ts';
import { watchMemory } from './memory-watchdog.ts';
import { withMetadata } from './pdf-metadata.ts';
import { PrintFailure, type PrintReason } from './print-failure.ts';
import { printPage } from './print-page.ts';
import { sweepRunFolders } from './run-folder.ts';

export interface PrinterOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly browserPath?: string | undefined;
  /** True only where the person typed `--no-sandbox`. */
  readonly noSandbox?: boolean | undefined;
  /** Milliseconds one document may take. */
  readonly timeLimit?: number;
  /** Bytes the browser may hold. */
  readonly memoryLimit?: number;
}

/** Asks the browser to leave, and sees to it. */
const endSession = async (session: LaunchedBrowser): Promise<void> => {
  const timer = setTimeout(() => killGroup(session.pid), 2000);
  await session.browser.close().catch(() => undefined);
  clearTimeout(timer);
  session.destroy();
};

/** Lets one `setTimeout`, one watchdog and one signal end the same print. */
const within = async <T>(
  session: LaunchedBrowser,
  { timeLimit = 60_000, memoryLimit = 1.5 * 2 ** 30 }: PrinterOptions,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  const ending = new AbortController();
  const end = (reason: PrintReason, detail?: string): void => {
    // The page may be beyond reach of any message: only the end of its process is sure.
    killGroup(session.pid);
    ending.abort(new PrintFailure(reason, detail));
  };
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(ending.signal.reason as PrintFailure));
  });
  const onAbort = (): void => end('cancelled');
  const timer = setTimeout(() => end('timeout', `${timeLimit / 1000} s`), timeLimit);
  const stopWatching = watchMemory(session.pid, memoryLimit, () => end('memory'));
  signal?.addEventListener('abort', onAbort, { once: true });
  // It may have come while the browser started.
  if (signal?.aborted === true) onAbort();
  try {
    return await Promise.race([work(), ended]);
  } finally {
    clearTimeout(timer);
    stopWatching();
    signal?.removeEventListener('abort', onAbort);
  }
};

/**
 * A printer around one browser, started at the first document and used again for the next. Documents are printed one
 * at a time, so that a limit that is hit names the document that hit it; for more, make more printers.
 */
export const createDocumentPrinter = (options: PrinterOptions): DocumentPrinter => {
  let session: LaunchedBrowser | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const end = (current: LaunchedBrowser): Promise<void> => {
    if (session === current) session = undefined;
    return endSession(current);
  };

  const start = async (): Promise<LaunchedBrowser> => {
    if (session?.browser.connected === true) return session;
    if (session) await end(session);
    await sweepRunFolders();
    const found = await findBrowser(options);
    session = await launchBrowser({ found, env: options.env, noSandbox: options.noSandbox ?? false });
    return session;
  };

  const attempt = async (
    document: PrintableDocument,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> => {
    const current = await start();
    try {
      return await within(current, options, signal, () => printPage(current.browser, document));
    } catch (error) {
      // Whatever went wrong, the next document starts with a browser nobody doubts.
      await end(current);
      throw error;
    }
  };

  const print = async (document: PrintableDocument, signal: AbortSignal | undefined): Promise<Uint8Array> => {
    try {
      if (signal?.aborted === true) throw new PrintFailure('cancelled');
      // A browser may die for reasons of its own; a second death is the document's.
      const printed = await attempt(document, signal).catch((error: unknown) => {
        if (error instanceof PrintFailure || error instanceof AcquisError) throw error;
        return attempt(document, signal);
      });
      return withMetadata(printed, document);
    } catch (error) {
      if (error instanceof AcquisError) throw error;
      const failure = error instanceof PrintFailure ? error : new PrintFailure('crash');
      const { reason, detail } = failure;
      throw new AcquisError('browser', 'browser-failed', { reason, detail }, { cause: error });
    }
  };

  return {
    open: () => {
      queue = queue.then(start).catch(() => undefined);
    },
    print: (document, signal) => {
      const printed = queue.then(() => print(document, signal));
      queue = printed.catch(() => undefined);
      return printed;
    },
    close: async () => {
      await queue;
      if (session) await end(session);
    },
  };
};
