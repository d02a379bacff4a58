import { createReadStream, createWriteStream, type Stats } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Headers } from 'tar-fs';
import { AcquisError } from '../../app/errors.ts';
import { homeFolder, packageFile } from '../../assets.ts';

/** The one version whose recipe was measured on a bare Debian; package.json pins the same. */
const VERSION = '147.0.0';

export interface CarriedBrowser {
  readonly path: string;
  /** For `LD_LIBRARY_PATH` of the browser alone: a bare system lacks NSS, NSPR and expat. */
  readonly libraries: string;
  /** Without any font file on the system Chromium prints blank pages and reports nothing. */
  readonly fonts: string;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Where unpacked things live. As root under /var/cache: the unprivileged user of the browser cannot enter /root. */
export const cacheFolder = (env: NodeJS.ProcessEnv): string => {
  if (isRoot()) return '/var/cache/acquis';
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'acquis');
  const home = homeFolder(env);
  if (home === undefined) throw new AcquisError('io', 'no-home');
  return join(home, '.cache', 'acquis');
};

/** A browser is a program we run: only its user or the administrator may have put it there or be able to change it. */
const refuseIfForeign = (path: string, found: Stats): void => {
  const trusted = found.uid === process.getuid?.() || found.uid === 0;
  const foreign = !trusted || (found.mode & 0o022) !== 0 || found.isSymbolicLink();
  if (foreign) throw new AcquisError('browser', 'unsafe-cache', { folder: path });
};

const EXTRACTION = {
  // As root the archive's owner numbers would be kept: they mean another person here.
  map: (header: Headers): Headers => ({ ...header, uid: 0, gid: 0 }),
  dmode: 0o755,
  fmode: 0o755,
  // Also under a strict umask: the browser runs as another user when acquis runs as root.
  umask: 0o022,
  ignore: (_: string, header?: Headers): boolean => header?.type !== 'file' && header?.type !== 'directory',
};

const unpackArchive = async (archive: string, target: string): Promise<void> => {
  const source = createReadStream(archive, { highWaterMark: 1 << 22 });
  const inflate = createBrotliDecompress({ chunkSize: 1 << 21 });
  if (archive.endsWith('.tar.br')) {
    // Needed once in the life of a version: not loaded where the browser is only looked for.
    const { extract } = await import('tar-fs');
    await pipeline(source, inflate, extract(target, EXTRACTION));
  } else {
    await pipeline(source, inflate, createWriteStream(join(target, 'chromium')));
    await chmod(join(target, 'chromium'), 0o755);
  }
};

/** Fills a new folder beside the final one, then renames it: two processes at once, or a kill, leave no half browser. */
const unpackAll = async (archives: string, folder: string): Promise<void> => {
  const draft = await mkdtemp(`${folder}.`);
  try {
    const names = (await readdir(archives)).filter((name) => name.endsWith('.br'));
    for (const name of names) await unpackArchive(join(archives, name), draft);
    await chmod(draft, 0o755);
    await rename(draft, folder).catch(async (error: unknown) => {
      if ((await lstat(folder).catch(() => undefined)) === undefined) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

const carriedFrom = (folder: string): CarriedBrowser => ({
  path: join(folder, 'chromium'),
  libraries: join(folder, 'lib'),
  fonts: join(folder, 'fonts'),
});

/**
 * The Chromium inside `@sparticuz/chromium` (Linux x64), unpacked once into a versioned folder of the cache; undefined
 * where npm did not install that package. The package's own unpacking is not used: it runs whatever lies in the shared
 * temporary folder.
 */
export const carriedBrowser = async (
  env: NodeJS.ProcessEnv,
  cache = cacheFolder(env),
): Promise<CarriedBrowser | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = packageFile('@sparticuz/chromium');
  if (entry === undefined) return undefined;
  const archives = join(dirname(entry), '..', '..', 'bin');
  const folder = join(cache, `chromium-${VERSION}`);
  try {
    if ((await mkdir(cache, { recursive: true, mode: 0o755 })) !== undefined) await chmod(cache, 0o755);
    refuseIfForeign(cache, await lstat(cache));
    const binary = await stat(join(folder, 'chromium')).catch(() => undefined);
    if (binary === undefined) await unpackAll(archives, folder);
    refuseIfForeign(folder, await lstat(folder));
    refuseIfForeign(folder, await lstat(join(folder, 'chromium')));
  } catch (error) {
    if (error instanceof AcquisError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new AcquisError('io', 'cannot-write', { file: folder, reason }, { cause: error });
  }
  return carriedFrom(folder);
};
