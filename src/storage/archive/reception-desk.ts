/** Files what candidates send: a folder for each portfolio, known by its id, and the receptions before it. */
import { readdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ReceivedArchive, ReceptionDesk } from '../../app/ports/archive.ts';
import type { PortfolioStore, Workspace } from '../../app/ports/world.ts';
import {
  compareReceptions,
  lostReviews,
  type ReceivedPortfolio,
} from '../../domain/bag/compare-receptions.ts';
import { portableName } from '../../domain/batch/output-names.ts';
import { cannotWrite } from '../disk-errors.ts';
import { sweepTemporaries } from '../durable-file.ts';
import { hashProofs } from '../evidence/inspection.ts';
import { underLock } from '../folder-lock.ts';
import { makeFolders } from '../own-folder.ts';
import { sha256 } from '../versions/versions.ts';
import { insideArchive, readBagPortfolio, type BagPortfolio } from './bag-portfolio.ts';
import { openBag, type OpenBag } from './open-bag.ts';
import { readRecord, writeRecord, type ReceptionRecord } from './reception-record.ts';
import { exchange, replacedBefore, settleExchanges, shelfOf } from './reception-shelf.ts';
import { placeFolder, unpackInto } from './unpack-bag.ts';
import { storedFilesOf } from '../../domain/evidence/files.ts';

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
    // A copy made by hand does not stand for the folder we keep.
    if (id !== undefined && (record !== undefined || !held.has(id))) held.set(id, { name, record });
  }
  return held;
};

const idOf = (store: PortfolioStore, folder: string): Promise<string | undefined> =>
  store.open(folder).then(
    ({ portfolio }) => portfolio.id,
    () => undefined,
  );

/** What a folder holds; a proof that was recorded without a hash is hashed now. */
const receivedFrom = async (store: PortfolioStore, workspace: Workspace): Promise<ReceivedPortfolio> => {
  const { folder, portfolio } = workspace;
  const states = await store.inspectEvidence(workspace);
  const there = portfolio.evidence
    .flatMap(storedFilesOf)
    .filter(({ key }) => states.get(key)?.state === 'present');
  const unknown = there.flatMap(({ file }) => (file.sha256 === undefined ? [file.path] : []));
  const hashed = await hashProofs(folder, unknown);
  const files = new Map<string, string>();
  for (const { key, file } of there) files.set(key, file.sha256 ?? hashed.get(file.path)?.sha256 ?? '');
  return { portfolio, files };
};

const opened = (store: PortfolioStore, folder: string): Promise<ReceivedPortfolio | undefined> =>
  store.open(folder).then(
    (workspace) => receivedFrom(store, workspace),
    () => undefined,
  );

/** Undefined where there is something to do. */
const settled = async (
  bag: OpenBag,
  before: Held | undefined,
  shelf: string,
): Promise<'same' | 'older' | undefined> => {
  if (before === undefined) return undefined;
  if (before.record?.content === bag.content) return 'same';
  const { packed } = bag.plan.info;
  const day = before.record?.packed;
  const isOlder = packed !== undefined && day !== undefined && packed < day;
  return isOlder || (await replacedBefore(shelf)).has(bag.content) ? 'older' : undefined;
};

const inHome = async (home: string, folder: string, store: PortfolioStore): Promise<ReceptionDesk> => {
  await sweepTemporaries(home);
  await settleExchanges(home);
  const held = await heldIn(home, store);

  const place = async (
    bag: OpenBag,
    { portfolio, restored }: BagPortfolio,
    { name, before, shelf, today }: Place,
  ): Promise<Pick<ReceivedArchive, 'previous' | 'changes' | 'lostReviews'>> =>
    unpackInto(bag, restored, home, async (temporary) => {
      const workspace = await store.open(temporary).catch((error: unknown) => {
        throw insideArchive(error, bag.shown);
      });
      const { packed } = bag.plan.info;
      const record: ReceptionRecord = {
        version: 1,
        portfolio: portfolio.id,
        ...(packed !== undefined && { packed }),
        received: today,
        content: bag.content,
      };
      await writeRecord(temporary, record);
      const target = join(home, name);
      const old = before && (await opened(store, target));
      const changes = old && compareReceptions(old, await receivedFrom(store, workspace));
      const day = before?.record?.packed ?? before?.record?.received ?? today;
      const previous = before && (await exchange(temporary, target, shelf, day));
      if (previous === undefined) await placeFolder(temporary, target);
      held.set(portfolio.id, { name, record });
      return {
        previous: previous && join(folder, relative(home, previous)),
        changes,
        lostReviews: old ? lostReviews(old.portfolio, portfolio) : 0,
      };
    });

  return {
    receive: async (path, today) => {
      const bag = await openBag(path);
      try {
        const found = await readBagPortfolio(bag);
        const before = held.get(found.portfolio.id);
        const name = before?.name ?? folderNameOf(found);
        const shelf = shelfOf(home, name);
        const status = await settled(bag, before, shelf);
        const done = status ? undefined : await place(bag, found, { name, before, shelf, today });
        return {
          file: path,
          certification: found.portfolio.certification,
          status: status ?? (before ? 'replaced' : 'new'),
          folder: join(folder, name),
          held: before?.record?.packed,
          previous: done?.previous,
          changes: done?.changes,
          lostReviews: done?.lostReviews ?? 0,
        };
      } finally {
        await bag.close();
      }
    },
  };
};

interface Place {
  readonly name: string;
  readonly before: Held | undefined;
  readonly shelf: string;
  readonly today: string;
}

/** One command at a time receives into a folder; it is made where it lacks. */
export const atDesk = async <T>(
  folder: string,
  store: PortfolioStore,
  work: (desk: ReceptionDesk) => Promise<T>,
): Promise<T> => {
  await makeFolders(folder, { isPrivate: true }).catch((error: unknown) => {
    throw cannotWrite(folder, error);
  });
  const home = await realpath(folder);
  return underLock(home, async () => work(await inHome(home, folder, store)));
};
