import type { Finding } from '../../domain/findings.ts';
import { registrationFinding } from '../../domain/registration-finding.ts';
import { makeDocument, type MakePorts } from '../export-documents.ts';
import type { ExportRequest } from '../export-request.ts';
import type { ExportNotice, FolderWorkers } from '../ports-batch.ts';
import type { BatchItem, FolderFinder, ItemOutcome } from '../ports-batch-run.ts';
import { requireCertification } from './check-folder.ts';

export interface ExportFolderPorts extends MakePorts {
  readonly workers: Pick<FolderWorkers, 'prepare'>;
  readonly finder: Pick<FolderFinder, 'show'>;
}

/** The documents of one folder: put into words elsewhere, printed and written here. */
export const exportFolder = async (
  { workers, finder, ...ports }: ExportFolderPorts,
  item: BatchItem,
  request: Omit<ExportRequest, 'folder'>,
  signal: AbortSignal,
): Promise<ItemOutcome> => {
  const { certification, notices, documents } = await workers.prepare({
    ...request,
    folder: item.folder.path,
    documents: item.documents ?? request.documents,
  });
  requireCertification(item, certification);
  const paths: string[] = [];
  for (const document of documents) paths.push(finder.show(await makeDocument(ports, document, signal)));
  return {
    folder: item.folder.shown,
    certification,
    status: 'done',
    documents: paths,
    findings: notices.flatMap(findingsOf),
    error: null,
  };
};

const findingsOf = (notice: ExportNotice): readonly Finding[] => {
  if (notice.code === 'evidence') return [notice.finding];
  if (notice.code === 'no-memoire') return [];
  return [registrationFinding(notice.permission, notice.eligible)].filter((found) => found !== undefined);
};
