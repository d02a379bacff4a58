/** Files what candidates send: a folder for each portfolio, known by its id, and the receptions before it. */
import { lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { AcquisError } from '../../app/errors.ts';
import type { ReceivedArchive, ReceptionDesk } from '../../app/ports-archive.ts';
import type { PortfolioStore, Workspace } from '../../app/ports.ts';
import { compareReceptions, lostReviews, type ReceivedPortfolio } from '../../domain/bag/compare-receptions.ts';
import { portableName } from '../../domain/batch/output-names.ts';
import { cannotWrite, codeOf } from '../disk-errors.ts';
import { renameDurably, sweepTemporaries, syncFolder } from '../durable-file.ts';
import { PRIVATE_FOLDER } from '../folder-lock.ts';
import { ensureOwnFolder, makeFolders } from '../own-folder.ts';
import { sha256 } from '../versions.ts';
import { insideArchive, readBagPortfolio, type BagPortfolio } from './bag-portfolio.ts';
import { openBag, type OpenBag } from './open-bag.ts';
import { readRecord, writeRecord, type ReceptionRecord } from './reception-record.ts';
import { placeFolder, unpackInto } from './unpack-bag.ts';

const RECEPTIONS = 'receptions';

/** « Noémie-Fictive-3f2a9c01 »: the name to be read, the mark to tell two of that name apart. */
const folderNameOf = ({ portfolio }: BagPortfolio): string =>
  `${portableName(portfolio.candidate.name).slice(0, 60)}-${sha256(portfolio.id).slice(0, 8)}`;

interface Held {
  readonly name: string;
  /** Undefined for a folder that was put there by hand. */
  readonly record: ReceptionRecord | undefined;
}

/** The folders at hand, by the id of their portfolio; read once, since a cohort has hundreds. */
const heldIn = async (home: string, store: PortfolioStore): Promise<Map<string, Held>> => {
  const held = new Map<string, Held>();
  const entries = await readdir(home, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))) {
    const record = await readRecord(join(home, name));
    const id = record?.portfolio ?? (await idOf(store, join(home, name)));
    if (id !== undefined) held.set(id, { name, record });
  }
  return held;
};

const idOf = (store: PortfolioStore, folder: string): Promise<string | undefined> =>
  store.open(folder).then(
    ({ portfolio }) => portfolio.id,
    () => undefined,
  );

/** Content of the receptions that were replaced before, so that one that comes again is known. */
const replacedBefore = async (shelf: string): Promise<ReadonlyMap<string, ReceptionRecord>> => {
  const names = await readdir(shelf).catch(() => []);
  const records = await Promise.all(names.map((name) => readRecord(join(shelf, name))));
  return new Map(records.flatMap((record) => (record ? [[record.content, record] as const] : [])));
};

const receivedFrom = async (store: PortfolioStore, workspace: Workspace): Promise<ReceivedPortfolio> => ({
  portfolio: workspace.portfolio,
  files: await store.inspectEvidence(workspace),
});

const opened = (store: PortfolioStore, folder: string): Promise<ReceivedPortfolio | undefined> =>
  store.open(folder).then(
    (workspace) => receivedFrom(store, workspace),
    () => undefined,
  );

/** A name on the shelf: the day of the reception that goes there, and a number behind a second one of that day. */
const shelve = async (shelf: string, day: string): Promise<string> => {
  await makeFolders(shelf, { isPrivate: true });
  for (let count = 1; ; count++) {
    const place = join(shelf, count === 1 ? day : `${day}-${count}`);
    const isThere = await lstat(place).then(
      () => true,
      () => false,
    );
    if (!isThere) return place;
  }
};

export const openDesk = async (folder: string, store: PortfolioStore): Promise<Omit<ReceptionDesk, 'close'>> => {
  const home = await realpath(folder);
  await sweepTemporaries(home);
  const held = await heldIn(home, store);

  const file = async (bag: OpenBag, found: BagPortfolio, today: string): Promise<ReceivedArchive> => {
    const { portfolio } = found;
    const { packed } = bag.plan.info;
    const before = held.get(portfolio.id);
    const name = before?.name ?? folderNameOf(found);
    const shelf = join(home, PRIVATE_FOLDER, RECEPTIONS, name);
    const told = {
      file: bag.shown,
      certification: portfolio.certification,
      folder: join(folder, name),
      held: before?.record?.packed,
      previous: undefined,
      changes: undefined,
      lostReviews: 0,
    };
    if (before?.record?.content === bag.content) return { ...told, status: 'same' };
    const isOlder = packed !== undefined && before?.record?.packed !== undefined && packed < before.record.packed;
    if (before && (isOlder || (await replacedBefore(shelf)).has(bag.content)))
      return { ...told, status: 'older' };
    return unpackInto(bag, found.restored, home, async (temporary) => {
      const workspace = await store.open(temporary).catch((error: unknown) => {
        throw insideArchive(error, bag.shown);
      });
      const record: ReceptionRecord = {
        version: 1,
        portfolio: portfolio.id,
        ...(packed !== undefined && { packed }),
        received: today,
        content: bag.content,
      };
      await writeRecord(temporary, record);
      const old = before && (await opened(store, join(home, name)));
      const changes = old && compareReceptions(old, await receivedFrom(store, workspace));
      const previous =
        before && (await shelve(shelf, before.record?.packed ?? before.record?.received ?? today));
      if (previous !== undefined) await renameDurably(join(home, name), previous);
      await placeFolder(temporary, join(home, name));
      held.set(portfolio.id, { name, record });
      return {
        ...told,
        status: before ? 'replaced' : 'new',
        previous: previous && join(folder, PRIVATE_FOLDER, RECEPTIONS, name, previous.slice(shelf.length + 1)),
        changes,
        lostReviews: old ? lostReviews(old.portfolio, portfolio) : 0,
      };
    });
  };

  return {
    receive: async (path, today) => {
      const bag = await openBag(path);
      try {
        return await file(bag, await readBagPortfolio(bag), today);
      } finally {
        await bag.close();
      }
    },
  };
};
