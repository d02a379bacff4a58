export interface BrowserInstallation {
  /** Of the archive's server, without a slash at its end; without it, the one of Chrome for Testing. */
  readonly baseUrl?: string | undefined;
  /** Bytes received so far; `total` is undefined where the server does not say. */
  readonly onProgress: (received: number, total: number | undefined) => void;
}

export interface InstalledBrowser {
  readonly path: string;
  readonly version: string;
  /** False when it was there already: nothing was downloaded. */
  readonly isNew: boolean;
}

/** Puts a browser where exports look for one, whole or not at all. */
export type InstallBrowser = (asked: BrowserInstallation) => Promise<InstalledBrowser>;
