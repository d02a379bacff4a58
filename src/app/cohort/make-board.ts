import { groupByCertification } from '../../domain/cohort/groups.ts';
import { earlierOnBoard, findFormer, type FormerBoard } from '../../domain/cohort/former-board.ts';
import { labelRows, sinceThen, type CohortRow } from '../../domain/cohort/row.ts';
import type { Referential } from '../../domain/referential.ts';
import { AcquisError, type ErrorArgs } from '../errors.ts';
import type { FolderWorkers } from '../ports/batch.ts';
import type { FoundFolder } from '../ports/batch-run.ts';
import type { ReferentialSource } from '../ports/world.ts';
import type { BrokenFolder, CohortBoard, ReadRow } from '../ports/cohort.ts';

export interface BoardRequest {
  /** Those that have a `problem` are rows that say so. */
  readonly folders: readonly Pick<FoundFolder, 'path' | 'shown' | 'problem'>[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The first day whose changes count, or the board to compare with. */
  readonly since: string | FormerBoard;
  readonly still: number;
}

/** Looks at every folder; one that cannot be read becomes a row that says why. Rejects only where there is none to look at. */
export const makeBoard = async (
  workers: Pick<FolderWorkers, 'readRow'>,
  referentials: ReferentialSource,
  { folders, still, today, since }: BoardRequest,
): Promise<CohortBoard> => {
  const [first] = folders;
  if (first?.problem !== undefined && folders.every(({ problem }) => problem !== undefined))
    throw first.problem;
  const read: ReadRow[] = [];
  const broken: BrokenFolder[] = [];
  const options = { today, since: typeof since === 'string' ? since : undefined };
  await Promise.all(
    folders.map(async ({ path, shown, problem }) => {
      try {
        if (problem !== undefined) throw problem;
        const { row, referential } = await workers.readRow(path, options);
        read.push({ row: againstBoard({ ...row, folder: shown }, since), referential });
      } catch (error) {
        broken.push({ folder: shown, error: failureOf(error, path, shown) });
      }
    }),
  );
  const rows = labelRows(read.map(({ row }) => row));
  return {
    date: today,
    since: typeof since === 'string' ? { by: 'history', day: since } : { by: 'board', day: since.date },
    still,
    groups: groupByCertification(rows, await namingReferentials(read, referentials), today),
    broken: broken.toSorted((a, b) => a.folder.localeCompare(b.folder, 'fr')),
    gone: typeof since === 'string' ? [] : goneSince(since, rows, broken),
  };
};

const againstBoard = (row: CohortRow, since: string | FormerBoard): CohortRow =>
  typeof since === 'string'
    ? row
    : { ...row, since: sinceThen(earlierOnBoard(since, row.folder, row.id), row.standing, row.counted) };

/** Nothing that one folder does may stop the board: what we did not foresee is its own failure too. */
const failureOf = (error: unknown, path: string, shown: string): AcquisError => {
  if (!(error instanceof AcquisError))
    return new AcquisError('data', 'folder-limit', { folder: shown, limit: 'crash' }, { cause: error });
  // The board travels: it says where a folder is as it was typed, not where this machine keeps it.
  const args = Object.entries(error.args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(path, shown) : value,
  ]);
  const { kind, code, details } = error;
  return new AcquisError(kind, code, Object.fromEntries(args) as ErrorArgs, { details, cause: error });
};

/** What we ship names a group; a folder's own snapshot does where we ship no such certification. */
const namingReferentials = async (
  read: readonly ReadRow[],
  source: ReferentialSource,
): Promise<ReadonlyMap<string, Referential>> => {
  const named = new Map<string, Referential>();
  for (const { row, referential } of read) {
    const naming = referential ?? (await source.find(row.certification));
    if (naming !== undefined && !named.has(row.certification)) named.set(row.certification, naming);
  }
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
