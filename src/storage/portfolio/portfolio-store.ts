import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { PortfolioStore, ReferentialSource, Workspace } from '../../app/ports/world.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { cannotWrite, codeOf } from '../disk-errors.ts';
import { BOM, requireReadable } from '../document-text.ts';
import { writeDurably } from '../durable-file.ts';
import { importFile } from '../evidence/import.ts';
import { hashProofs, inspectFiles } from '../evidence/inspection.ts';
import { EVIDENCE_FOLDER, PORTFOLIO_FILE, PRIVATE_FOLDER, SNAPSHOT_FILE } from '../../domain/folder-names.ts';
import { underLock } from '../folder-lock.ts';
import { findTemplates } from '../found-templates.ts';
import { keepLastSaved, lastSaved, linesCut, linesLost, rememberSaved } from './last-saved.ts';
import { makeFolders } from '../own-folder.ts';
import { inspectPictures } from '../evidence/picture-inspection.ts';
import { readPortfolioBytes } from './portfolio-bytes.ts';
import { readDocument, requireSound, type ReadDocument } from './read-portfolio.ts';
import { fillFolder, requireFresh } from '../new-folder.ts';
import { loadReferential, snapshotOf } from './snapshot.ts';
import { sweepOwnFolders } from '../sweep-folder.ts';
import { keepRefused, keepVersion, sha256 } from '../versions/versions.ts';
import { requireWritable } from './writable.ts';
import { changedText, freshText } from './write-portfolio.ts';

interface Opened extends Workspace {
  readonly source: ReadDocument;
  readonly bytes: Uint8Array;
}

const readBytes = async (folder: string): Promise<Uint8Array> => readPortfolioBytes(folder);

/** Joins the folder and the référentiels; holds nothing between two calls. */
export const openStore = (referentials: () => Promise<ReferentialSource>): PortfolioStore => {
  const open = async (folder: string): Promise<Opened> => {
    const bytes = await readBytes(folder);
    const source = readDocument(bytes, PORTFOLIO_FILE);
    // A file that is already known to be defective is reported whole, blocks left aside, before its référentiel is asked for.
    const portfolio =
      source.portfolio === undefined || source.defects.length > 0
        ? requireSound(source, PORTFOLIO_FILE, undefined)
        : source.portfolio;
    const referential = await loadReferential(folder, portfolio, referentials, (path) =>
      source.tree.lineOf(path),
    );
    requireSound(source, PORTFOLIO_FILE, referential);
    const lost = await linesLost(folder, bytes);
    const opened = { folder, portfolio, referential, revision: sha256(bytes), source, bytes };
    return lost === 0 ? opened : { ...opened, linesLost: lost };
  };

  return {
    open: async (folder) => forCaller(await open(folder)),

    create: (folder, portfolio, referential) =>
      inNewFolder(folder, async () => {
        const snapshot = snapshotOf(referential);
        const sound = requireWritable(
          { ...portfolio, referential: { file: SNAPSHOT_FILE, sha256: snapshot.sha256 } },
          referential,
        );
        const text = freshText(sound);
        await fillFolder(folder, snapshot.text, text);
        await rememberSaved(folder, text);
        return { folder, portfolio: sound, referential, revision: sha256(text) };
      }),

    restore: async (folder, source) => {
      const { readSource } = await import('../source/restore-source.ts');
      const { portfolio, referential, text, snapshot, pictures } = readSource(source);
      return inNewFolder(folder, async () => {
        await fillFolder(folder, snapshot, text, pictures);
        await rememberSaved(folder, text);
        return { folder, portfolio, referential, revision: sha256(text) };
      });
    },

    save: (workspace, portfolio) =>
      writing(workspace.folder, async () => {
        const { folder, revision } = workspace;
        const bytes = await readBytes(folder);
        if (sha256(bytes) !== revision) throw await changedUnderneath(folder, portfolio);
        await requireItsEnd(folder, bytes, portfolio);
        const source = readDocument(bytes, PORTFOLIO_FILE);
        return replace({ ...workspace, source, bytes }, portfolio);
      }),

    change: (folder, edit) =>
      readBytes(folder).then(() =>
        writing(folder, async () => {
          const current = await open(folder);
          await requireItsEnd(folder, current.bytes);
          return replace(current, await edit(forCaller(current)));
        }),
      ),

    importEvidence: async (workspace, source, evidenceId) => {
      const { folder } = workspace;
      return importFile(folder, EVIDENCE_FOLDER, source, evidenceId);
    },

    inspectEvidence: ({ folder, portfolio }) => inspectFiles(folder, portfolio.evidence),

    inspectPictures: async ({ folder, portfolio }) => inspectPictures(folder, portfolio.organisations),

    hashProofs: async ({ folder }, paths) => hashProofs(folder, paths),

    carry: async (source) => (await import('../source/carry-source.ts')).carrySource(source),
    listedNames: async ({ folder }) => (await import('../pseudonym-lists.ts')).readListedNames(folder),

    findTemplates: ({ folder }) => findTemplates(folder),
  };
};

