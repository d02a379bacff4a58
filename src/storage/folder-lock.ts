import { join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import { cannotWrite, codeOf } from './disk-errors.ts';
import { ensureOwnFolder } from './own-folder.ts';

/** Everything of ours that is not the candidate's: lock, earlier versions. */
export const PRIVATE_FOLDER = '.acquis';

/** Copies of the proofs. */
export const EVIDENCE_FOLDER = 'preuves';

/** A holder that was killed is taken for gone after this; a living one refreshes its lock meanwhile. */
const STALE_MS = 8_000;
/** About 12 s in all: longer than a dead holder is respected. */
const RETRIES = { retries: 60, factor: 1.2, minTimeout: 20, maxTimeout: 250, randomize: true };

/** Runs `work` while no other command can change the folder. Reading needs no lock: a save is one rename. */
export const underLock = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const home = join(folder, PRIVATE_FOLDER);
  // Reading takes no lock: `check` does not wait for this library to load.
  const { lock } = await import('proper-lockfile');
  const release = await ensureOwnFolder(folder, PRIVATE_FOLDER)
    .then(() =>
      lock(folder, {
        lockfilePath: join(home, 'lock'),
        realpath: false,
        stale: STALE_MS,
        update: STALE_MS / 4,
        retries: RETRIES,
        // Taken over while this process slept: the comparison of revisions before the rename decides.
        onCompromised: () => undefined,
      }),
    )
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
