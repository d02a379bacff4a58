import { chooseBase } from '../../domain/cohort/history.ts';
import { earlierOnBoard, type FormerBoard } from '../../domain/cohort/former-board.ts';
import { cohortRow, type CohortRow, type Earlier, type LastSave } from '../../domain/cohort/row.ts';
import { isBlank, standingOf } from '../../domain/cohort/standing.ts';
import { computeCoverage, type CoverageInput } from '../../domain/coverage.ts';
import type { EvidenceFiles, FileState } from '../../domain/evidence-files.ts';
import type { Evidence, Portfolio } from '../../domain/portfolio.ts';
import type { Referential } from '../../domain/referential.ts';
import type { FoundFolder } from '../ports-batch-run.ts';
import type { PortfolioStore } from '../ports.ts';
import type { FolderHistory, KeptHistory } from '../ports-cohort.ts';

export interface RowOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The first day whose changes count, or the board to compare with. */
  readonly since: string | FormerBoard;
}

export interface ReadRow {
  readonly row: CohortRow;
  readonly referential: Referential;
}

/** Reads one folder for the board; changes nothing. Rejects with what the folder is refused for. */
export const readRow = async (
  store: PortfolioStore,
  history: FolderHistory,
  { path: folder, shown }: Pick<FoundFolder, 'path' | 'shown'>,
  { today, since }: RowOptions,
): Promise<ReadRow> => {
  const workspace = await store.open(folder);
  const { portfolio, referential } = workspace;
  const files = await store.inspectEvidence(workspace);
  const kept = await history.look(folder);
  const now = { portfolio, referential, files };
  const earlier =
    typeof since === 'string'
      ? await earlierInHistory(history, kept, folder, now, since)
      : earlierOnBoard(since, shown, portfolio.id);
  const row = cohortRow({ ...now, folder: shown, today, earlier, lastSave: lastSaveOf(kept) });
  return { row, referential };
};

const lastSaveOf = ({ versions, fileOn }: KeptHistory): LastSave => {
  const last = versions
    .filter(({ stood }) => stood)
    .toSorted((a, b) => a.count - b.count)
    .at(-1);
  return last === undefined
    ? { on: fileOn, source: 'file', fileOn: undefined }
    : { on: last.replacedOn, source: 'history', fileOn: fileOn > last.replacedOn ? fileOn : undefined };
};

const earlierInHistory = async (
  history: FolderHistory,
  { versions, fileOn }: KeptHistory,
  folder: string,
  now: CoverageInput,
  since: string,
): Promise<Earlier> => {
  const known = (portfolio: Portfolio, files: EvidenceFiles) =>
    standingOf(portfolio, computeCoverage({ referential: now.referential, portfolio, files }));
  const base = chooseBase(versions, since, history.thinnedBeyond);
  // A file older than the day asked for holds what it held then, history or not.
  if (base.kind === 'document' || (base.kind === 'unknown' && fileOn < since))
    return { reach: 'known', on: undefined, standing: known(now.portfolio, now.files) };
  if (base.kind === 'unknown') return { reach: 'unknown', on: undefined };
  const on = base.version.replacedOn;
  const then = await history.read(folder, base.version).catch(() => undefined);
  if (then === undefined) return { reach: 'unreadable', on };
  const standing = known(then, filesThen(then.evidence, now));
  if (base.kind === 'version') return { reach: 'known', on: undefined, standing };
  return base.kind === 'beginning' && isBlank(standing)
    ? { reach: 'new', on }
    : { reach: 'partly', on, standing };
};

/**
 * What the disk held of proofs of that time. Nobody kept it: a proof that still stands the same is as it is now, so that
 * no change is seen where none was; any other is taken to have been there.
 */
const filesThen = (evidence: readonly Evidence[], { portfolio, files }: CoverageInput): EvidenceFiles => {
  const today = new Map(portfolio.evidence.map((proof) => [proof.id, proof.file]));
  const states = new Map<string, FileState>();
  for (const { id, file } of evidence) {
    if (file === undefined) continue;
    const same = today.get(id);
    const stillThere = same?.path === file.path && same.sha256 === file.sha256 ? files.get(id) : undefined;
    states.set(id, stillThere ?? { state: 'present', bytes: file.bytes ?? 0 });
  }
  return states;
};
