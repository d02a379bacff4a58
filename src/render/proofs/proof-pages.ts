import type { AnnexContent, AnnexFault } from '../../app/ports/annexes.ts';
import { detectType } from '../../domain/file-type/detect-type.ts';
import { sampleOf } from '../../domain/file-type/sample.ts';
import { canStandInAnnexes, isTypedText } from '../../domain/file-type/types.ts';
import { FINEST, type ImageFineness } from '../../domain/images/fineness.ts';
import { UnfitProof } from './unfit.ts';

const makeContent = async (
  bytes: Uint8Array,
  fineness: ImageFineness,
  path: string,
): Promise<AnnexContent> => {
  const type = detectType(sampleOf(bytes));
  if (!canStandInAnnexes(type, path)) throw new UnfitProof(bytes.length === 0 ? 'broken' : 'not-printable');
  if (isTypedText(type, path)) return (await import('./typeset-text.ts')).typesetText(bytes, path);
  const pages =
    type === 'pdf'
      ? (await import('./pdf-pages.ts')).makePdfPages(bytes, fineness)
      : (await import('./image-pages.ts')).makeImagePages(bytes, fineness);
  return { kind: 'pages', ...(await pages) };
};

/**
 * What was not foreseen of a file is a fault of the file: each library that reads one throws errors of its own, and lists
 * that lead nowhere end in a TypeError.
 */
const faultOf = (error: unknown): AnnexFault => (error instanceof UnfitProof ? error.fault : 'broken');

/**
 * What a document may show of the bytes of a proof. Made in a process that may die of it. `path`: what the file is called,
 * which tells a table from a text; nothing else is told by it.
 */
export const readPages = async (
  bytes: Uint8Array,
  fineness: ImageFineness = FINEST,
  path = '',
): Promise<AnnexContent> => {
  try {
    return await makeContent(bytes, fineness, path);
  } catch (error) {
    return { kind: 'unfit', fault: faultOf(error) };
  }
};
