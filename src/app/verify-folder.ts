import type { CheckedFile, FolderInspector, FolderVerdict, InspectedFolder } from './ports/integrity.ts';

const isThere = ({ standing }: CheckedFile): boolean =>
  standing === 'intact' || standing === 'unrecorded' || standing === 'altered';

const isRight = ({ standing }: CheckedFile): boolean => standing === 'intact' || standing === 'unrecorded';

/** What BagIt calls complete and valid, of a folder that was looked at. */
const judgeFolder = (found: InspectedFolder): FolderVerdict => {
  const { document, files, orphans, versions, basis } = found;
  const isRead = document.state === 'sound' && basis === 'document';
  const allThere = isRead && files.every(isThere);
  const allRight = isRead && files.every((file) => !isThere(file) || isRight(file));
  return {
    ...found,
    complete: allThere && orphans.length === 0,
    valid: allRight && versions.altered.length === 0,
    sound: allThere && allRight && versions.altered.length === 0,
  };
};

/** Looks at every byte that a folder has recorded; changes nothing. Rejects with `not-a-portfolio` and `cannot-read`. */
export const verifyFolder = async (inspector: FolderInspector, folder: string): Promise<FolderVerdict> =>
  judgeFolder(await inspector.inspect(folder));
