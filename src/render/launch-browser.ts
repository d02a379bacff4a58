import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, defaultArgs, type Browser } from 'puppeteer-core';
import { AcquisError } from '../app/errors.ts';
import { spareFonts, type FoundBrowser } from './find-browser.ts';
import { createRunFolder, type BrowserUser, type RunFolder } from './run-folder.ts';

/** « nobody »: on every Linux, owns no file. */
const UNPRIVILEGED: BrowserUser = { uid: 65_534, gid: 65_534 };
const SETPRIV_PATHS = ['/usr/bin/setpriv', '/bin/setpriv', '/usr/local/bin/setpriv'];

/**
 * Every way out of the machine closed at once, because each one alone leaks (measured on 49 hostile documents): a proxy
 * nobody answers on, loopback included; no name resolves; no script runs in any frame; WebRTC may not bypass the proxy.
 */
const ISOLATION = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--blink-settings=scriptEnabled=false',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-webgl',
  '--disable-3d-apis',
  '--font-render-hinting=none',
];

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** The process group's leader: killing the group leaves nothing behind. */
  readonly pid: number;
  readonly folder: RunFolder;
}

export interface LaunchOptions {
  readonly found: FoundBrowser;
  readonly env: NodeJS.ProcessEnv;
  /** True only where the person typed `--no-sandbox`. */
  readonly noSandbox: boolean;
}

const fontConfiguration = (fonts: string, cache: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${fonts}</dir>
<cachedir>${cache}</cachedir>
</fontconfig>
`;

/** The browser gets what it needs and none of the secrets an environment may hold. */
const browserEnvironment = async (
  { found, env }: LaunchOptions,
  folder: string,
): Promise<Record<string, string>> => {
  const kept = ['PATH', 'LANG', 'LC_ALL', 'SYSTEMROOT', 'WINDIR', 'PROGRAMFILES', 'LOCALAPPDATA'];
  const result: Record<string, string> = {
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    XDG_CONFIG_HOME: join(folder, 'home'),
    XDG_CACHE_HOME: join(folder, 'home'),
    TZ: 'UTC',
  };
  for (const name of kept) if (env[name] !== undefined) result[name] = env[name];
  if (found.carried) result['LD_LIBRARY_PATH'] = found.carried.libraries;
  const fonts = await spareFonts(found, env);
  if (fonts !== undefined) {
    const file = join(folder, 'fonts.conf');
    writeFileSync(file, fontConfiguration(fonts, join(folder, 'home', 'fontconfig')), { mode: 0o644 });
    result['FONTCONFIG_FILE'] = file;
  }
  return result;
};

/** As root, a command line that becomes « nobody » for good and then the browser: its sandbox needs a plain user. */
const asUser = (user: BrowserUser | undefined, program: string): { command: string; prefix: string[] } => {
  if (!user) return { command: program, prefix: [] };
  const setpriv = SETPRIV_PATHS.find((path) => existsSync(path));
  if (setpriv === undefined) throw new AcquisError('browser', 'no-setpriv');
  const { uid, gid } = user;
  const drop = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs', '--'];
  return { command: setpriv, prefix: [...drop, program] };
};

const launchFailure = (error: unknown): AcquisError => {
  const text = error instanceof Error ? error.message : String(error);
  if (/sandbox|setuid|namespace/iu.test(text) && !/shared librar/iu.test(text)) {
    return new AcquisError('browser', 'no-sandbox', {}, { cause: error });
  }
  const library = /loading shared libraries: ([^:\s]+)/u.exec(text)?.[1];
  if (library !== undefined)
    return new AcquisError('browser', 'missing-library', { library }, { cause: error });
  return new AcquisError('browser', 'browser-failed', { reason: 'launch' }, { cause: error });
};

/** Starts one browser in a folder of its own. Rejects with `no-sandbox`, `no-setpriv`, `missing-library` or `browser-failed`. */
export const launchBrowser = async (options: LaunchOptions): Promise<LaunchedBrowser> => {
  const { found, noSandbox } = options;
  const user = process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
  const { command, prefix } = asUser(user, found.path);
  const folder = createRunFolder(user);
  try {
    const isShell = found.origin === 'carried' || /headless[-_]shell/u.test(found.path);
    const standard = defaultArgs({
      headless: isShell ? 'shell' : true,
      userDataDir: join(folder.path, 'profile'),
      args: ISOLATION,
    });
    const flags = [
      // A variable of puppeteer may slip this flag in; only the person may.
      ...standard.filter((flag) => flag !== '--no-sandbox'),
      ...(noSandbox ? ['--no-sandbox'] : []),
    ];
    const browser = await launch({
      executablePath: command,
      ignoreDefaultArgs: true,
      args: [...prefix, ...flags],
      env: await browserEnvironment(options, folder.path),
      pipe: true,
      // Puppeteer would leave the process or our files behind: `signals.ts` does this instead.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      defaultViewport: { width: 794, height: 1123 },
      timeout: 30_000,
    });
    const pid = browser.process()?.pid;
    if (pid === undefined) throw new Error('no process');
    return { browser, pid, folder };
  } catch (error) {
    folder.remove();
    throw error instanceof AcquisError ? error : launchFailure(error);
  }
};

/** Ends the whole process group at once. */
export const killBrowser = ({ pid, browser }: LaunchedBrowser): void => {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    browser.process()?.kill('SIGKILL');
  }
};
