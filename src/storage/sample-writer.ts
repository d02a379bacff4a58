import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { AcquisError } from '../app/errors.ts';
import type { SampleEntry, SampleFolder, SampleWriter } from '../app/ports/sample.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import type { Referential } from '../domain/referential.ts';
import { cannotRead, cannotWrite, codeOf } from './disk-errors.ts';
import { temporaryIn } from './durable-file.ts';
import { EVIDENCE_FOLDER, PORTFOLIO_FILE, PRIVATE_FOLDER, SNAPSHOT_FILE } from '../domain/folder-names.ts';
import { makeFolders } from './own-folder.ts';
import { snapshotOf } from './portfolio/snapshot.ts';
import { sha256 } from './versions/versions.ts';
import { requireWritable } from './portfolio/writable.ts';
import { freshText } from './portfolio/write-portfolio.ts';

const PRIVATE_FILE = { mode: 0o600, flag: 'wx' } as const;
const PRIVATE = 0o700;

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    if (codeOf(error) === 'ENOTDIR') throw new AcquisError('usage', 'folder-not-empty', { folder });
    throw cannotRead(folder, error);
  });

const makeEntry = async (folder: string, entry: SampleEntry): Promise<void> => {
  const path = join(folder, entry.path);
  if ('content' in entry) await writeFile(path, entry.content, PRIVATE_FILE);
  else if ('linkTo' in entry) await symlink(entry.linkTo, path);
  else if (entry.special === 'folder') await mkdir(path, PRIVATE);
  else await promisify(execFile)('mkfifo', ['-m', '600', path]);
};

/** The same référentiel serves thousands of folders. */
const snapshots = new WeakMap<Referential, ReturnType<typeof snapshotOf>>();

const snapshotFor = (referential: Referential): ReturnType<typeof snapshotOf> => {
  const made = snapshots.get(referential) ?? snapshotOf(referential);
  snapshots.set(referential, made);
  return made;
};

/** The two documents as `init` writes them. */
const documentsOf = ({ portfolio, referential, spoil }: SampleFolder) => {
  const snapshot = snapshotFor(referential);
  const sound: Portfolio = requireWritable(
    { ...portfolio, referential: { file: SNAPSHOT_FILE, sha256: snapshot.sha256 } },
    referential,
  );
  const text = freshText(sound);
  return {
    [SNAPSHOT_FILE]: spoil?.referential ? spoil.referential(snapshot.text) : snapshot.text,
    [PORTFOLIO_FILE]: spoil?.portfolio ? spoil.portfolio(text) : text,
  };
};

const fill = async (folder: string, sample: SampleFolder): Promise<void> => {
  for (const name of [PRIVATE_FOLDER, EVIDENCE_FOLDER]) await mkdir(join(folder, name), PRIVATE);
  const documents = Object.entries(documentsOf(sample));
  await Promise.all([
    ...sample.entries.map((entry) => makeEntry(folder, entry)),
    ...documents.map(([name, content]) =>
      content === undefined ? undefined : writeFile(join(folder, name), content, PRIVATE_FILE),
    ),
  ]);
};

export const createSampleWriter = (): SampleWriter => ({
  digest: sha256,

  requireFree: async (folders) => {
    for (const folder of folders)
      if ((await namesIn(folder)).length > 0) throw new AcquisError('usage', 'folder-not-empty', { folder });
  },

  write: async (folder, sample) => {
    const path = resolve(folder);
    await makeFolders(dirname(path)).catch((error: unknown) => {
      throw cannotWrite(folder, error);
    });
    const temporary = temporaryIn(dirname(path));
    try {
      await mkdir(temporary, PRIVATE);
      await chmod(temporary, PRIVATE);
      await fill(temporary, sample);
      // The system refuses this where a folder of that name holds anything.
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))
        ? new AcquisError('usage', 'folder-not-empty', { folder }, { cause: error })
        : cannotWrite(folder, error);
    }
  },
});
