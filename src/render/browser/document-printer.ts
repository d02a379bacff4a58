import type { DocumentPrinter, PrintableDocument } from '../../app/ports/document-printer.ts';
import { AcquisError } from '../../app/errors.ts';
import { Interrupted, openSession, type Session, type SessionOptions } from './browser-session.ts';
import { withMetadata } from '../pdf/metadata.ts';
import { PrintFailure } from './print-failure.ts';

export interface PrinterOptions extends SessionOptions {
  /** Documents printed at a time; 1 when not given. */
  readonly jobs?: number | undefined;
  /** Documents one browser prints before the next takes its place, since what it keeps of each adds up. */
  readonly recycleAfter?: number | undefined;
}

interface Job {
  readonly document: PrintableDocument;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: AcquisError) => void;
  /** A browser or a page died with it inside and nobody knows why: printed again alone, a second death is its own. */
  suspect: boolean;
}

const asRefusal = (error: unknown): AcquisError => {
  if (error instanceof AcquisError) return error;
  const { reason, detail } = error instanceof PrintFailure ? error : new PrintFailure('crash');
  return new AcquisError('browser', 'browser-failed', { reason, detail }, { cause: error });
};

const endSession = async (ended: Promise<Session> | undefined): Promise<void> => {
  await ended?.then((session) => session.end()).catch(() => undefined);
};

/**
 * A printer around one browser, started at the first document and used again for the next, `jobs` of them at a time.
 * Whatever fails, a new browser takes over once the documents inside are done; where one had to be killed, those that
 * were inside without fault are printed again: what becomes of a document never depends on its neighbours.
 */
export const createDocumentPrinter = ({
  jobs = 1,
  recycleAfter = 100,
  ...options
}: PrinterOptions): DocumentPrinter => {
  const waiting: Job[] = [];
  const running = new Set<Job>();
  const pending = new Set<Promise<unknown>>();
  let session: Promise<Session> | undefined;
  /** Documents the present browser was given. */
  let given = 0;
  /** Takes no further document: full, or doubted. */
  let isRetired = false;

  const currentSession = (): Promise<Session> => {
    if (session === undefined || isRetired) {
      session = endSession(session).then(() => openSession(options));
      // What goes wrong is told to each document that asks for it.
      session.catch(() => undefined);
      given = 0;
      isRetired = false;
    }
    return session;
  };

  const attempt = async (job: Job): Promise<void> => {
    try {
      if (job.signal?.aborted === true) throw new PrintFailure('cancelled');
      if (job.suspect) isRetired = true;
      const current = currentSession();
      given += 1;
      if (given >= recycleAfter) isRetired = true;
      const printed = await (await current).print(job.document, job.signal);
      job.resolve(withMetadata(printed, job.document));
    } catch (error) {
      isRetired = true;
      if (error instanceof AcquisError || error instanceof PrintFailure) return job.reject(asRefusal(error));
      const isInnocent = error instanceof Interrupted && !error.suspect;
      if (job.suspect && !isInnocent) return job.reject(asRefusal(error));
      job.suspect ||= !isInnocent;
      waiting.unshift(job);
    }
  };

  /** A doubted document, and a browser that takes no more, want everybody else out first. */
  const mayBegin = (job: Job): boolean =>
    running.size === 0 ||
    (running.size < jobs && !isRetired && !job.suspect && ![...running].some(({ suspect }) => suspect));

  const beginWaiting = (): void => {
    for (let job = waiting[0]; job !== undefined && mayBegin(job); job = waiting[0]) {
      const begun = job;
      waiting.shift();
      running.add(begun);
      void attempt(begun).finally(() => {
        running.delete(begun);
        beginWaiting();
      });
    }
  };

  return {
    open: () => {
      void currentSession();
    },
    print: (document, signal) => {
      const printed = new Promise<Uint8Array>((resolve, reject) => {
        waiting.push({ document, signal, resolve, reject, suspect: false });
      });
      pending.add(printed);
      printed.finally(() => pending.delete(printed)).catch(() => undefined);
      beginWaiting();
      return printed;
    },
    close: async () => {
      await Promise.allSettled(pending);
      await endSession(session);
      session = undefined;
    },
  };
};
