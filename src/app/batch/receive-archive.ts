import type { BatchItem, ItemOutcome } from '../ports/batch-run.ts';
import type { ReceptionDesk } from '../ports/archive.ts';

/** Files one archive; rejects with what it is refused for. `today`: `YYYY-MM-DD`. */
export const receiveArchive = async (
  desk: ReceptionDesk,
  { folder }: BatchItem,
  today: string,
): Promise<ItemOutcome> => {
  const { file: _, certification, ...reception } = await desk.receive(folder.path, today);
  const isPlaced = reception.status === 'new' || reception.status === 'replaced';
  return {
    folder: folder.shown,
    certification,
    status: isPlaced ? 'done' : 'skipped',
    documents: [reception.folder],
    findings: [],
    error: null,
    reception,
  };
};
