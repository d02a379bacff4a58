import { groupByCertification } from '../../domain/cohort/groups.ts';
import { findFormer, type FormerBoard } from '../../domain/cohort/former-board.ts';
import type { CohortRow } from '../../domain/cohort/row.ts';
import type { Referential } from '../../domain/referential.ts';
import { AcquisError } from '../errors.ts';
import type { FoundFolder } from '../ports-batch-run.ts';
import type { PortfolioStore, ReferentialSource } from '../ports.ts';
import type { BrokenFolder, CohortBoard, FolderHistory } from '../ports-cohort.ts';
import { readRow, type ReadRow, type RowOptions } from './read-row.ts';

/** Enough to keep the disk busy while another folder is judged. */
const AT_ONCE = 4;

export interface BoardRequest extends RowOptions {
  /** Those that have a `problem` are rows that say so. */
  readonly folders: readonly Pick<FoundFolder, 'path' | 'shown' | 'problem'>[];
  readonly still: number;
}

export interface BoardPorts {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  readonly history: FolderHistory;
}

/** Looks at every folder; one that cannot be read becomes a row that says why. Rejects only where there is none to look at. */
export const makeBoard = async (
  { store, referentials, history }: BoardPorts,
  { folders, still, ...options }: BoardRequest,
  onFolder: (done: number) => void,
): Promise<CohortBoard> => {
  const read: ReadRow[] = [];
  const broken: BrokenFolder[] = [];
  const [first] = folders;
  if (first?.problem !== undefined && folders.every(({ problem }) => problem !== undefined))
    throw first.problem;
  const waiting = folders.values();
  const work = async (): Promise<void> => {
    for (const folder of waiting) {
      try {
        if (folder.problem !== undefined) throw folder.problem;
        read.push(await readRow(store, history, folder, options));
      } catch (error) {
        broken.push({ folder: folder.shown, error: failureOf(error, folder.shown) });
      }
      onFolder(read.length + broken.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const rows = read.map(({ row }) => row);
  const { today, since } = options;
  return {
    date: today,
    since: typeof since === 'string' ? { by: 'history', day: since } : { by: 'board', day: since.date },
    still,
    groups: groupByCertification(rows, await namingReferentials(read, referentials), today),
    broken: broken.toSorted((a, b) => a.folder.localeCompare(b.folder, 'fr')),
    gone: typeof since === 'string' ? [] : goneSince(since, rows, broken),
  };
};

/** Nothing that one folder does may stop the board: what we did not foresee is its own failure too. */
const failureOf = (error: unknown, folder: string): AcquisError =>
  error instanceof AcquisError
    ? error
    : new AcquisError('data', 'folder-limit', { folder, limit: 'crash' }, { cause: error });

/** A folder's own snapshot names its group only where we ship no such certification. */
const namingReferentials = async (
  read: readonly ReadRow[],
  source: ReferentialSource,
): Promise<ReadonlyMap<string, Referential>> => {
  const named = new Map<string, Referential>();
  for (const { referential } of read)
    if (!named.has(referential.code))
      named.set(referential.code, (await source.find(referential.code)) ?? referential);
  return named;
};

const goneSince = (
  former: FormerBoard,
  rows: readonly CohortRow[],
  broken: readonly BrokenFolder[],
): readonly string[] => {
  const here = new Set(rows.map(({ folder, id }) => findFormer(former, folder, id)));
  const names = new Set(broken.map(({ folder }) => folder));
  return former.folders
    .filter((row) => !here.has(row) && !names.has(row.folder))
    .map(({ name, folder }) => name ?? folder);
};
