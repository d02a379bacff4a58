import { PDFDict, PDFDocument, type PDFContext } from '@cantoo/pdf-lib';
import { valueOf } from './copier.ts';
import { UnfitProof } from './unfit.ts';

export interface OpenedPdf {
  readonly context: PDFContext;
  readonly catalogue: PDFDict;
}

/**
 * Reads a file object by object, whatever its table says, so that many a damaged one opens. One that only forbids (an empty
 * password opens it) is read; one that asks for a password throws `UnfitProof` (`encrypted`), as `broken` does one without a
 * catalogue.
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenedPdf> => {
  const context = await load(bytes);
  const catalogue = context.lookup(context.trailerInfo.Root);
  if (!(catalogue instanceof PDFDict)) throw new UnfitProof('broken');
  // Pages that a program would have to make of a form's data, and a cover over attached files: neither is what was meant.
  const isElsewhere =
    String(valueOf(catalogue, 'NeedsRendering')) === 'true' || valueOf(catalogue, 'Collection') !== undefined;
  if (isElsewhere) throw new UnfitProof('not-printable');
  return { context, catalogue };
};

const load = async (bytes: Uint8Array): Promise<PDFContext> => {
  try {
    const opened = await PDFDocument.load(bytes, {
      password: '',
      parseSpeed: Number.POSITIVE_INFINITY,
      updateMetadata: false,
    });
    return opened.context;
  } catch (error) {
    throw new UnfitProof(isAskedForPassword(error) ? 'encrypted' : 'broken', { cause: error });
  }
};

const isAskedForPassword = (error: unknown): boolean =>
  error instanceof Error && /password|encrypt/iu.test(`${error.name} ${error.message}`);
