import type { FileContent } from '../file-type/inspect-content.ts';
import type { Evidence, StoredFile } from '../portfolio.ts';

/**
 * What the disk says of one proof's file, without which no proof counts as usable. `content` is what its bytes tell, where
 * they were looked at.
 */
export type FileState =
  | { readonly state: 'present'; readonly bytes: number; readonly content?: FileContent }
  | { readonly state: 'missing' }
  | { readonly state: 'altered'; readonly bytes: number }
  | { readonly state: 'outside' }
  | { readonly state: 'not-a-file' };

/** By evidence id; a proof that has no file has no entry. Its version to be shown stands under `publicFileKey(id)`. */
export type EvidenceFiles = ReadonlyMap<string, FileState>;

/** Every file on record of a proof, with the key under which `EvidenceFiles` tells of it. */
export const storedFilesOf = ({
  id,
  file,
  publicFile,
}: Pick<Evidence, 'id' | 'file' | 'publicFile'>): { readonly key: string; readonly file: StoredFile }[] => [
  ...(file ? [{ key: id, file }] : []),
  ...(publicFile ? [{ key: publicFileKey(id), file: publicFile }] : []),
];

export const publicFileKey = (evidenceId: string): string => `${evidenceId}:publicFile`;
