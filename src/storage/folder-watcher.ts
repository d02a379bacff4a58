/**
 * Looks at names, sizes and dates a few times a second. Editors replace files by renaming others over them, in bursts; the
 * system's own notices (`fs.watch`) lose sight of such a file or of a folder that went away and came back, and say nothing
 * on network drives and in synchronised folders. A portfolio has some tens of files: looking costs a millisecond.
 */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FolderWatcher } from '../app/ports/preview.ts';

const LOOK_MS = 200;
/** `preuves/`, `ecole/images/`. */
const DEEPEST = 2;
const MOST_ENTRIES = 3000;
/** Written by us, or by nobody who types. */
const LEFT_OUT = /^(?:\.|exports$|node_modules$)/u;

const stamp = async (path: string): Promise<string> => {
  const found = await lstat(path, { bigint: true }).catch(() => undefined);
  return found === undefined ? '' : `${path} ${found.ino} ${found.size} ${found.mtimeNs}`;
};

const stampsBelow = async (folder: string, depth: number, stamps: string[]): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (LEFT_OUT.test(entry.name) || stamps.length >= MOST_ENTRIES) continue;
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) stamps.push(await stamp(path));
    else if (depth < DEEPEST) await stampsBelow(path, depth + 1, stamps);
  }
};

const lookAt = async (folders: readonly string[]): Promise<string> => {
  const stamps: string[] = [];
  for (const folder of folders) await stampsBelow(folder, 0, stamps);
  return stamps.toSorted().join('\n');
};

export const createFolderWatcher = (): FolderWatcher => ({
  watch: async (folders, changed, signal) => {
    let shown = await lookAt(folders);
    let last = shown;
    while (!signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const now = await lookAt(folders);
      // Told once two looks agree: half of what is being written is nobody's page.
      if (now === last && now !== shown) {
        shown = now;
        await changed();
      }
      last = now;
    }
  },
});
