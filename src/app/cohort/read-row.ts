import { chooseBase } from '../../domain/cohort/history.ts';
import { cohortRow, type Earlier, type LastSave } from '../../domain/cohort/row.ts';
import { isBlank, standingOf } from '../../domain/cohort/standing.ts';
import { computeCoverage, type CoverageInput } from '../../domain/coverage.ts';
import type { EvidenceFiles, FileState } from '../../domain/evidence/files.ts';
import type { Evidence, Portfolio } from '../../domain/portfolio.ts';
import type { PortfolioStore, ReferentialSource } from '../ports/world.ts';
import type { FolderHistory, KeptHistory, ReadRow, RowOptions } from '../ports/cohort.ts';

export interface RowPorts {
  readonly store: PortfolioStore;
  readonly referentials: ReferentialSource;
  readonly history: FolderHistory;
}

/** Reads one folder for the board; changes nothing. Rejects with what the folder is refused for. */
export const readRow = async (
  { store, referentials, history }: RowPorts,
  folder: string,
  { today, since }: RowOptions,
): Promise<ReadRow> => {
  const workspace = await store.open(folder);
  const { portfolio, referential, linesLost } = workspace;
  const files = await store.inspectEvidence(workspace);
  const kept = await history.look(folder);
  const now = { portfolio, referential, files };
  const earlier = since === undefined ? undefined : await earlierInHistory(history, kept, folder, now, since);
  const row = cohortRow({ ...now, folder, today, earlier, lastSave: lastSaveOf(kept), linesLost });
  const isShipped = (await referentials.find(referential.code)) !== undefined;
  return { row, referential: isShipped ? undefined : referential };
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
    ? { reach: 'new', on, standing }
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