/** Makes the folder and fills it under the lock; one that holds anything is refused. */
const inNewFolder = async (folder: string, fill: () => Promise<Workspace>): Promise<Workspace> => {
  const first = await makeFolders(folder, { isPrivate: true }).catch((error: unknown) => {
    throw cannotWrite(folder, error);
  });
  try {
    await requireFresh(folder);
    return await writing(folder, async () => {
      await requireFresh(folder);
      return fill();
    });
  } catch (error) {
    // Only a folder that we made and that is empty again goes away.
    if (first !== undefined)
      for (const empty of [join(folder, PRIVATE_FOLDER), folder]) await rmdir(empty).catch(() => undefined);
    throw error;
  }
};

/** A failure behind the rename leaves the new text: only what is still there is said to be intact. */
const replace = (current: Opened, portfolio: Portfolio): Promise<Workspace> =>
  replaceDocument(current, portfolio).catch(async (error: unknown) => {
    if (!isSystemError(error)) throw error;
    const isIntact = await readBytes(current.folder).then(
      (bytes) => sha256(bytes) === current.revision,
      () => false,
    );
    const { folder } = current;
    throw new AcquisError(
      'io',
      'cannot-write',
      { file: error.path ?? folder, reason: codeOf(error), ...(isIntact && { intact: 1 }) },
      { cause: error },
    );
  });

/** Under the lock. */
const replaceDocument = async (current: Opened, portfolio: Portfolio): Promise<Workspace> => {
  const { folder, referential, bytes, source } = current;
  const sound = requireWritable(portfolio, referential);
  const text = changedText(source.text, current.portfolio, sound);
  const content = (bytes[0] === 0xef ? BOM : '') + text;
  const revision = sha256(content);
  if (revision !== current.revision) {
    requireReadable(content, PORTFOLIO_FILE);
    await keepLastSaved(folder, bytes);
    await keepVersion(folder, bytes);
    // An editor does not know our lock: look once more, right before the rename.
    if (sha256(await readBytes(folder)) !== current.revision) throw await changedUnderneath(folder, sound);
    await writeDurably(join(folder, PORTFOLIO_FILE), content);
    await rememberSaved(folder, content);
  }
  return { folder, portfolio: sound, referential, revision };
};

/** A text whose end was cut off by another program is never saved over; what was to be saved is kept beside it. */
const requireItsEnd = async (folder: string, bytes: Uint8Array, wanted?: Portfolio): Promise<void> => {
  const saved = await lastSaved(folder);
  const lines = saved === undefined ? 0 : linesCut(saved, bytes);
  if (lines === 0) return;
  throw new AcquisError('data', 'portfolio-cut', {
    file: PORTFOLIO_FILE,
    lines,
    folder,
    ...(wanted && { kept: await keepRefused(folder, freshText(wanted)) }),
  });
};

const writing = <T>(folder: string, work: () => Promise<T>): Promise<T> =>
  underLock(folder, async () => {
    try {
      await sweepOwnFolders(folder);
      return await work();
    } catch (error) {
      throw isSystemError(error) ? cannotWrite(error.path ?? folder, error) : error;
    }
  });

const forCaller = ({ source: _source, bytes: _bytes, ...workspace }: Opened): Workspace => workspace;

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

const changedUnderneath = async (folder: string, portfolio: Portfolio): Promise<AcquisError> =>
  new AcquisError('io', 'changed-underneath', {
    file: PORTFOLIO_FILE,
    kept: await keepRefused(folder, freshText(portfolio)),
  });
