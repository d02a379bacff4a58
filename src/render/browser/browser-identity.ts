import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BrowserOptions, findBrowser } from './find-browser.ts';

/** A script that no face of ours draws is drawn by the system's: its folders change when one is added or taken away. */
const SYSTEM_FONTS = ['/usr/share/fonts', '/usr/local/share/fonts'];

const datesIn = (folder: string): number[] => {
  try {
    const below = readdirSync(folder).map((name) => join(folder, name));
    return [folder, ...below].map((path) => statSync(path).mtimeMs);
  } catch {
    return [];
  }
};

const beginningOf = (path: string): string => {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 16);
    return buffer.toString('latin1', 0, readSync(descriptor, buffer));
  } finally {
    closeSync(descriptor);
  }
};

/** A launcher that stays as it is while the browser behind it is replaced. */
const hidesItsBrowser = (real: string): boolean => {
  if (basename(real) === 'snap') return true;
  const beginning = beginningOf(real);
  return beginning.startsWith('#!') && /\/snap\/|flatpak/.test(beginning);
};

/**
 * Which browser would print, told without starting it (its `--version` takes as long as a document, and opens a window on
 * Windows): the version of the carried one; of any other the file, its size and its dates, which every upgrade by a
 * package or an installer changes. Undefined where that would not be seen. Rejects as `findBrowser` does.
 */
export const browserIdentity = async (options: BrowserOptions): Promise<string | undefined> => {
  const found = await findBrowser(options);
  if (found.carried) return `carried ${basename(dirname(found.path))}`;
  const real = realpathSync(found.path);
  if (hidesItsBrowser(real)) return undefined;
  const { size, mtimeMs, ctimeMs } = statSync(real);
  return [real, size, mtimeMs, ctimeMs, ...SYSTEM_FONTS.flatMap(datesIn)].join(' ');
};
