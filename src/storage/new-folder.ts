import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AcquisError } from '../app/errors.ts';
import { cannotRead } from './disk-errors.ts';
import { writeDurably } from './durable-file.ts';
import { EVIDENCE_FOLDER, PORTFOLIO_FILE, PRIVATE_FOLDER, SNAPSHOT_FILE } from '../domain/folder-names.ts';
import { ensureOwnFolder } from './own-folder.ts';

/** What a killed `create` may have left, and what systems strew everywhere: none of it is anybody's work. */
const HARMLESS: ReadonlySet<string> = new Set([
  PRIVATE_FOLDER, SNAPSHOT_FILE, '.git', '.gitignore', '.DS_Store', 'Thumbs.db', 'desktop.ini',
]); // prettier-ignore

/** Refuses a folder that holds anything but what is harmless: `init` never overwrites. */
export const requireFresh = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: unknown) => {
    throw cannotRead(folder, error);
  });
  const foreign = names.filter((name) => !HARMLESS.has(name) && !name.startsWith('.acquis-tmp-'));
  const evidence = foreign.length === 1 && foreign[0] === EVIDENCE_FOLDER;
  if (evidence && (await readdir(join(folder, EVIDENCE_FOLDER))).length === 0) return;
  if (foreign.length > 0) throw new AcquisError('usage', 'folder-not-empty', { folder });
};

/** Under the lock, in a fresh folder, `proofs` by their path right below `preuves/`: the portfolio itself comes last, and a failure leaves nothing. */
export const fillFolder = async (
  folder: string,
  snapshot: string | Uint8Array,
  portfolio: string | Uint8Array,
  proofs: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<void> => {
  try {
    await writeDurably(join(folder, SNAPSHOT_FILE), snapshot);
    await ensureOwnFolder(folder, EVIDENCE_FOLDER);
    for (const [path, bytes] of proofs) await writeDurably(join(folder, path), bytes);
    await writeDurably(join(folder, PORTFOLIO_FILE), portfolio);
  } catch (error) {
    // In reverse: a portfolio never stays behind without its référentiel.
    await rm(join(folder, PORTFOLIO_FILE), { force: true })
      .then(() => rm(join(folder, SNAPSHOT_FILE), { force: true }))
      .catch(() => undefined);
    for (const path of proofs.keys()) await rm(join(folder, path), { force: true }).catch(() => undefined);
    await rmdir(join(folder, EVIDENCE_FOLDER)).catch(() => undefined);
    throw error;
  }
};
