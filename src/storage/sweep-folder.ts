import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepTemporaries } from './durable-file.ts';
import { EVIDENCE_FOLDER, PRIVATE_FOLDER } from '../domain/folder-names.ts';
import { VERSIONS } from './versions/versions.ts';

/** Under the lock: takes away what killed commands left half-written in a portfolio's folder. */
export const sweepOwnFolders = async (folder: string): Promise<void> => {
  // The folder itself may be reached through a link of the candidate's own.
  const root = await realpath(folder);
  for (const place of ['', EVIDENCE_FOLDER, PRIVATE_FOLDER, join(PRIVATE_FOLDER, VERSIONS)])
    await sweepTemporaries(join(root, place));
};
