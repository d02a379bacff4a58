import type { AnnexContent, AnnexFault } from '../../app/ports-annexes.ts';
import { detectType } from '../../domain/file-type/detect-type.ts';
import { sampleOf } from '../../domain/file-type/sample.ts';
import { canStandInAnnexes } from '../../domain/file-type/types.ts';
import { FINEST, type ImageFineness } from '../../domain/images/fineness.ts';
import { UnfitProof } from './unfit.ts';

const makePages = async (bytes: Uint8Array, fineness: ImageFineness) => {
  const type = detectType(sampleOf(bytes));
  if (!canStandInAnnexes(type)) throw new UnfitProof(bytes.length === 0 ? 'broken' : 'not-printable');
  if (type === 'pdf') return (await import('./pdf-pages.ts')).makePdfPages(bytes, fineness);
  return (await import('./image-pages.ts')).makeImagePages(bytes, fineness);
};

/**
 * What was not foreseen of a file is a fault of the file: each library that reads one throws errors of its own, and lists
 * that lead nowhere end in a TypeError.
 */
const faultOf = (error: unknown): AnnexFault => (error instanceof UnfitProof ? error.fault : 'broken');

/** What a document may show of the bytes of a proof. Made in a process that may die of it. */
export const readPages = async (
  bytes: Uint8Array,
  fineness: ImageFineness = FINEST,
): Promise<AnnexContent> => {
  try {
    return { kind: 'pages', ...(await makePages(bytes, fineness)) };
  } catch (error) {
    return { kind: 'unfit', fault: faultOf(error) };
  }
};
