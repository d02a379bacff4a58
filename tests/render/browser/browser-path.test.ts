import { describe, expect, it } from 'vitest';
import {
  installedBrowsers,
  namedBrowser,
  type Surroundings,
} from '../../../src/render/browser/browser-path.ts';

const machine = (
  platform: NodeJS.Platform,
  files: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Surroundings => ({
  platform,
  env,
  home: '/home/ada',
  isRoot: false,
  exists: (path) => files.includes(path),
  list: (folder) => [
    ...new Set(
      files
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
    ),
  ],
});

describe('namedBrowser', () => {
  it('prefers the flag, then acquis’s own variable, then puppeteer’s, then the common one', () => {
    const env = { CHROME_PATH: '/c', PUPPETEER_EXECUTABLE_PATH: '/p', ACQUIS_BROWSER: '/a' };
    expect(namedBrowser('/f', env)).toMatchObject({ origin: 'flag', path: '/f' });
    expect(namedBrowser(undefined, env)).toMatchObject({ path: '/a', name: 'ACQUIS_BROWSER' });
    expect(namedBrowser(undefined, { ...env, ACQUIS_BROWSER: '' })).toMatchObject({ path: '/p' });
    expect(namedBrowser(undefined, { CHROME_PATH: '/c' })).toMatchObject({ path: '/c' });
    expect(namedBrowser(undefined, {})).toBeUndefined();
  });
});

describe('installedBrowsers', () => {
  it('finds Chrome before Chromium in the PATH, and puppeteer’s newest after both', () => {
    const cache = '/home/ada/.cache/puppeteer/chrome';
    const files = [
      '/opt/bin/chromium',
      '/usr/bin/google-chrome',
      `${cache}/linux-99.0.1/chrome-linux64/chrome`,
      `${cache}/linux-131.0.6778.85/chrome-linux64/chrome`,
    ];
    expect(installedBrowsers(machine('linux', files, { PATH: '/opt/bin:relative:/usr/bin' }))).toEqual([
      { origin: 'installed', path: '/usr/bin/google-chrome' },
      { origin: 'installed', path: '/opt/bin/chromium' },
      { origin: 'puppeteer-cache', path: `${cache}/linux-131.0.6778.85/chrome-linux64/chrome` },
      { origin: 'puppeteer-cache', path: `${cache}/linux-99.0.1/chrome-linux64/chrome` },
    ]);
  });

  it('finds Edge on Windows and a Chrome of one’s own on macOS', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = machine('win32', [edge], { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' });
    expect(installedBrowsers(windows).map(({ path }) => path)).toEqual([edge]);
    const chrome = '/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(installedBrowsers(machine('darwin', [chrome])).map(({ path }) => path)).toEqual([chrome]);
  });

  it('finds nothing where there is nothing', () => {
    expect(installedBrowsers(machine('linux', [], { PATH: '/usr/bin' }))).toEqual([]);
  });
});
