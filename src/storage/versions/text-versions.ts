import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { DatedText, Restoring, TextHistory, TextVersions } from '../../app/ports/undo.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { UndoPosition } from '../../domain/undo-step.ts';
import { cannotRead, cannotWrite, codeOf } from '../disk-errors.ts';
import { writeDurably } from '../durable-file.ts';
import { inspectFiles } from '../evidence/inspection.ts';
import { PORTFOLIO_FILE, PRIVATE_FOLDER } from '../../domain/folder-names.ts';
import { underLock } from '../folder-lock.ts';
import { keepLastSaved, lastSaved, rememberSaved } from '../portfolio/last-saved.ts';
import { notAPortfolio, readPortfolioBytes } from '../portfolio/portfolio-bytes.ts';
import { readDocument } from '../portfolio/read-portfolio.ts';
import { sweepOwnFolders } from '../sweep-folder.ts';
import { readPosition, writePosition } from './undo-position.ts';
import { keptNames, readKept } from './version-texts.ts';
import { keepVersion, sha256 } from './versions.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

const localMinute = (moment: Date): string =>
  `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;

/** Undefined where portfolio.yaml is gone; anything else that stands there is refused. */
const presentBytes = (folder: string): Uint8Array | undefined => {
  try {
    return readPortfolioBytes(folder);
  } catch (error) {
    if (error instanceof AcquisError && error.code === 'not-a-portfolio') return undefined;
    throw error;
  }
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** What we saved last where another program replaced it: the next text to be kept. */
const unkept = async (folder: string, present: Uint8Array | undefined): Promise<Uint8Array | undefined> => {
  const saved = await lastSaved(folder);
  return saved && present && Buffer.compare(saved, present) === 0 ? undefined : saved;
};

const history = async (
  folder: string,
): Promise<TextHistory & { present: Uint8Array | undefined; saved: Uint8Array | undefined }> => {
  const present = presentBytes(folder);
  const saved = await unkept(folder, present);
  const names = await keptNames(folder);
  const kept: DatedText[] = names.map(({ count, stood, digest, replacedAt }) => ({
    count,
    stood,
    digest,
    replaced: localMinute(replacedAt),
  }));
  if (saved !== undefined) {
    const { mtime } = lstatSync(join(folder, PORTFOLIO_FILE), { throwIfNoEntry: false }) ?? {
      mtime: new Date(),
    };
    const count = (kept.at(-1)?.count ?? 0) + 1;
    kept.push({ count, stood: true, digest: digestOf(saved), replaced: localMinute(mtime) });
  }
  if (present === undefined && kept.length === 0) throw notAPortfolio(folder);
  const revision = present && sha256(present);
  return { kept, revision, position: readPosition(folder, revision), present, saved };
};

/** The bytes of one text; `saved` is the one that is not kept yet. */
const bytesOf = async (folder: string, count: number): Promise<Uint8Array> => {
  const name = (await keptNames(folder)).find((kept) => kept.count === count);
  if (name === undefined) {
    const saved = await unkept(folder, presentBytes(folder));
    if (saved !== undefined) return saved;
    throw new AcquisError('usage', 'unknown-version', { version: count, known: 0 });
  }
  try {
    const bytes = readKept(folder, name);
    if (bytes !== undefined) return bytes;
  } catch (error) {
    throw cannotRead(join(folder, PRIVATE_FOLDER, 'versions', name.name), error);
  }
  throw new AcquisError('data', 'version-altered', { version: count });
};

const sayingWhat = (bytes: Uint8Array | undefined): Portfolio | undefined => {
  try {
    return bytes && readDocument(bytes, PORTFOLIO_FILE).portfolio;
  } catch {
    return undefined;
  }
};

/** Keeps what is there, unless it is a kept text that an undo had brought back; says where the document then stands. */
const keepPresent = async (
  folder: string,
  {
    present,
    position,
    count,
  }: { present: Uint8Array | undefined; position: UndoPosition | undefined; count: number },
): Promise<UndoPosition> => {
  if (position !== undefined) return { at: count, top: Math.max(position.top, count) };
  await keepLastSaved(folder, present);
  const top = present === undefined ? undefined : await keepVersion(folder, present);
  return { at: count, top: top ?? (await keptNames(folder)).at(-1)?.count ?? count };
};

const requireRevision = (present: Uint8Array | undefined, revision: string | undefined): void => {
  if ((present && sha256(present)) !== revision)
    throw new AcquisError('io', 'undo-changed', { file: PORTFOLIO_FILE });
};

const restore = async (folder: string, { count, revision }: Restoring): Promise<void> => {
  await sweepOwnFolders(folder);
  const { present, position } = await history(folder);
  requireRevision(present, revision);
  // Before anything is kept: keeping may let the oldest go.
  const content = await bytesOf(folder, count);
  const next = await keepPresent(folder, { present, position, count });
  await writePosition(folder, next, sha256(content));
  // An editor does not know our lock: look once more, right before the rename.
  requireRevision(presentBytes(folder), revision);
  await writeDurably(join(folder, PORTFOLIO_FILE), content);
  await rememberSaved(folder, content);
};

export const openTextVersions = (): TextVersions => ({
  look: async (folder) => {
    const { kept, revision, position } = await history(folder);
    return { kept, revision, position };
  },
  read: async (folder, count) =>
    sayingWhat(count === undefined ? presentBytes(folder) : await bytesOf(folder, count)),
  inspectEvidence: (folder, { evidence }) => inspectFiles(folder, evidence),
  restore: (folder, restoring) =>
    underLock(folder, () =>
      restore(folder, restoring).catch((error: unknown) => {
        throw codeOf(error) === 'inconnu' ? error : cannotWrite(join(folder, PORTFOLIO_FILE), error);
      }),
    ),
});
