import { rmSync } from 'node:fs';
import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Browser, computeExecutablePath, detectBrowserPlatform } from '@puppeteer/browsers';
import { PUPPETEER_REVISIONS } from 'puppeteer-core/internal/revisions.js';
import { AcquisError } from '../../app/errors.ts';
import type { BrowserInstallation, InstalledBrowser } from '../../app/ports/browser-installer.ts';
import { browserCaches, surroundings } from './browser-path.ts';
import { onProcessEnd } from './cleanup.ts';
import { downloadBrowser } from './download-browser.ts';
import { unpackZip } from './unpack-zip.ts';

/** The headless shell: all that printing needs, a third smaller than Chrome. */
const PRODUCT = Browser.CHROMEHEADLESSSHELL;
/** The build that the installed puppeteer-core was made for. */
const BUILD = PUPPETEER_REVISIONS['chrome-headless-shell'];
/** Longest silence of a server, in milliseconds. */
const SILENCE = 30_000;
const DRAFT = '.acquis-';
const ONE_DAY = 86_400_000;

const isLaunchable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** What a kill left behind, once it is old enough to be nobody's. */
const sweepDrafts = async (cache: string): Promise<void> => {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(DRAFT)) continue;
    const found = await stat(join(cache, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ONE_DAY)
      await rm(join(cache, name), { recursive: true, force: true });
  }
};

const DISK = /\b(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO|EMFILE|EFBIG)\b/u;

/** What went wrong, by the system's code, or from the words of a library that gives nothing else. */
const failureOf = (
  error: unknown,
  step: 'browser-download' | 'browser-archive',
  { source, folder }: { readonly source: string; readonly folder: string },
): AcquisError => {
  const text = `${(error as NodeJS.ErrnoException).code ?? ''} ${String(error)}`;
  const onDisk = DISK.exec(text)?.[1];
  if (onDisk !== undefined)
    return new AcquisError('io', 'cannot-write', { file: folder, reason: onDisk }, { cause: error });
  const reason = /server returned code (\d+)/u.exec(text)?.[1] ?? /\b(E[A-Z_]{4,})\b/u.exec(text)?.[1] ?? '';
  return new AcquisError('browser', step, { source, reason }, { cause: error });
};

/** A private folder beside those where browsers are looked for. */
const makeDraft = async (cache: string): Promise<string> => {
  try {
    await mkdir(cache, { recursive: true, mode: 0o755 });
    await sweepDrafts(cache);
    return await mkdtemp(join(cache, DRAFT));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new AcquisError('io', 'cannot-write', { file: cache, reason }, { cause: error });
  }
};

/**
 * Downloads and unpacks beside the place where browsers are looked for, then renames: an interrupted or broken download
 * is never found there. Rejects with `browser-download`, `browser-archive`, `browser-platform` or `cannot-write`.
 */
export const installBrowser = async (
  env: NodeJS.ProcessEnv,
  { baseUrl, onProgress }: BrowserInstallation,
  silence = SILENCE,
): Promise<InstalledBrowser> => {
  const platform = detectBrowserPlatform();
  // For other processors of Linux there is no build, and the library would fetch one that cannot run.
  if (platform === undefined || (process.platform === 'linux' && process.arch !== 'x64'))
    throw new AcquisError('browser', 'browser-platform', {
      platform: `${process.platform} ${process.arch}`,
    });
  const [cache] = browserCaches(surroundings(env));
  const path = computeExecutablePath({ browser: PRODUCT, buildId: BUILD, platform, cacheDir: cache });
  const installed = { path, version: `${PRODUCT} ${BUILD}` };
  if (await isLaunchable(path)) return { ...installed, isNew: false };
  // As root the browser runs as somebody else, who has to reach it also under a strict umask.
  const umask = process.umask(0o022);
  const draft = await makeDraft(cache);
  const forget = onProcessEnd(() => rmSync(draft, { recursive: true, force: true }));
  let step: 'browser-download' | 'browser-archive' = 'browser-download';
  try {
    const archive = await downloadBrowser({ buildId: BUILD, folder: draft, baseUrl, silence, onProgress });
    step = 'browser-archive';
    const unpacked = join(draft, 'unpacked');
    await unpackZip(archive, unpacked);
    if (!(await isLaunchable(join(unpacked, relative(folderOf(path), path))))) throw new Error('no program');
    await chmod(unpacked, 0o755);
    await putInPlace(unpacked, path);
    return { ...installed, isNew: true };
  } catch (error) {
    throw failureOf(error, step, { source: baseUrl ?? '', folder: cache });
  } finally {
    process.umask(umask);
    await rm(draft, { recursive: true, force: true });
    forget();
  }
};

/** `CACHE/chrome-headless-shell/linux-148.0.7778.97`, of the program two levels below. */
const folderOf = (path: string): string => dirname(dirname(path));

/** Two at once: the second finds the first's. What stands there without a program is the rest of something broken. */
const putInPlace = async (unpacked: string, path: string): Promise<void> => {
  const final = folderOf(path);
  await mkdir(dirname(final), { recursive: true, mode: 0o755 });
  try {
    await rename(unpacked, final);
  } catch {
    if (await isLaunchable(path)) return;
    await rm(final, { recursive: true, force: true });
    await rename(unpacked, final);
  }
};
