import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { homeFolder } from '../../assets.ts';

/** How a browser was found, for `doctor`. */
export type BrowserOrigin = 'flag' | 'environment' | 'installed' | 'puppeteer-cache' | 'carried';

export interface BrowserChoice {
  readonly origin: Exclude<BrowserOrigin, 'carried'>;
  readonly path: string;
}

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
  readonly list: (folder: string) => readonly string[];
}

export const surroundings = (env: NodeJS.ProcessEnv): Surroundings => ({
  env,
  platform: process.platform,
  // Without a home nothing is looked for in one; a folder that only the administrator fills stands in.
  home: homeFolder(env) ?? '/',
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
});

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome-headless-shell',
  'headless_shell',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const installedPaths = ({ env, platform, home }: Surroundings): string[] => {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name]);
    return WINDOWS_PATHS.flatMap((path) =>
      roots.filter((root) => root !== undefined).map((root) => `${root}\\${path}`),
    );
  }
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((app) => [join('/Applications', app), join(home, 'Applications', app)]);
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return LINUX_NAMES.flatMap((name) =>
    folders.filter((folder) => folder.startsWith('/')).map((folder) => join(folder, name)),
  ).concat('/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge');
};

const newestFirst = (names: readonly string[]): string[] =>
  names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));

/**
 * Where browsers are downloaded to, the one we use first. An administrator's own home is closed to the unprivileged
 * user their browser runs as.
 */
export const browserCaches = ({ env, home, isRoot }: Surroundings): readonly [string, ...string[]] => {
  const named = env['PUPPETEER_CACHE_DIR'];
  if (named) return [named];
  const own = join(home, '.cache', 'puppeteer');
  return isRoot ? ['/var/cache/acquis/puppeteer', own] : [own];
};

/** Puppeteer keeps `CACHE/chrome/linux-131.0.6778.85/chrome-linux64/chrome`, by version. */
const cachedPaths = (around: Surroundings): string[] => {
  const { platform, list } = around;
  const binaries: Record<string, string> =
    platform === 'win32'
      ? { chrome: 'chrome.exe', 'chrome-headless-shell': 'chrome-headless-shell.exe' }
      : platform === 'darwin'
        ? {
            chrome: 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
            'chrome-headless-shell': 'chrome-headless-shell',
          }
        : { chrome: 'chrome', 'chrome-headless-shell': 'chrome-headless-shell' };
  return browserCaches(around).flatMap((cache) =>
    Object.entries(binaries).flatMap(([product, binary]) =>
      newestFirst(list(join(cache, product))).flatMap((version) =>
        list(join(cache, product, version)).map((folder) => join(cache, product, version, folder, binary)),
      ),
    ),
  );
};

/** What the person named, by flag or environment; `carried` is the word for the one inside the npm package. */
export const namedBrowser = (
  flag: string | undefined,
  env: NodeJS.ProcessEnv,
): { readonly origin: 'flag' | 'environment'; readonly path: string; readonly name: string } | undefined => {
  if (flag) return { origin: 'flag', path: flag, name: '--browser-path' };
  for (const name of ['ACQUIS_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH']) {
    const path = env[name];
    if (path) return { origin: 'environment', path, name };
  }
  return undefined;
};

/** The browsers found on this machine, in the order they are preferred. */
export const installedBrowsers = (around: Surroundings): BrowserChoice[] => [
  ...[...new Set(installedPaths(around))]
    .filter((path) => around.exists(path))
    .map((path) => ({ origin: 'installed' as const, path })),
  ...cachedPaths(around)
    .filter((path) => around.exists(path))
    .map((path) => ({ origin: 'puppeteer-cache' as const, path })),
];
