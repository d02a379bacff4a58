import type { FileContent } from './file-type/inspect-content.ts';

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

export const publicFileKey = (evidenceId: string): string => `${evidenceId}:publicFile`;
