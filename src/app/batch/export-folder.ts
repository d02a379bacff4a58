import type { Finding } from '../../domain/findings.ts';
import { registrationFinding } from '../../domain/referential/registration-finding.ts';
import { AcquisError } from '../errors.ts';
import type { ExportRequest } from '../export-request.ts';
import { makeDocuments, type MakePorts } from '../make-documents.ts';
import type { ExportNotice, FolderWorkers } from '../ports/batch.ts';
import type { BatchItem, FolderFinder, ItemOutcome } from '../ports/batch-run.ts';
import type { Made, Making } from '../ports/cache.ts';
import { requireCertification } from './check-folder.ts';

export interface ExportFolderPorts extends MakePorts {
  readonly workers: Pick<FolderWorkers, 'prepare' | 'recall' | 'remember'>;
  readonly finder: Pick<FolderFinder, 'show'>;
  /** Identity of what makes documents; undefined: all of them are made, whatever was made before. */
  tools(): Promise<string | undefined>;
}

/** The documents of one folder, put into words elsewhere, printed and written here; only if they would be others. */
export const exportFolder = async (
  ports: ExportFolderPorts,
  item: BatchItem,
  request: Omit<ExportRequest, 'folder'>,
  signal: AbortSignal,
): Promise<ItemOutcome> => {
  const { workers } = ports;
  const own = { ...request, folder: item.folder.path, documents: item.documents ?? request.documents };
  const tools = await ports.tools();
  const making: Making | undefined = tools === undefined ? undefined : { request: own, tools };
  const before = making && (await within(() => workers.recall(making)));
  if (before?.made) {
    requireCertification(item, before.made.certification);
    return outcomeOf(ports, item, 'skipped', before.made);
  }
  const { certification, namedFiles, notices, refusals, documents } = await workers.prepare(own);
  requireCertification(item, certification);
  const refused = (found: readonly Finding[]): ItemOutcome => {
    const outcome = outcomeOf(ports, item, 'findings', { certification, notices, documents: [] });
    return { ...outcome, findings: [...outcome.findings, ...found] };
  };
  if (refusals.length > 0) return refused(refusals);
  const { written, tooLong, faults } = await makeDocuments(ports, documents, {
    isFinal: request.final === true,
    signal,
  });
  if (tooLong.length > 0) return refused(tooLong);
  const told = faults.map((found): ExportNotice => ({ code: 'evidence', finding: found }));
  const made: Made = { certification, notices: [...notices, ...told], documents: written };
  const { fingerprint } = before ?? {};
  // Whether a text has lost its end is told by what lies beside it, which no fingerprint holds.
  const isCut = notices.some((one) => one.code === 'evidence' && one.finding.code === 'portfolio-cut');
  if (making && fingerprint !== undefined && !isCut)
    await within(() => workers.remember(making, fingerprint, namedFiles, made));
  return outcomeOf(ports, item, 'done', made);
};

/** A folder on a slow disk may take too long to look through: its documents do not fail of that. */
const within = async <T>(look: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await look();
  } catch (error) {
    if (error instanceof AcquisError) return undefined;
    throw error;
  }
};

const outcomeOf = (
  { finder }: ExportFolderPorts,
  { folder }: BatchItem,
  status: 'done' | 'skipped' | 'findings',
  { certification, notices, documents }: Made,
): ItemOutcome => ({
  folder: folder.shown,
  certification,
  status,
  documents: documents.map(({ path }) => finder.show(path)),
  findings: notices.flatMap(findingsOf),
  error: null,
});

const findingsOf = (notice: ExportNotice): readonly Finding[] => {
  if (notice.code === 'evidence') return [notice.finding];
  if (notice.code !== 'registration') return [];
  return [registrationFinding(notice.permission, notice.eligible)].filter((found) => found !== undefined);
};
