import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AcquisError } from '../app/errors.ts';
import { PRIVATE_FOLDER } from '../domain/folder-names.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { ensureOwnFolder } from './own-folder.ts';

/** A holder that was killed is taken for gone after this; a living one refreshes its lock meanwhile. */
const STALE_MS = 8_000;
/** Longer than a dead holder is respected. */
const WAIT_MS = 12_000;
const PAUSE_MS = { least: 10, most: 120 };

/** Waits for another holder only: a full or read-only disk does not get better by waiting. */
const acquire = async (folder: string, lockfilePath: string): Promise<() => Promise<void>> => {
  // Reading takes no lock: `check` does not wait for this library to load.
  const { lock } = await import('proper-lockfile');
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    try {
      return await lock(folder, {
        lockfilePath,
        realpath: false,
        stale: STALE_MS,
        update: STALE_MS / 4,
        // Taken over while this process slept: the comparison of revisions before the rename decides.
        onCompromised: () => undefined,
      });
    } catch (error) {
      if (codeOf(error) !== 'ELOCKED' || performance.now() > deadline) throw error;
      // By chance, so that several that wait do not come back together.
      await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
    }
  }
};

/** Runs `work` while no other command can change the folder. Reading needs no lock: a save is one rename. */
export const underLock = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const home = join(folder, PRIVATE_FOLDER);
  const release = await ensureOwnFolder(folder, PRIVATE_FOLDER)
    .then((own) => acquire(folder, join(own, 'lock')))
    .catch((error: unknown) => {
      throw codeOf(error) === 'ELOCKED'
        ? new AcquisError('io', 'locked', { folder })
        : cannotWrite(home, error);
    });
  try {
    return await work();
  } finally {
    // A lock that cannot be removed goes stale by itself; the work is done.
    await release().catch(() => undefined);
  }
};
