import { publicFileKey } from './files.ts';
import type { Evidence, StoredFile } from '../portfolio.ts';

type Shown = Pick<Evidence, 'file' | 'publicFile' | 'confidentiality'>;

/** A redacted version with the bytes of the original is the original. */
export const isOriginal = (one: StoredFile, original: StoredFile | undefined): boolean =>
  one.path === original?.path || (one.sha256 !== undefined && one.sha256 === original?.sha256);

/**
 * The one stored file of a proof whose bytes or name may leave the folder in a document, an archive or a deposit; undefined
 * when there is none. The version made to be shown goes before the original; the original goes nowhere unless somebody said
 * « publiable », and nothing goes of a proof « à ne pas joindre ». Whether the file is there, `EvidenceFiles` tells under
 * `shownFileKey`.
 */
export const shownFile = ({ file, publicFile, confidentiality }: Shown): StoredFile | undefined => {
  if (confidentiality === 'à ne pas joindre') return undefined;
  if (confidentiality === 'publiable') return publicFile ?? file;
  return publicFile && !isOriginal(publicFile, file) ? publicFile : undefined;
};

/** Where `EvidenceFiles` keeps what the disk says of the file that may be shown. */
export const shownFileKey = ({ id, publicFile }: Pick<Evidence, 'id' | 'publicFile'>): string =>
  publicFile === undefined ? id : publicFileKey(id);
