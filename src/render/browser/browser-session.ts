import type { PrintableDocument } from '../../app/ports/document-printer.ts';
import { findBrowser } from './find-browser.ts';
import { killGroup, launchBrowser } from './launch-browser.ts';
import { watchMemory } from './memory-watchdog.ts';
import { PrintFailure, type PrintReason } from './print-failure.ts';
import { printPage } from './print-page.ts';
import { sweepRunFolders } from './run-folder.ts';

export interface SessionOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly browserPath?: string | undefined;
  /** True only where the person typed `--no-sandbox`. */
  readonly noSandbox?: boolean | undefined;
  /** Milliseconds one document may take. */
  readonly timeLimit?: number | undefined;
  /** Bytes the browser may hold for one document. */
  readonly memoryLimit?: number | undefined;
}

/** What one more document beside the first may add: an ordinary one of 50 pages takes 60 to 120 MB. */
const MEMORY_BESIDE = 256 * 2 ** 20;

/** The browser ended with the document inside, by a fault that is another's, or may be its own (`suspect`). */
export class Interrupted extends Error {
  readonly suspect: boolean;

  constructor(reason: PrintReason, suspect: boolean) {
    super(reason);
    this.name = 'Interrupted';
    this.suspect = suspect;
  }
}

/** How a browser ended. */
interface Death {
  readonly reason: PrintReason;
  readonly detail?: string;
  /** The document to blame; undefined where it may be any of those inside. */
  readonly by?: PrintableDocument | undefined;
}

const outcomeFor = (document: PrintableDocument, { reason, detail, by }: Death): Error =>
  by === document ? new PrintFailure(reason, detail) : new Interrupted(reason, by === undefined);

/** One browser and the documents inside. */
export interface Session {
  /** Rejects with a `PrintFailure` of this document, with `Interrupted`, or with whatever its page died of. */
  print(document: PrintableDocument, signal: AbortSignal | undefined): Promise<Uint8Array>;
  end(): Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Starts a browser. Rejects as `findBrowser` and `launchBrowser` do. */
export const openSession = async (options: SessionOptions): Promise<Session> => {
  const { env, noSandbox = false, timeLimit = 60_000, memoryLimit = 1.5 * 2 ** 30 } = options;
  await sweepRunFolders();
  const launched = await launchBrowser({
    found: await findBrowser(options),
    env,
    noSandbox,
  });
  const { browser, pid } = launched;
  const inside = new Set<PrintableDocument>();
  const ending = new AbortController();
  let served = 0;

  const die = (death: Death): void => {
    if (ending.signal.aborted) return;
    // A page may be beyond reach of any message: only the end of its process is sure.
    killGroup(pid);
    ending.abort(death);
  };
  // Who holds too much is sure only where nobody else was ever inside.
  const stopWatching = watchMemory(
    pid,
    () => memoryLimit + Math.max(0, inside.size - 1) * MEMORY_BESIDE,
    () => die({ reason: 'memory', by: served === 1 ? [...inside][0] : undefined }),
  );
  browser.on('disconnected', () => die({ reason: 'crash' }));

  /** Each document has a process of its own, so who takes too long is to blame, unless the browser itself is held up. */
  const endLate = async (document: PrintableDocument): Promise<void> => {
    const answers = await Promise.race([browser.version().catch(() => ''), pause(1000)]);
    if (!inside.has(document)) return;
    const by = inside.size === 1 || answers !== undefined ? document : undefined;
    die({ reason: 'timeout', detail: `${timeLimit / 1000} s`, by });
  };

  const print = async (document: PrintableDocument, signal: AbortSignal | undefined): Promise<Uint8Array> => {
    inside.add(document);
    served += 1;
    const onAbort = (): void => die({ reason: 'cancelled', by: document });
    const timer = setTimeout(() => void endLate(document), timeLimit);
    let onEnd: (() => void) | undefined;
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      // Either may have come while the browser started.
      if (signal?.aborted === true) onAbort();
      ending.signal.throwIfAborted();
      const ended = new Promise<never>((_, reject) => {
        onEnd = () => reject(ending.signal.reason as Error);
        ending.signal.addEventListener('abort', onEnd);
      });
      return await Promise.race([printPage(browser, document), ended]);
    } catch (error) {
      // Pages of a browser that was killed fail in their own words: why it was killed says more.
      if (!ending.signal.aborted) throw error;
      throw outcomeFor(document, ending.signal.reason as Death);
    } finally {
      clearTimeout(timer);
      if (onEnd) ending.signal.removeEventListener('abort', onEnd);
      signal?.removeEventListener('abort', onAbort);
      inside.delete(document);
    }
  };

  const end = async (): Promise<void> => {
    stopWatching();
    // Nothing of it is kept: a browser that is asked to leave takes a fifth of a second to tidy up.
    killGroup(pid);
    await launched.gone;
    launched.destroy();
  };

  return { print, end };
};
