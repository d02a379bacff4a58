import { AcquisError } from '../../app/errors.ts';
import type { SoundArchive } from '../../app/ports/archive.ts';
import { isRestored } from '../../domain/bag/restored-path.ts';
import { namedFiles } from '../../domain/named-files.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { MAX_DOCUMENT_BYTES } from '../document-text.ts';
import { PORTFOLIO_FILE } from '../../domain/folder-names.ts';
import { readDocument, requireSound } from '../portfolio/read-portfolio.ts';
import type { BagFile, OpenBag } from './open-bag.ts';

/** What a bag holds for us. */
export interface BagPortfolio {
  readonly portfolio: Portfolio;
  /** Of `portfolio.yaml`, as it travelled. */
  readonly document: string;
  readonly restored: readonly BagFile[];
  readonly ignored: readonly string[];
}

/** The same failure, said of a file inside the archive. */
export const insideArchive = (error: unknown, shown: string): unknown => {
  if (!(error instanceof AcquisError)) return error;
  const { kind, code, args, details } = error;
  const file = `${shown} › ${args['file'] ?? PORTFOLIO_FILE}`;
  return new AcquisError(kind, code, { ...args, file }, { cause: error, details });
};

/** The portfolio in a bag, read strictly; its référentiel is looked at when the folder is there. */
export const readBagPortfolio = async (bag: OpenBag): Promise<BagPortfolio> => {
  const file = bag.files.find(({ path }) => path === PORTFOLIO_FILE);
  if (file === undefined) throw new AcquisError('data', 'archive-not-bag', { file: bag.shown });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bag.read(file)) {
    chunks.push(chunk);
    length += chunk.length;
    // Enough to see that it is too large.
    if (length > MAX_DOCUMENT_BYTES) break;
  }
  try {
    const portfolio = requireSound(
      readDocument(Buffer.concat(chunks), PORTFOLIO_FILE),
      PORTFOLIO_FILE,
      undefined,
    );
    const named = new Set(namedFiles(portfolio));
    const restored = bag.files.filter(({ path }) => isRestored(path, named));
    const ignored = bag.files.flatMap(({ path }) => (isRestored(path, named) ? [] : [path]));
    return { portfolio, document: file.sha256, restored, ignored };
  } catch (error) {
    throw insideArchive(error, bag.shown);
  }
};

export const soundArchive = (bag: OpenBag, { portfolio, restored, ignored }: BagPortfolio): SoundArchive => ({
  file: bag.shown,
  id: portfolio.id,
  name: portfolio.candidate.name,
  certification: portfolio.certification,
  packed: bag.plan.info.packed,
  files: restored.length,
  bytes: restored.reduce((sum, { item }) => sum + item.bytes, 0),
  leftOut: bag.plan.leftOut,
  ignored,
});
