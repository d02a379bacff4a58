import { lstat, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { PackedArchive, PackOrder } from '../../app/ports/archive.ts';
import type { Workspace } from '../../app/ports/world.ts';
import { words } from '../../catalogue/index.ts';
import { faultsOfPacking } from '../../domain/bag/pack-contents.ts';
import { ARCHIVE_LIMITS } from '../../domain/bag/faults.ts';
import { BAG_INFO, DECLARATION, LEFT_OUT, PAYLOAD } from '../../domain/bag/plan-bag.ts';
import { manifestText, tagText } from '../../domain/bag/tag-texts.ts';
import { portableName } from '../../domain/batch/output-names.ts';
import { utf8 } from '../../domain/bytes.ts';
import { dosDay } from '../../domain/zip-records.ts';
import { cannotRead, cannotWrite } from '../disk-errors.ts';
import { placeFresh, sweepTemporaries, syncFolder, writeThrough } from '../durable-file.ts';
import { hashFile, realFolder, resolveInside } from '../evidence/inspection.ts';
import { makeFolders } from '../own-folder.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import { openRealFile } from '../safe-read.ts';
import { openBag } from './open-bag.ts';
import { gatherSources, type FileSource, type PackSources } from './pack-sources.ts';
import { startZip, type WrittenEntry, type ZipWriter } from './write-zip.ts';

/** Room for the texts of the bag itself. */
const RESERVE_BYTES = 5_000_000;

const requirePackable = async ({ files, document }: PackSources): Promise<void> => {
  let bytes = document.length;
  for (const { real } of files) bytes += (await lstat(real)).size;
  const limit = ARCHIVE_LIMITS.bytes - RESERVE_BYTES;
  if (bytes > limit)
    throw new AcquisError('data', 'pack-too-large', {
      megabytes: Math.ceil(bytes / 1_000_000),
      limit: Math.floor(limit / 1_000_000),
    });
  const faults = faultsOfPacking(files.map(({ path }) => path));
  if (faults.length > 0)
    throw new AcquisError(
      'data',
      'pack-names',
      { count: faults.length },
      { details: faults.map((fault) => ({ ...fault, file: fault.path, path: '' })) },
    );
};

/** The bytes that go in are those that were recorded, whatever happens to the file meanwhile. */
const addSource = async (zip: ZipWriter, { path, real, sha256 }: FileSource): Promise<WrittenEntry> => {
  const source = await openRealFile(real).catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  try {
    const written = await zip.addFile(`${PAYLOAD}${path}`, source);
    if (sha256 !== undefined && written.sha256 !== sha256)
      throw new AcquisError('io', 'pack-changed', { file: path });
    return written;
  } finally {
    await source.close();
  }
};

const infoText = ({ portfolio }: Workspace, order: PackOrder, payload: readonly WrittenEntry[]): string => {
  const bytes = payload.reduce((sum, entry) => sum + entry.bytes, 0);
  return tagText([
    ['External-Identifier', portfolio.id],
    ['External-Description', words.archive.description(portfolio.candidate.name, portfolio.certification)],
    ['Bagging-Date', order.date],
    ['Bag-Size', words.archive.size(bytes)],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', order.agent],
  ]);
};

/** What is left out, with the hash that tells the file once somebody has it. */
const leftOutText = async ({ folder }: Workspace, { contents }: PackOrder): Promise<string> => {
  const digests = new Map<string, string>();
  for (const { path, sha256 } of contents.leftOut) {
    const digest = sha256 ?? (await hashInside(realFolder(folder), path));
    if (digest !== undefined) digests.set(`${PAYLOAD}${path}`, digest);
  }
  return manifestText(digests);
};

/** Of a proof that was never hashed; undefined where it is not there. */
const hashInside = async (root: string, path: string): Promise<string | undefined> => {
  try {
    const real = resolveInside(root, path);
    return real === undefined ? undefined : (await hashFile(real)).sha256;
  } catch {
    return undefined;
  }
};

const fill = async (
  handle: FileHandle,
  workspace: Workspace,
  sources: PackSources,
  order: PackOrder,
): Promise<number> => {
  const zip = startZip(handle, dosDay(order.date));
  const payload = new Map<string, WrittenEntry>();
  const document = `${PAYLOAD}${PORTFOLIO_FILE}`;
  payload.set(document, await zip.addBytes(document, sources.document));
  for (const source of sources.files) payload.set(`${PAYLOAD}${source.path}`, await addSource(zip, source));
  const digests = [...payload].map(([path, { sha256 }]) => [path, sha256] as const);
  const left = await leftOutText(workspace, order);
  const tags = new Map<string, string>();
  for (const [path, text] of [
    [BAG_INFO, infoText(workspace, order, [...payload.values()])],
    [
      DECLARATION,
      tagText([
        ['BagIt-Version', '1.0'],
        ['Tag-File-Character-Encoding', 'UTF-8'],
      ]),
    ],
    ['manifest-sha256.txt', manifestText(new Map(digests))],
    ...(left === '' ? [] : [[LEFT_OUT, left] as const]),
  ] as const)
    tags.set(path, (await zip.addBytes(path, utf8(text))).sha256);
  await zip.addBytes('tagmanifest-sha256.txt', utf8(manifestText(tags)));
  await zip.end();
  return payload.size;
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isFile(),
    () => !/\.zip$/iu.test(path),
  );

/** An archive is never written over another file; the very same one is there already, and that is as well. */
const requireSame = async (target: string, temporary: string): Promise<void> => {
  const [there, made] = await Promise.all([hashFile(target).catch(() => undefined), hashFile(temporary)]);
  if (there?.sha256 !== made.sha256) throw new AcquisError('usage', 'archive-taken', { file: target });
};

/** The archive is read back, and found complete and valid, before it gets its name. */
export const writeBag = async (workspace: Workspace, order: PackOrder): Promise<PackedArchive> => {
  const { portfolio } = workspace;
  const name = `${portableName(`portfolio-${portfolio.candidate.name}-${order.date}`)}.zip`;
  const path = resolve((await isFolder(order.out)) ? join(order.out, name) : order.out);
  const sources = await gatherSources(workspace, order);
  await requirePackable(sources);
  try {
    await makeFolders(dirname(path));
    await sweepTemporaries(dirname(path));
    let isNew = true;
    const files = await writeThrough(
      path,
      (handle) => fill(handle, workspace, sources, order),
      async (temporary) => {
        const bag = await openBag(temporary, basename(path));
        await bag.close();
        isNew = await placeFresh(temporary, path);
        if (!isNew) await requireSame(path, temporary);
        await rm(temporary, { force: true });
        await syncFolder(dirname(path));
      },
    );
    const { size } = await lstat(path);
    return { path, bytes: size, files, isNew, absent: sources.absent };
  } catch (error) {
    throw cannotWrite(path, error);
  }
};
