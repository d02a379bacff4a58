import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { Browser, install } from '@puppeteer/browsers';

const CHANNEL = 'http.client.request.start';

/**
 * Lets `work` fail where its connection stops: the library gives no hold on its request and would wait for ever for
 * the rest of an answer that broke off or fell silent (milliseconds).
 */
const withWatchedRequests = async <Result>(silence: number, work: () => Promise<Result>): Promise<Result> => {
  let fail: (error: Error) => void;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const watch = (message: unknown): void => {
    const { request } = message as { readonly request: ClientRequest };
    request.setTimeout(silence, () => {
      fail(Object.assign(new Error('silence'), { code: 'ETIMEDOUT' }));
      request.destroy();
    });
    request.on('error', fail).on('response', (response) => response.on('error', fail));
  };
  subscribe(CHANNEL, watch);
  try {
    return await Promise.race([work(), broken]);
  } finally {
    unsubscribe(CHANNEL, watch);
  }
};

export interface Download {
  readonly buildId: string;
  readonly folder: string;
  readonly baseUrl: string | undefined;
  readonly silence: number;
  readonly onProgress: (received: number, total: number | undefined) => void;
}

/** The archive's path inside `folder`, whole as far as its server said; unpacking proves the rest. */
export const downloadBrowser = ({
  buildId,
  folder,
  baseUrl,
  silence,
  onProgress,
}: Download): Promise<string> =>
  withWatchedRequests(silence, () =>
    install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId,
      cacheDir: folder,
      unpack: false,
      ...(baseUrl !== undefined && { baseUrl }),
      downloadProgressCallback: (received, total) =>
        onProgress(received, Number.isNaN(total) ? undefined : total),
    }),
  );
