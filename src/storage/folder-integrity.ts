/** Looks at every byte that a folder has recorded, and writes none: no lock, no temporary, no access but reading. */
import { AcquisError } from '../app/errors.ts';
import type {
  CheckedFile,
  DocumentStanding,
  FolderInspector,
  InspectedFolder,
} from '../app/ports/integrity.ts';
import type { FileRole, FileStanding } from '../domain/evidence/file-standing.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { pictureFile, type StoredFile } from '../domain/evidence/stored-file.ts';
import { codeOf } from './disk-errors.ts';
import { fileInspector, hashFile, realFolder, resolveInside } from './evidence/inspection.ts';
import { underLock } from './folder-lock.ts';
import { keepLastSaved, lastSaved, linesCut, outsideChange, rememberSaved } from './portfolio/last-saved.ts';
import { findOrphans } from './evidence/orphans.ts';
import { readPortfolioBytes } from './portfolio/portfolio-bytes.ts';
import { PORTFOLIO_FILE } from '../domain/folder-names.ts';
import { readDocument, requireSound } from './portfolio/read-portfolio.ts';
import { inspectVersions } from './versions/version-texts.ts';

type Named = Pick<CheckedFile, 'role' | 'owner'> & { readonly stored: StoredFile };

const named = (role: FileRole, owner: string, stored: StoredFile | undefined): Named[] =>
  stored === undefined ? [] : [{ role, owner, stored }];

const filesNamedBy = ({ evidence, organisations }: Portfolio): Named[] => [
  ...evidence.flatMap(({ id, file, publicFile }) => [
    ...named('evidence', id, file),
    ...named('publicFile', id, publicFile),
  ]),
  ...organisations.flatMap(({ id, organigramme }) =>
    named('organigramme', id, organigramme && pictureFile(organigramme)),
  ),
];

/** Refused by the system is an answer too: the other files are still looked at. */
const orUnreadable = (look: Promise<FileStanding>): Promise<FileStanding> =>
  look.catch((error: unknown) => {
    if (error instanceof AcquisError) return 'unreadable';
    throw error;
  });

const standingOf = async (
  look: ReturnType<typeof fileInspector>,
  stored: StoredFile,
): Promise<FileStanding> => {
  const { state } = await look(stored);
  if (state !== 'present') return state;
  return stored.sha256 === undefined ? 'unrecorded' : 'intact';
};

const STANDING_OF_FAULT: Readonly<Record<string, FileStanding>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  link: 'outside',
  ELOOP: 'outside',
  'not-a-file': 'not-a-file',
};

const referentialIn = async (folder: string, { referential }: Portfolio): Promise<readonly CheckedFile[]> => {
  if (referential === undefined) return [];
  const { file: path, sha256 } = referential;
  const look = async (): Promise<FileStanding> => {
    try {
      const real = resolveInside(realFolder(folder), path);
      if (real === undefined) return 'outside';
      return (await hashFile(real)).sha256 === sha256 ? 'intact' : 'altered';
    } catch (error) {
      return STANDING_OF_FAULT[codeOf(error)] ?? 'unreadable';
    }
  };
  return [{ role: 'referential', owner: '', path, standing: await look() }];
};

const readable = (bytes: Uint8Array | undefined): Portfolio | undefined => {
  try {
    return bytes && readDocument(bytes, PORTFOLIO_FILE).portfolio;
  } catch {
    return undefined;
  }
};

const documentStanding = (bytes: Uint8Array, saved: Uint8Array | undefined): DocumentStanding => {
  const changed = saved && outsideChange(saved, bytes);
  const more = changed === undefined ? {} : { changed };
  try {
    requireSound(readDocument(bytes, PORTFOLIO_FILE), PORTFOLIO_FILE, undefined);
  } catch (error) {
    if (!(error instanceof AcquisError)) throw error;
    return { state: 'unreadable', error, ...more };
  }
  const isCut = saved !== undefined && linesCut(saved, bytes) > 0;
  return { state: isCut ? 'cut' : 'sound', ...more };
};

const inspect = async (folder: string): Promise<InspectedFolder> => {
  const bytes = readPortfolioBytes(folder);
  const saved = await lastSaved(folder);
  const document = documentStanding(bytes, saved);
  const current = readable(bytes);
  const portfolio = current ?? readable(saved);
  const found = { folder, document, versions: await inspectVersions(folder) };
  if (portfolio === undefined) return { ...found, basis: 'none', files: [], orphans: [] };
  const look = fileInspector(folder);
  const files: CheckedFile[] = [...(await referentialIn(folder, portfolio))];
  for (const { role, owner, stored } of filesNamedBy(portfolio))
    files.push({ role, owner, path: stored.path, standing: await orUnreadable(standingOf(look, stored)) });
  return {
    ...found,
    basis: current === undefined ? 'last-saved' : 'document',
    files,
    orphans: findOrphans(
      folder,
      files.map(({ path }) => path),
    ),
  };
};

export const createFolderInspector = (): FolderInspector => ({
  inspect,

  accept: async (folder) => {
    readPortfolioBytes(folder);
    await underLock(folder, async () => {
      const bytes = readPortfolioBytes(folder);
      await keepLastSaved(folder, bytes);
      await rememberSaved(folder, bytes);
    });
  },
});
