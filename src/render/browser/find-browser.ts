import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import { installedBrowsers, namedBrowser, surroundings, type BrowserOrigin } from './browser-path.ts';
import { carriedBrowser, type CarriedBrowser } from './carried-browser.ts';
import { isReachableByAll } from './run-folder.ts';

export interface FoundBrowser {
  readonly origin: BrowserOrigin;
  readonly path: string;
  /** Present when the browser is the carried one, which brings its own libraries and fonts. */
  readonly carried?: CarriedBrowser;
}

export interface BrowserOptions {
  readonly env: NodeJS.ProcessEnv;
  /** From `--browser-path`; the word `carried` forces the browser inside the npm package. */
  readonly browserPath?: string | undefined;
}

/** As root the browser runs as somebody else, who must be able to reach its file. */
const isUsable = (path: string): boolean =>
  process.getuid?.() !== 0 || isReachableByAll(dirname(realpathSync(path)));

const foundCarried = async (env: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> => {
  const carried = await carriedBrowser(env);
  return carried && { origin: 'carried', path: carried.path, carried };
};

/** First found wins: named by flag or environment, installed, puppeteer's cache, carried. Rejects with `no-browser`. */
export const findBrowser = async ({ env, browserPath }: BrowserOptions): Promise<FoundBrowser> => {
  const named = namedBrowser(browserPath, env);
  if (named && named.path !== 'carried') {
    try {
      accessSync(named.path, constants.X_OK);
    } catch {
      throw new AcquisError('browser', 'browser-not-there', { source: named.name, path: named.path });
    }
    if (!isUsable(named.path)) throw new AcquisError('browser', 'browser-unreachable', { path: named.path });
    return { origin: named.origin, path: named.path };
  }
  const installed = named
    ? undefined
    : installedBrowsers(surroundings(env)).find(({ path }) => isUsable(path));
  const found = installed ?? (await foundCarried(env));
  if (found === undefined) throw new AcquisError('browser', 'no-browser');
  return found;
};

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/** A folder with at least one font for a Linux that has none: there, any Chromium prints blank pages without an error. */
export const spareFonts = async (
  browser: FoundBrowser,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> => {
  if (process.platform !== 'linux') return undefined;
  if (browser.carried) return browser.carried.fonts;
  if (FONT_FOLDERS.some((folder) => existsSync(folder))) return undefined;
  return (await carriedBrowser(env).catch(() => undefined))?.fonts;
};
