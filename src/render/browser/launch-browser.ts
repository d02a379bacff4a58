import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type * as Puppeteer from 'puppeteer-core';
import { AcquisError } from '../../app/errors.ts';
import { standardFlags } from './browser-flags.ts';
import { onProcessEnd } from './cleanup.ts';
import { spareFonts, type FoundBrowser } from './find-browser.ts';
import { PrintFailure } from './print-failure.ts';
import { createRunFolder, type BrowserUser } from './run-folder.ts';

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

/**
 * What a browser prepares for a person at its window: the page behind its address bar (400 modules of script, 0.7 s of
 * processor time in Chromium 156), and a process kept ready for the next page; the window itself has a flag of its own.
 */
const FOR_A_PERSON = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
];

export interface LaunchedBrowser {
  readonly browser: Puppeteer.Browser;
  /** The process group's leader: killing the group leaves nothing behind. */
  readonly pid: number;
  /** Resolves once its main process has ended. */
  readonly gone: Promise<void>;
  /** Ends the whole process group, removes the folder; synchronous, so that a signal handler can do it. */
  destroy(): void;
}

export interface LaunchOptions {
  readonly found: FoundBrowser;
  readonly env: NodeJS.ProcessEnv;
  /** True only where the person typed `--no-sandbox`. */
  readonly noSandbox: boolean;
}

/** For fontconfig: the system's fonts, then ours. */
export const fontConfiguration = (fonts: string, cache: string): string =>
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
    TMPDIR: join(folder, 't'),
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

/**
 * The start of the command line. As root it becomes « nobody » for good, then the browser: its sandbox needs a plain
 * user. For everybody it asks the kernel to end the browser when acquis itself is killed: the closed pipe alone took
 * more than ten seconds in the middle of a long print.
 */
const startAs = (user: BrowserUser | undefined, program: string): { command: string; prefix: string[] } => {
  const setpriv = SETPRIV_PATHS.find((path) => existsSync(path));
  if (setpriv === undefined && user) throw new AcquisError('browser', 'no-setpriv');
  if (setpriv === undefined) return { command: program, prefix: [] };
  const drop = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--no-new-privs'] : [];
  return { command: setpriv, prefix: [...drop, '--pdeathsig=KILL', '--', program] };
};

/** Chromium's helpers share its process group; on Windows there is none, and they follow their parent. */
export const killGroup = (leader: number): void => {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // Already gone.
  }
};

interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';

/**
 * Over a pipe all one sees of a browser that refused to start is « Target closed »; started once more without the pipe,
 * it says why on its error stream.
 */
const launchFailure = (line: CommandLine, cause: unknown): AcquisError => {
  const { stderr } = spawnSync(line.command, [...line.args, '--dump-dom'], {
    env: line.env,
    encoding: 'utf8',
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  const library = /loading shared libraries: ([^:\s]+)/u.exec(stderr)?.[1];
  if (library !== undefined) return new AcquisError('browser', 'missing-library', { library }, { cause });
  const refused = /no usable sandbox|without --no-sandbox|sandbox.*failed|setuid sandbox/iu.test(stderr);
  return refused
    ? new AcquisError('browser', 'no-sandbox', {}, { cause })
    : new AcquisError('browser', 'browser-failed', { reason: 'launch', detail: lastLine(stderr) }, { cause });
};

/** In a process group of its own, spoken to over its fourth and fifth stream. */
const start = (line: CommandLine): ChildProcess => {
  const child = spawn(line.command, [...line.args, '--remote-debugging-pipe'], {
    env: line.env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  // What ends the pipe ends the connection, which says so.
  for (const pipe of child.stdio) pipe?.on('error', () => undefined);
  return child;
};

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });

/** The part of puppeteer that talks to a browser: loaded while the browser comes up, in a third of the whole one's time. */
const loadPuppeteer = async () => {
  const [{ connect }, { PipeTransport }] = await Promise.all([
    import('puppeteer-core/internal/puppeteer-core-browser.js'),
    import('puppeteer-core/internal/node/PipeTransport.js'),
  ]);
  // The same classes are declared a second time there.
  return { connect: connect as unknown as typeof Puppeteer.connect, PipeTransport };
};

const connectTo = async (child: ChildProcess, gone: Promise<void>): Promise<Puppeteer.Browser> => {
  const { connect, PipeTransport } = await loadPuppeteer();
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const transport = new PipeTransport(toBrowser as Writable, fromBrowser as Readable);
  // A pipe that closed before somebody listened closes no connection, and puppeteer waits without end for a page that a
  // browser told of before it died: this process would wait with it, or end in the middle with nothing left to do.
  void gone.then(() => setImmediate(() => transport.onclose?.()));
  const died = gone.then((): never => {
    throw new Error('the browser ended');
  });
  return Promise.race([
    connect({ transport, networkEnabled: false, defaultViewport: { width: 794, height: 1123 } }),
    died,
  ]);
};

const launchOnce = async (options: LaunchOptions): Promise<LaunchedBrowser> => {
  const { found, noSandbox } = options;
  const user = process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
  const { command, prefix } = startAs(user, found.path);
  const folder = createRunFolder(user);
  const isShell = found.origin === 'carried' || /headless[-_]shell/u.test(found.path);
  const args = [
    ...prefix,
    ...standardFlags({ isShell, disabled: FOR_A_PERSON }),
    `--user-data-dir=${join(folder.path, 'profile')}`,
    ...ISOLATION,
    '--no-startup-window',
    ...(noSandbox ? ['--no-sandbox'] : []),
    'about:blank',
  ];
  let leader: number | undefined;
  let isDestroyed = false;
  const destroy = (): void => {
    isDestroyed = true;
    forget();
    if (leader !== undefined) killGroup(leader);
    folder.remove();
  };
  const forget = onProcessEnd(destroy);
  try {
    const line = { command, args, env: await browserEnvironment(options, folder.path) };
    const child = start(line);
    leader = child.pid;
    const gone = endOf(child);
    const browser = await connectTo(child, gone).catch((error: unknown) => {
      // A signal came: to start it again, or to ask it why it did not start, would keep the run from ending.
      throw isDestroyed ? new PrintFailure('cancelled') : launchFailure(line, error);
    });
    if (child.pid === undefined) throw new Error('no process');
    return { browser, pid: child.pid, gone, destroy };
  } catch (error) {
    destroy();
    throw error;
  }
};

/**
 * Starts one browser in a folder of its own; once more where it ended for no reason that it gives, as one does that is
 * killed while it starts. Rejects with `no-sandbox`, `no-setpriv`, `missing-library` or `browser-failed`.
 */
export const launchBrowser = (options: LaunchOptions): Promise<LaunchedBrowser> =>
  launchOnce(options).catch((error: unknown) => {
    if (error instanceof AcquisError && error.code === 'browser-failed') return launchOnce(options);
    throw error;
  });
