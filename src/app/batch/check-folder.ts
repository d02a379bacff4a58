import { isAboutPrivacy } from '../../domain/findings.ts';
import { AcquisError } from '../errors.ts';
import type { FolderCheckOptions, FolderWorkers } from '../ports/batch.ts';
import type { BatchItem, ItemOutcome } from '../ports/batch-run.ts';

/** A manifest says what the advisor expects; a folder that says otherwise may be the wrong one. */
export const requireCertification = (item: BatchItem, found: string): void => {
  const asked = item.certification;
  if (asked === undefined || asked.toUpperCase() === found.toUpperCase()) return;
  throw new AcquisError('data', 'certification-differs', { folder: item.folder.shown, asked, found });
};

/** Where one folder stands, as `check` says it. */
export const checkFolder = async (
  workers: Pick<FolderWorkers, 'check'>,
  item: BatchItem,
  options: FolderCheckOptions,
): Promise<ItemOutcome> => {
  const { certification, passed, summary, findings } = await workers.check(item.folder.path, options);
  requireCertification(item, certification);
  return {
    folder: item.folder.shown,
    certification,
    status: passed ? 'done' : 'findings',
    documents: [],
    findings,
    error: null,
    percent: summary.percent,
    ...(options.privacy === true && { personal: findings.filter(isAboutPrivacy).length }),
  };
};
